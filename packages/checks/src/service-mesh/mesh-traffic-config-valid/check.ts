// Routing rules of the mesh lead to Services, subsets and pods that exist.
import { failIfAny, notApplicable, pass, warn } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { enrolmentKinds } from '../enrolment';
import { istioMtlsKinds } from '../judgeIstioMtls';
import { plaintextToStrict } from '../plaintextRules';
import { brokenWeights, podLabelsIn, subsetKinds, trafficDefects } from '../trafficDefects';
import { trafficKinds, trafficRulesOf } from '../trafficRules';
import { splitDefects, splitKinds, splitsOf } from '../trafficSplits';

export const meshTrafficConfigValid = defineCheck({
  id: 'mesh-traffic-config-valid',
  topic: 'service-mesh',
  severity: 'medium',
  since: '1.0',
  revisions: [
    { since: '1.1', what: 'Subsets of other Services are not missed; pods of DaemonSets count.' },
    { since: '1.1', what: 'A DestinationRule without TLS for pods that refuse plaintext leads nowhere.' },
  ],
  title: 'Traffic rules of the mesh lead to pods that exist',
  why: 'The mesh follows its rules to the letter: a subset that selects no pod, or a host that is misspelt, gets its share of the requests and answers each of them with 503.',
  remediation:
    'Correct the host, define the subset in the DestinationRule with labels that pods carry, and let the weights of a route add up to 100.',
  appliesWhen:
    'A VirtualService or DestinationRule of Istio, or a TrafficSplit of SMI, is about a Service of the workload.',
  references: [
    'https://istio.io/latest/docs/reference/config/networking/destination-rule/#Subset',
    'https://istio.io/latest/docs/ops/common-problems/network-issues/#503-errors-after-setting-destination-rule',
    'https://github.com/servicemeshinterface/smi-spec/blob/main/apis/traffic-split/v1alpha4/traffic-split.md',
  ],
  reads: [...trafficKinds, ...splitKinds, ...subsetKinds, ...enrolmentKinds, ...istioMtlsKinds],
  evaluate(workload, index) {
    const traffic = trafficRulesOf(workload, index);
    const splits = splitsOf(workload, traffic.services, index);
    const rules = [...traffic.virtual, ...traffic.rules, ...splits];
    if (rules.length === 0) return notApplicable('no traffic rule of a mesh is about its Services');
    const labels = splits.length > 0 ? podLabelsIn(workload.namespace, index) : [];
    const defects = [
      ...trafficDefects(traffic, workload, index),
      ...plaintextToStrict(traffic, workload, index),
      ...splits.flatMap(split => splitDefects(split, workload, labels, index)),
    ];
    const what = defects.map(({ object, path, observed }) => `${object.kind} ${object.name} ${path}: ${observed}`);
    return failIfAny(defects, `traffic rules lead nowhere: ${what.join('; ')}`, () => {
      const [first, ...more] = traffic.virtual.flatMap(virtual => brokenWeights(virtual, workload, index));
      if (first) return warn(`the weights of a route do not add up to 100`, first, ...more);
      return pass(
        `${rules.map(({ kind, metadata }) => `${kind} ${metadata.name}`).join(', ')} lead to pods that exist`,
      );
    });
  },
});
