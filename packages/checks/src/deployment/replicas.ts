// How many replicas a workload was given, and whether its volumes allow more than one.
import type { ObjectOf, SteadyReplicas, Workload } from '@maturity-roadmap/engine';

/** The number as evidence; where a default decides, it says so. */
export function replicasAsWritten(workload: Workload, steady: SteadyReplicas): string {
  const written = (workload.object.spec as { replicas?: number } | undefined)?.replicas;
  return steady.path === 'spec.replicas' && written === undefined ? 'absent, which means 1' : String(steady.count);
}

/**
 * Whether all access modes of a claim tie it to one node.
 * See https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes
 */
export function isForOneNode(claim: ObjectOf<'v1/PersistentVolumeClaim'> | undefined): boolean {
  const modes = claim?.spec?.accessModes ?? [];
  return modes.length > 0 && modes.every(mode => mode === 'ReadWriteOnce' || mode === 'ReadWriteOncePod');
}
