// PodDisruptionBudgets that never allow a pod of the workload to be evicted, by the arithmetic of their controller.
import type { ObjectOf, ObjectView, ScalingKinds, Workload } from '@maturity-roadmap/engine';
import { resolveIntOrPercent, selects, steadyReplicas, toWorkload } from '@maturity-roadmap/engine';
import type { EvictionBlocker } from './evictionBlockers';

type Budget = ObjectOf<'policy/v1/PodDisruptionBudget'>;

const replicatedKinds = ['apps/v1/Deployment', 'apps/v1/StatefulSet', 'argoproj.io/v1alpha1/Rollout'] as const;

export type BudgetKinds = ScalingKinds | 'policy/v1/PodDisruptionBudget' | (typeof replicatedKinds)[number];

/**
 * How many of the expected pods a budget wants to stay. Percentages are rounded up, of `maxUnavailable` too, so that 1%
 * still allows one eviction while 51% of one pod allows none.
 * See https://kubernetes.io/docs/tasks/run-application/configure-pdb/#rounding-logic-when-specifying-percentages
 *
 * @returns undefined if the budget names neither a number nor a percentage
 */
export function desiredHealthy(spec: Budget['spec'], expected: number): number | undefined {
  if (spec?.maxUnavailable === undefined) return resolveIntOrPercent(spec?.minAvailable, expected, 'up');
  const mayGo = resolveIntOrPercent(spec.maxUnavailable, expected, 'up');
  return mayGo === undefined ? undefined : Math.max(0, expected - mayGo);
}

/** The pods that a budget covers in a steady state: it may be shared by several workloads. */
function expectedPods(budget: Budget, index: ObjectView<BudgetKinds>): number {
  const namespace = budget.metadata.namespace ?? 'default';
  const covered = replicatedKinds
    .flatMap(kind => [...index.inNamespace(kind, namespace)])
    .flatMap(object => toWorkload(object, index.ref(object)) ?? [])
    .filter(({ podLabels }) => selects(budget.spec?.selector, podLabels, 'nothing'));
  return covered.reduce((sum, workload) => sum + (steadyReplicas(workload, index)?.count ?? 0), 0);
}

/**
 * What budgets have against moving the workload's pods. Judged by the spec, with all pods healthy: a status that allows
 * no disruption just now may be the fault of one unready pod. Two budgets for one pod make every eviction fail.
 * See https://kubernetes.io/docs/concepts/scheduling-eviction/api-eviction/
 */
export function budgetBlockers(workload: Workload, index: ObjectView<BudgetKinds>): EvictionBlocker[] {
  const budgets = index
    .inNamespace('policy/v1/PodDisruptionBudget', workload.namespace)
    .filter(({ spec }) => selects(spec?.selector, workload.podLabels, 'nothing'));
  const [budget, second] = budgets;
  if (!budget) return [];
  if (second) {
    const evidence = index.evidence(second, 'spec.selector', JSON.stringify(second.spec?.selector), 'other pods');
    const names = budgets.map(({ metadata }) => metadata.name).join(', ');
    return [{ what: `${budgets.length} PodDisruptionBudgets select it, so no eviction succeeds: ${names}`, evidence }];
  }
  // A Rollout may borrow its template, and then does not show among those that are covered.
  const own = steadyReplicas(workload, index)?.count ?? 0;
  const expected = Math.max(own, expectedPods(budget, index));
  const desired = desiredHealthy(budget.spec, expected);
  if (expected === 0 || desired === undefined || desired < expected) return [];
  const field = budget.spec?.maxUnavailable === undefined ? 'minAvailable' : 'maxUnavailable';
  const evidence = index.evidence(budget, `spec.${field}`, String(budget.spec?.[field]), 'room for one eviction');
  const pods = expected === 1 ? 'the only pod' : `all ${expected} pods`;
  return [{ what: `PodDisruptionBudget ${budget.metadata.name} wants ${pods} to stay`, evidence }];
}
