// The replicas run on more than one node, and not by luck: one node that fails must not take them all.
import { fail, notApplicable, pass, steadyReplicas, warn, withFix } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { nodesFor, placedPods } from '../placements';
import { spreadFix } from '../spreadFix';
import { evidenceOfSpread, hostname } from '../spreadTerms';

export const spreadAcrossNodes = defineCheck({
  id: 'spread-across-nodes',
  topic: 'affinity-taints',
  severity: 'medium',
  since: '1.0',
  title: 'Replicas run on different nodes',
  why: 'Replicas on one node fail together when it is drained, upgraded or lost. The scheduler’s default spreading is weak, so pods move together over time unless the template asks.',
  remediation:
    'Add a topology spread constraint with `topologyKey: kubernetes.io/hostname` and the workload’s own labels.',
  appliesWhen: 'The workload keeps two replicas or more, and more than one node would take them.',
  references: ['https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/'],
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
    if (nodesFor(workload, index)?.length === 1) return notApplicable('only one node would take its pods');
    const asked = evidenceOfSpread(hostname, workload);
    const isLive = workload.object.metadata.uid !== undefined;
    const pods = isLive ? placedPods(workload, index) : [];
    const nodes = new Set(pods.map(pod => pod.spec?.nodeName));
    const constraint = `${workload.podSpecPath}.topologySpreadConstraints`;
    const unasked = { object: workload.ref, path: constraint, observed: 'none', expected: `spread by ${hostname}` };
    if (pods.length > 1 && nodes.size === 1) {
      // Whether they had a choice takes the nodes; where those can't be read, the verdict ends here as unknown.
      index.all('v1/Node');
      const [first, ...more] = pods.map(pod => index.evidence(pod, 'spec.nodeName', String(pod.spec?.nodeName)));
      const all = pods.length === 2 ? 'both replicas run' : `all ${pods.length} replicas run`;
      return fail(`${all} on node ${pods[0].spec?.nodeName}`, first, ...more, ...(asked.length ? asked : [unasked]));
    }
    const now = pods.length > 1 ? `${pods.length} replicas on ${nodes.size} nodes` : undefined;
    if (asked.length === 0) {
      const result = warn(`${now ? `${now}, but nothing` : 'nothing'} asks for it to be spread`, unasked);
      return withFix(result, spreadFix(workload, hostname));
    }
    return pass(now ?? 'it asks to be spread across nodes', ...asked);
  },
});
