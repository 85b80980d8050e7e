// How many replicas a workload was given, and whether its volumes allow more than one.
import type { Fix, ObjectOf, ObjectView, ScalingKinds, SteadyReplicas, Workload } from '@maturity-roadmap/engine';
import { autoscalersOf, fixFields, scaledObjectsOf } from '@maturity-roadmap/engine';

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

/**
 * Raises the number that decides, where it can simply be raised: members of a StatefulSet know of each other, and a
 * maximum below would have to be raised too.
 */
export function moreReplicas(workload: Workload, replicas: number, index: ObjectView<ScalingKinds>): Fix | undefined {
  const [scaled] = scaledObjectsOf(workload, index);
  const [hpa] = autoscalersOf(workload, index);
  if (scaled) {
    const isRoomy = (scaled.spec?.maxReplicaCount ?? 100) >= replicas;
    return isRoomy ? fixFields(index.ref(scaled), scaled, { '/spec/minReplicaCount': replicas }) : undefined;
  }
  if (hpa) {
    const isRoomy = (hpa.spec?.maxReplicas ?? 0) >= replicas;
    return isRoomy ? fixFields(index.ref(hpa), hpa, { '/spec/minReplicas': replicas }) : undefined;
  }
  const isAlike = workload.kind === 'Deployment' || workload.kind === 'Rollout';
  return isAlike ? fixFields(workload.ref, workload.object, { '/spec/replicas': replicas }) : undefined;
}
