// The running pods of a workload, and which of them belong to its current revision.
import type { ObjectOf } from '../model';
import type { ObjectView } from '../objects';
import { memoizeLast } from '../objects';
import type { Workload } from './Workload';

/** @public */
export type Pod = ObjectOf<'v1/Pod'>;

/** @public */
export type ReplicaSet = ObjectOf<'apps/v1/ReplicaSet'>;

/** Written by the Deployment controller on the Deployment and its ReplicaSets. */
const revisionAnnotation = 'deployment.kubernetes.io/revision';
/** The same for Argo Rollouts. */
const rolloutRevisionAnnotation = 'rollout.argoproj.io/revision';

/**
 * The ReplicaSets of a Deployment or Rollout, oldest name first; none for other kinds.
 *
 * @public
 */
export function replicaSetsOf(workload: Workload, index: ObjectView<'apps/v1/ReplicaSet'>): readonly ReplicaSet[] {
  const uid = workload.object.metadata.uid;
  return uid ? index.controlledBy('apps/v1/ReplicaSet', uid) : [];
}

/**
 * The ReplicaSet that carries the workload's current revision number.
 * See https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#pod-template-hash-label
 *
 * @public
 */
export const currentReplicaSet = memoizeLast(
  (workload: Workload, index: ObjectView<'apps/v1/ReplicaSet'>): ReplicaSet | undefined => {
    const annotation = workload.kind === 'Rollout' ? rolloutRevisionAnnotation : revisionAnnotation;
    const revision = workload.object.metadata.annotations?.[annotation];
    const all = replicaSetsOf(workload, index);
    if (revision === undefined) return all.length === 1 ? all[0] : undefined;
    return all.find(set => set.metadata.annotations?.[annotation] === revision);
  },
);

/**
 * All pods of a workload, by owner references: through ReplicaSets for Deployments and Rollouts, through Jobs for
 * CronJobs and ScaledJobs, the pod itself if it is bare. Pods that are being deleted are left out.
 *
 * @public
 */
export const podsOf = memoizeLast(
  (workload: Workload, index: ObjectView<'v1/Pod' | 'apps/v1/ReplicaSet' | 'batch/v1/Job'>): readonly Pod[] => {
    const uid = workload.object.metadata.uid;
    if (workload.kind === 'Pod') return uid ? [workload.object as Pod] : [];
    const pods: Pod[] = [];
    for (const controller of uid ? controllersOfPods(workload, uid, index) : [])
      for (const pod of index.controlledBy('v1/Pod', controller)) if (!pod.metadata.deletionTimestamp) pods.push(pod);
    return pods;
  },
);

function uidsOf(objects: readonly { metadata: { uid?: string } }[]): string[] {
  const uids: string[] = [];
  for (const { metadata } of objects) if (metadata.uid) uids.push(metadata.uid);
  return uids;
}

function controllersOfPods(
  workload: Workload,
  uid: string,
  index: ObjectView<'apps/v1/ReplicaSet' | 'batch/v1/Job'>,
): string[] {
  if (workload.kind === 'Deployment' || workload.kind === 'Rollout') return uidsOf(replicaSetsOf(workload, index));
  if (workload.kind === 'CronJob' || workload.kind === 'ScaledJob')
    return uidsOf(index.controlledBy('batch/v1/Job', uid));
  return [uid];
}
