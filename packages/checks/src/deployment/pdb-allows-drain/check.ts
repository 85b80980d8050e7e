// The PodDisruptionBudget lets at least one pod go at a time: one that lets none go stops every drain.
import { budgetsOf, disruptionRoom, fail, notApplicable, pass } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';

export const pdbAllowsDrain = defineCheck({
  id: 'pdb-allows-drain',
  topic: 'deployment',
  severity: 'high',
  since: '1.0',
  revisions: [{ since: '1.1', what: 'A budget with neither number lets nothing go; one with both is refused.' }],
  title: 'The PodDisruptionBudget allows one eviction',
  why: 'A budget that wants all pods to stay does not keep the service up: it keeps the node from being upgraded, until someone deletes the budget at a bad moment.',
  remediation:
    'Set `maxUnavailable: 1` instead of a `minAvailable` that equals the replicas, keep one budget for a pod, and add `unhealthyPodEvictionPolicy: AlwaysAllow` so that broken pods never block.',
  appliesWhen: 'A PodDisruptionBudget selects the pods.',
  references: [
    'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
    'https://kubernetes.io/docs/concepts/scheduling-eviction/api-eviction/',
  ],
  reads: [
    'policy/v1/PodDisruptionBudget',
    'autoscaling/v2/HorizontalPodAutoscaler',
    'keda.sh/v1alpha1/ScaledObject',
    'apps/v1/Deployment',
    'apps/v1/StatefulSet',
    'argoproj.io/v1alpha1/Rollout',
  ],
  evaluate(workload, index) {
    if (workload.runsToCompletion || workload.kind === 'DaemonSet')
      return notApplicable(`pods of a ${workload.kind} are not evicted for a drain`);
    const budgets = budgetsOf(workload, index);
    const [budget, second] = budgets;
    if (!budget) return notApplicable('no PodDisruptionBudget selects its pods');
    if (second) {
      const names = budgets.map(({ metadata }) => metadata.name).join(', ');
      const reason = `${budgets.length} budgets select the same pods, so every eviction fails: ${names}`;
      return fail(reason, index.evidence(second, 'spec.selector', JSON.stringify(second.spec?.selector), 'other pods'));
    }
    const name = `PodDisruptionBudget ${budget.metadata.name}`;
    const { minAvailable, maxUnavailable } = budget.spec ?? {};
    if (minAvailable !== undefined && maxUnavailable !== undefined) {
      const both = `minAvailable ${minAvailable} and maxUnavailable ${maxUnavailable}`;
      return fail(`the API server refuses ${name}: ${both}`, index.evidence(budget, 'spec', both, 'one of them'));
    }
    const room = disruptionRoom(budget, workload, index);
    if (!room) return notApplicable(`${name} expects no pods just now`);
    const observed = `${budget.spec?.[room.field] ?? 'not set'} of ${room.expected}`;
    const row = (expected?: string) => index.evidence(budget, `spec.${room.field}`, observed, expected);
    if (workload.kind === 'Pod' && room.field === 'maxUnavailable')
      return fail(`${name} can't count pods without a controller`, row('minAvailable'));
    if (room.allowed > 0) return pass(`${name} lets ${room.allowed} of ${room.expected} go at a time`, row());
    const operations = [
      ...(minAvailable === undefined ? [] : [{ op: 'remove' as const, path: '/spec/minAvailable' }]),
      { op: 'add' as const, path: '/spec/maxUnavailable', value: 1 },
    ];
    const result = fail(`${name} lets none of ${room.expected} go`, row('room for one'));
    return { ...result, fix: { object: index.ref(budget), operations } };
  },
});
