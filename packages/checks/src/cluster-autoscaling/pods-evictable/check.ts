// The workload lets nodes be drained: nothing it says holds a pod where it is for good.
import { fail, notApplicable, pass, warn, withFix } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { budgetBlockers, budgetKinds, canSeeBudgets } from '../budgetBlockers';
import type { EvictionBlocker } from '../evictionBlockers';
import { annotationBlockers, localStorageBlockers, removalOf } from '../evictionBlockers';
import { hasNodePools, poolsEndAllWaiting } from '../nodePools';

export const podsEvictable = defineCheck({
  id: 'pods-evictable',
  topic: 'cluster-autoscaling',
  severity: 'high',
  since: '1.0',
  title: 'Pods can be moved when a node is drained',
  why: 'Nodes are drained for upgrades, repairs and savings. A pod that must not be moved stops all three, until someone deletes it by hand at a bad moment.',
  remediation:
    'Remove `safe-to-evict: "false"` and `do-not-disrupt: "true"`, run pods under a controller, and keep on the node’s disk only what may be lost.',
  appliesWhen: 'The workload is meant to run on and can be moved: not a DaemonSet, Job or CronJob.',
  references: [
    'https://kubernetes.io/docs/tasks/administer-cluster/safely-drain-node/',
    'https://karpenter.sh/docs/concepts/disruption/#pod-level-controls',
    'https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/FAQ.md#what-types-of-pods-can-prevent-ca-from-removing-a-node',
  ],
  reads: [...budgetKinds, 'karpenter.sh/v1/NodePool'],
  evaluate(workload, index) {
    if (workload.kind === 'DaemonSet') return notApplicable('DaemonSet pods stay with their node');
    if (workload.runsToCompletion) return notApplicable(`a ${workload.kind} may ask to be left alone until it is done`);
    if (workload.kind === 'Pod') {
      const evidence = index.evidence(workload.object, 'metadata.ownerReferences', 'none', 'a controller');
      return fail('no controller would make the pod again after a drain', evidence);
    }
    const mustMoveInTheEnd = poolsEndAllWaiting(index);
    const blockers = [
      ...annotationBlockers(workload),
      // Karpenter does not look at local storage; only Cluster Autoscaler does.
      ...(hasNodePools(index) ? [] : localStorageBlockers(workload)),
    ];
    const isMild = ({ mild = false }: EvictionBlocker) => mild || mustMoveInTheEnd;
    if (blockers.length > 1) blockers.sort((a, b) => Number(isMild(a)) - Number(isMild(b)));
    const [first, ...more] = blockers.map(({ evidence }) => evidence);
    if (!first) {
      // A budget that blocks is one fact, which pdb-allows-drain counts.
      const [held] = canSeeBudgets(index) ? budgetBlockers(workload, index) : [];
      return held
        ? notApplicable(`${held.what}: judged by pdb-allows-drain`)
        : pass('nothing its pod template says holds a pod on its node');
    }
    const reason = blockers.map(({ what }) => what).join('; ');
    const result = blockers.every(isMild) ? warn(reason, first, ...more) : fail(reason, first, ...more);
    return withFix(result, removalOf(workload, blockers));
  },
});
