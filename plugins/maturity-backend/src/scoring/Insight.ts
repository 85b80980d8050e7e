// What is known of a component in an environment beside its verdicts: why pods do not run, what patches concern, and
// where its workloads are declared.
import type {
  Delivery,
  KubernetesObject,
  ObjectIndex,
  ObjectRef,
  RecordingView,
  VerdictRecord,
  Workload,
  WorkloadDiagnosis,
} from '@maturity-roadmap/engine';
import { deliveryOf, diagnoseUnhealthy, formatRef, kindIdOf, patchedObjects } from '@maturity-roadmap/engine';

/** Beside the verdicts. Plain data: survives JSON unchanged. */
export interface Insight {
  environment: string;
  /** Of workloads that are not well, in the order of the workloads. */
  diagnoses: WorkloadDiagnosis[];
  /** What fixes change and is no workload of the component, which is stored anyway. */
  objects: KubernetesObject[];
  deliveries: Delivery[];
}

/** Objects that fixes change and that are none of the workloads, by the check that found them. */
export function fixedObjects(
  records: readonly VerdictRecord[],
  workloads: readonly Workload[],
): Map<string, readonly ObjectRef[]> {
  const own = new Set(workloads.map(({ ref }) => formatRef(ref)));
  const found = new Map<string, readonly ObjectRef[]>();
  for (const { check, fix } of records) {
    const others = fix ? patchedObjects(fix).filter(ref => !own.has(formatRef(ref))) : [];
    if (others.length > 0) found.set(check, [...(found.get(check) ?? []), ...others]);
  }
  return found;
}

function held(refs: Iterable<ObjectRef>, index: ObjectIndex): KubernetesObject[] {
  const once = [...new Map([...refs].map(ref => [formatRef(ref), ref])).values()];
  return once.flatMap(({ apiVersion, kind, namespace = '', name }): KubernetesObject[] => {
    const id = kindIdOf(apiVersion, kind);
    const object: KubernetesObject | undefined = id && index.get(id, namespace, name);
    return object ? [object] : [];
  });
}

/**
 * What is known of workloads beside their verdicts; undefined where there is nothing to say.
 *
 * @param fixed - objects that fixes change
 * @param view - records what diagnoses ask for, so that a change of a pod is told to touch its component
 * @param index - of the same environment
 */
export function insightOf(
  workloads: readonly Workload[],
  fixed: Iterable<ObjectRef>,
  { view, index }: { view: RecordingView; index: ObjectIndex },
): Insight | undefined {
  const found = {
    diagnoses: workloads.flatMap(workload => diagnoseUnhealthy(workload, view) ?? []),
    objects: held(fixed, index),
    deliveries: workloads.flatMap(({ object }) => deliveryOf(object, index) ?? []),
  };
  const isEmpty = Object.values(found).every(({ length }) => length === 0);
  return isEmpty ? undefined : { environment: view.cluster, ...found };
}
