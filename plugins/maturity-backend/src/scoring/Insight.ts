// What is known of a component in an environment beside its verdicts: why pods do not run, what patches concern, and
// where its workloads are declared.
import type {
  Check,
  Component,
  Delivery,
  KubernetesObject,
  ObjectIndex,
  RecordingView,
  VerdictRecord,
  Workload,
  WorkloadDiagnosis,
} from '@maturity-roadmap/engine';
import { deliveryOf, diagnoseUnhealthy, formatRef, judgeComponent, kindIdOf } from '@maturity-roadmap/engine';

/** Beside the verdicts. Plain data: survives JSON unchanged. */
export interface Insight {
  environment: string;
  /** Of workloads that are not well, in the order of the workloads. */
  diagnoses: WorkloadDiagnosis[];
  /** What fixes change and is no workload of the component, which is stored anyway. */
  objects: KubernetesObject[];
  deliveries: Delivery[];
}

/** Verdicts and insight. */
export interface Findings {
  records: VerdictRecord[];
  /** Absent where there is nothing to say. */
  insight?: Insight;
}

function fixedObjects(records: readonly VerdictRecord[], workloads: readonly Workload[], index: ObjectIndex) {
  const own = new Set(workloads.map(({ ref }) => formatRef(ref)));
  const refs = records.flatMap(({ fix }) => (fix && !own.has(formatRef(fix.object)) ? [fix.object] : []));
  const once = [...new Map(refs.map(ref => [formatRef(ref), ref])).values()];
  return once.flatMap(({ apiVersion, kind, namespace = '', name }): KubernetesObject[] => {
    const id = kindIdOf(apiVersion, kind);
    const object: KubernetesObject | undefined = id && index.get(id, namespace, name);
    return object ? [object] : [];
  });
}

/**
 * Judges a component in one environment.
 *
 * @param view - records what diagnoses ask for, so that a change of a pod is told to touch its component
 * @param index - of the same environment
 */
export function judgeWithInsight(
  subject: Component,
  checks: readonly Check[],
  { view, index }: { view: RecordingView; index: ObjectIndex },
): Findings {
  const { observedAt } = index;
  const records = judgeComponent(subject, { observedAt, clusters: new Map([[view.cluster, view]]) }, checks);
  const { workloads } = subject;
  const found = {
    diagnoses: workloads.flatMap(workload => diagnoseUnhealthy(workload, view) ?? []),
    objects: fixedObjects(records, workloads, index),
    deliveries: workloads.flatMap(({ object }) => deliveryOf(object, index) ?? []),
  };
  const isEmpty = Object.values(found).every(({ length }) => length === 0);
  return isEmpty ? { records } : { records, insight: { environment: view.cluster, ...found } };
}
