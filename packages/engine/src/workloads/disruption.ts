// How many pods a PodDisruptionBudget lets go at once, by the arithmetic of its controller.
import type { KubernetesObject, ObjectOf } from '../model';
import type { ObjectView } from '../objects';
import { resolveIntOrPercent, selects } from '../objects';
import type { ScalingKinds } from './scaling';
import { steadyReplicas } from './scaling';
import { toWorkload } from './toWorkload';
import type { Workload } from './Workload';

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
export function budgetsOf(
  workload: Workload,
  index: ObjectView<'policy/v1/PodDisruptionBudget'>,
): readonly PodDisruptionBudget[] {
  return index
    .inNamespace('policy/v1/PodDisruptionBudget', workload.namespace)
    .filter(({ spec }) => selects(spec?.selector, workload.podLabels, 'nothing'));
}

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
function lends(object: KubernetesObject, workload: Workload): boolean {
  const spec = workload.object.spec as { workloadRef?: { kind?: string; name?: string } } | undefined;
  return spec?.workloadRef?.kind === object.kind && spec.workloadRef.name === object.metadata.name;
}

/** The pods that a budget covers in a steady state; several workloads may share it. */
function expectedPods(budget: PodDisruptionBudget, workload: Workload, index: ObjectView<DisruptionKinds>): number {
  const isOther = ({ kind, metadata }: KubernetesObject) => kind !== workload.kind || metadata.name !== workload.name;
  const others = scaledKinds
    .flatMap((kind): readonly KubernetesObject[] => index.inNamespace(kind, workload.namespace))
    .filter(object => isOther(object) && !lends(object, workload))
    .flatMap(object => toWorkload(object, index.ref(object)) ?? [])
    .filter(({ podLabels }) => selects(budget.spec?.selector, podLabels, 'nothing'));
  return [workload, ...others].reduce((sum, one) => sum + (steadyReplicas(one, index)?.count ?? 0), 0);
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
  const desired = desiredHealthy(budget.spec, expected);
  if (expected === 0 || desired === undefined) return undefined;
  const field = budget.spec?.maxUnavailable === undefined ? 'minAvailable' : 'maxUnavailable';
  return { expected, desired, allowed: Math.max(0, expected - desired), field };
}
