// Workloads as text, for checks of repositories that are judged where the cluster is not at hand.
import type { KubernetesObject, ObjectRef, Workload } from '@maturity-roadmap/engine';
import { toWorkload } from '@maturity-roadmap/engine';

/** A workload as it is stored: what it is made from. */
export interface StoredWorkload {
  ref: ObjectRef;
  /** Without its status, which repositories do not depend on. */
  object: KubernetesObject;
  /** Where the pod template stands in another object. */
  template?: object;
}

/** What is stored of a workload. */
export function storeWorkload({ ref, object, podSpec, podLabels, podAnnotations }: Workload): StoredWorkload {
  const { status: _, ...rest } = object;
  const { managedFields: __, ...metadata } = rest.metadata as KubernetesObject['metadata'] & {
    managedFields?: unknown;
  };
  const borrows = Boolean((object.spec as { workloadRef?: unknown } | undefined)?.workloadRef);
  return {
    ref,
    object: { ...rest, metadata },
    ...(borrows ? { template: { metadata: { labels: podLabels, annotations: podAnnotations }, spec: podSpec } } : {}),
  };
}

/** The workload again. */
export function restoreWorkload({ ref, object, template }: StoredWorkload): Workload | undefined {
  return toWorkload(object, ref, template);
}
