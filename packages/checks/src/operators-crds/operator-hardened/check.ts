// An operator of the component can't take the cluster down: one replica leads, and its webhooks fail gently.
import { notApplicable, pass, warn } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { definitionsOf } from '../belonging';
import { leaderGaps, operatorKinds, webhookGaps, wildcardGaps } from '../operatorGaps';

export const operatorHardened = defineCheck({
  id: 'operator-hardened',
  topic: 'operators-crds',
  severity: 'medium',
  advice: true,
  since: '1.0',
  title: 'The operator elects a leader, and neither its webhooks nor its rights endanger the cluster',
  why: 'An operator acts on objects of others. Two that act at once fight, and a webhook that must answer but does not stops deployments of everyone, its own repair included.',
  remediation:
    'Turn leader election on, leave `kube-system` and the operator’s namespace out of webhooks on built-in kinds, keep `timeoutSeconds` at 10 or less, and name verbs and resources instead of `*`.',
  appliesWhen: 'The component ships CustomResourceDefinitions.',
  references: [
    'https://kubernetes.io/docs/concepts/cluster-administration/admission-webhooks-good-practices/',
    'https://kubernetes.io/docs/concepts/architecture/leases/',
  ],
  reads: ['apiextensions.k8s.io/v1/CustomResourceDefinition', ...operatorKinds],
  evaluate(workload, index) {
    const crds = definitionsOf(workload, index);
    if (crds.length === 0) return notApplicable('the component ships no CustomResourceDefinition');
    const gaps = [
      ...leaderGaps(workload, index),
      ...webhookGaps(workload, index),
      ...wildcardGaps(workload, crds, index),
    ];
    const [first, ...more] = gaps.map(({ evidence }) => evidence);
    if (!first)
      return pass('nothing of it can block the cluster', ...crds.map(crd => index.evidence(crd, 'spec', 'shipped')));
    return warn(gaps.map(({ what }) => what).join('; '), first, ...more);
  },
});
