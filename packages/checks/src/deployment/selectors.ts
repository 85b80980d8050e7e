// The selectors by which controllers take pods for theirs.
import type { KubernetesObject, ObjectOf, ObjectView, Workload } from '@maturity-roadmap/engine';
import { workloadsIn } from '@maturity-roadmap/engine';

/** Kinds of controllers that write their selector themselves; a Job's is made for it. */
export const selectingKinds = [
  'apps/v1/Deployment',
  'apps/v1/StatefulSet',
  'apps/v1/DaemonSet',
  'argoproj.io/v1alpha1/Rollout',
] as const;

type SelectingKind = (typeof selectingKinds)[number];
export type PodSelector = NonNullable<ObjectOf<'apps/v1/Deployment'>['spec']>['selector'];

/** The selector of a controller. */
export function selectorOf(object: KubernetesObject): PodSelector | undefined {
  return (object as { spec?: { selector?: PodSelector } }).spec?.selector;
}

/** The other controllers of a workload's namespace, as workloads. A Deployment that lends its template is none. */
export function neighboursOf(workload: Workload, index: ObjectView<SelectingKind>): Workload[] {
  const lender = (workload.object.spec as { workloadRef?: { kind?: string; name?: string } } | undefined)?.workloadRef;
  return workloadsIn(selectingKinds, workload.namespace, index)
    .filter(({ kind, name }) => kind !== workload.kind || name !== workload.name)
    .filter(({ kind, name }) => kind !== lender?.kind || name !== lender.name);
}
