// PodDisruptionBudgets that never allow a pod of the workload to be evicted.
import type { DisruptionKinds, ObjectView, Workload } from '@maturity-roadmap/engine';
import { budgetsOf, canRead, disruptionRoom } from '@maturity-roadmap/engine';
import type { EvictionBlocker } from './evictionBlockers';

export type BudgetKinds = DisruptionKinds;

/** Kinds that the arithmetic of budgets takes. */
export const budgetKinds = [
  'policy/v1/PodDisruptionBudget',
  'autoscaling/v2/HorizontalPodAutoscaler',
  'keda.sh/v1alpha1/ScaledObject',
  'apps/v1/Deployment',
  'apps/v1/StatefulSet',
  'argoproj.io/v1alpha1/Rollout',
] as const;

/** Whether budgets and what they count by were read at all; where not, another check says so. */
export function canSeeBudgets(index: ObjectView<BudgetKinds>): boolean {
  return canRead(budgetKinds, index);
}

/**
 * What budgets have against moving the workload's pods. Two budgets for one pod make every eviction fail.
 * See https://kubernetes.io/docs/concepts/scheduling-eviction/api-eviction/
 */
export function budgetBlockers(workload: Workload, index: ObjectView<BudgetKinds>): EvictionBlocker[] {
  const budgets = budgetsOf(workload, index);
  const [budget, second] = budgets;
  if (!budget) return [];
  if (second) {
    const evidence = index.evidence(second, 'spec.selector', JSON.stringify(second.spec?.selector), 'other pods');
    const names = budgets.map(({ metadata }) => metadata.name).join(', ');
    return [{ what: `${budgets.length} PodDisruptionBudgets select it, so no eviction succeeds: ${names}`, evidence }];
  }
  const room = disruptionRoom(budget, workload, index);
  if (!room || room.allowed > 0) return [];
  const { expected, field } = room;
  const evidence = index.evidence(
    budget,
    `spec.${field}`,
    String(budget.spec?.[field] ?? 'not set'),
    'room for one eviction',
  );
  const pods = expected === 1 ? 'the only pod' : `all ${expected} pods`;
  return [{ what: `PodDisruptionBudget ${budget.metadata.name} wants ${pods} to stay`, evidence }];
}
