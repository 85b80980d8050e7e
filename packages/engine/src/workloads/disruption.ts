// How many pods a PodDisruptionBudget lets go at once, by the arithmetic of its controller.
import type { ObjectOf } from '../model';
import type { ObjectView } from '../objects';
import { memoizeLast, resolveIntOrPercent, selects } from '../objects';
import type { ScalingKinds } from './scaling';
import { steadyReplicas } from './scaling';
import type { Workload } from './Workload';
import { workloadsIn } from './workloadsIn';

/** @public */
export type PodDisruptionBudget = ObjectOf<'policy/v1/PodDisruptionBudget'>;

/** Kinds whose scale the disruption controller can read. */
const scaledKinds = ['apps/v1/Deployment', 'apps/v1/StatefulSet', 'argoproj.io/v1alpha1/Rollout'] as const;

/** What the arithmetic of budgets reads. @public */
export type DisruptionKinds = ScalingKinds | 'policy/v1/PodDisruptionBudget' | (typeof scaledKinds)[number];

/**
 * The PodDisruptionBudgets that select a workload's pods: an empty selector selects the whole namespace, a missing one
 * nothing. See https://kubernetes.io/docs/tasks/run-application/configure-pdb/
 *
 * @public
 */
export const budgetsOf = memoizeLast(
  (workload: Workload, index: ObjectView<'policy/v1/PodDisruptionBudget'>): readonly PodDisruptionBudget[] =>
    index
      .inNamespace('policy/v1/PodDisruptionBudget', workload.namespace)
      .filter(({ spec }) => selects(spec?.selector, workload.podLabels, 'nothing')),
);

/**
 * How many of the expected pods a budget wants healthy. Percentages are rounded up, of `maxUnavailable` too, so that 1%
 * still allows one eviction while 51% of one pod allows none.
 * See https://kubernetes.io/docs/tasks/run-application/configure-pdb/#rounding-logic-when-specifying-percentages
 *
 * @returns undefined if the budget names neither a number nor a percentage
 * @public
 */
export function desiredHealthy(spec: PodDisruptionBudget['spec'], expected: number): number | undefined {
  if (spec?.maxUnavailable === undefined) return resolveIntOrPercent(spec?.minAvailable, expected, 'up');
  const mayGo = resolveIntOrPercent(spec.maxUnavailable, expected, 'up');
  return mayGo === undefined ? undefined : Math.max(0, expected - mayGo);
}

/** A Rollout may borrow its template from a Deployment, which then has no pods of its own. */
function lends(other: Workload, workload: Workload): boolean {
  const spec = workload.object.spec as { workloadRef?: { kind?: string; name?: string } } | undefined;
  return spec?.workloadRef?.kind === other.kind && spec.workloadRef.name === other.name;
}

/** The pods that a budget covers in a steady state; several workloads may share it. */
function expectedPods(budget: PodDisruptionBudget, workload: Workload, index: ObjectView<DisruptionKinds>): number {
  let pods = steadyReplicas(workload, index)?.count ?? 0;
  for (const other of workloadsIn(scaledKinds, workload.namespace, index)) {
    if (other.kind === workload.kind && other.name === workload.name) continue;
    if (lends(other, workload) || !selects(budget.spec?.selector, other.podLabels, 'nothing')) continue;
    pods += steadyReplicas(other, index)?.count ?? 0;
  }
  return pods;
}

/**
 * What a budget leaves in a steady state, with all pods healthy.
 *
 * @public
 */
export interface DisruptionRoom {
  /** Pods that the budget covers. */
  expected: number;
  /** Of them, how many must stay healthy. */
  desired: number;
  /** Evictions allowed at once; 0 blocks every drain. */
  allowed: number;
  /** The field that decides: `minAvailable` or `maxUnavailable`. */
  field: 'minAvailable' | 'maxUnavailable';
}

/**
 * Of a budget with neither number its controller expects no pods, and where it expects none it allows no eviction: the
 * API server takes such a budget, and refuses every eviction of the pods that it selects.
 * See https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/controller/disruption/disruption.go
 */
const saysNothing = ({ spec }: PodDisruptionBudget) =>
  (spec?.minAvailable ?? undefined) === undefined && (spec?.maxUnavailable ?? undefined) === undefined;

/**
 * The room that a budget leaves to a workload it selects. Judged by the spec and the steady minimum of everything the
 * budget covers: a status that allows no disruption just now may be the fault of one unready pod.
 *
 * @returns undefined if nothing is expected to run, or the budget's numbers can't be read
 * @public
 */
export function disruptionRoom(
  budget: PodDisruptionBudget,
  workload: Workload,
  index: ObjectView<DisruptionKinds>,
): DisruptionRoom | undefined {
  const expected = expectedPods(budget, workload, index);
  const desired = saysNothing(budget) ? expected : desiredHealthy(budget.spec, expected);
  if (expected === 0 || desired === undefined) return undefined;
  const field = budget.spec?.maxUnavailable === undefined ? 'minAvailable' : 'maxUnavailable';
  return { expected, desired, allowed: Math.max(0, expected - desired), field };
}
