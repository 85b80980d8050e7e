// The replicas run in more than one zone where the cluster has several: a zone that fails must not take them all.
import { fail, notApplicable, pass, steadyReplicas, warn, withFix } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { domainsFor, placedPods } from '../placements';
import { spreadFix } from '../spreadFix';
import { evidenceOfSpread, zone } from '../spreadTerms';

export const spreadAcrossZones = defineCheck({
  id: 'spread-across-zones',
  topic: 'affinity-taints',
  severity: 'medium',
  since: '1.0',
  title: 'Replicas run in different zones',
  why: 'A zone is the unit in which clouds fail. A cluster that spans several is worth its price only to workloads that do too.',
  remediation:
    'Add a topology spread constraint with `topologyKey: topology.kubernetes.io/zone`, `whenUnsatisfiable: ScheduleAnyway` and the workload’s own labels.',
  appliesWhen: 'The workload keeps two replicas or more, and nodes of two zones or more would take them.',
  references: [
    'https://kubernetes.io/docs/setup/best-practices/multiple-zones/',
    'https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/',
  ],
  reads: [
    'autoscaling/v2/HorizontalPodAutoscaler',
    'keda.sh/v1alpha1/ScaledObject',
    'v1/Pod',
    'apps/v1/ReplicaSet',
    'batch/v1/Job',
    'v1/Node',
  ],
  evaluate(workload, index) {
    const steady = steadyReplicas(workload, index);
    if (!steady) return notApplicable(`a ${workload.kind} has no replicas to spread`);
    if (steady.count < 2) return notApplicable(`it keeps ${steady.count} ${steady.count ? 'replica' : 'replicas'}`);
    // Without nodes nothing is known of zones: the check ends here where they can't be read.
    const zoneOf = (name: string) => index.find('v1/Node', name)?.metadata.labels?.[zone];
    index.all('v1/Node');
    const possible = domainsFor(zone, workload, index);
    if (possible.size < 2) return notApplicable('its pods fit on nodes of one zone only');
    const asked = evidenceOfSpread(zone, workload);
    const pods = workload.object.metadata.uid === undefined ? [] : placedPods(workload, index);
    const zones = new Set(pods.map(pod => zoneOf(pod.spec?.nodeName ?? '')));
    const constraint = `${workload.podSpecPath}.topologySpreadConstraints`;
    const unasked = { object: workload.ref, path: constraint, observed: 'none', expected: `spread by ${zone}` };
    const [only] = zones;
    if (pods.length > 1 && zones.size === 1 && only) {
      const [first, ...more] = pods.map(pod => {
        const node = String(pod.spec?.nodeName);
        return index.evidence(pod, 'spec.nodeName', `${node} in ${zoneOf(node) ?? 'no zone'}`);
      });
      const all = pods.length === 2 ? 'both' : `all ${pods.length}`;
      return fail(`${all} replicas run in zone ${only}, of ${possible.size}`, first, ...more);
    }
    const now = pods.length > 1 ? `${pods.length} replicas in ${zones.size} zones` : undefined;
    if (asked.length === 0) {
      const result = warn(`${now ? `${now}, but nothing` : 'nothing'} asks for several zones`, unasked);
      return withFix(result, spreadFix(workload, zone));
    }
    return pass(now ?? 'it asks to be spread across zones', ...asked);
  },
});
