// What the status of a Deployment says of its rollout.
import type { Condition, Evidence, KindId, ObjectView, Workload } from '@maturity-roadmap/engine';
import { minutesSince } from '@maturity-roadmap/engine';

/** See https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#deployment-status */
export interface DeploymentStatus {
  observedGeneration?: number;
  updatedReplicas?: number;
  availableReplicas?: number;
  conditions?: (Condition & { lastUpdateTime?: string })[];
}

/** Conditions that say no. A rollout that is done stays Progressing, with the reason NewReplicaSetAvailable. */
export function failingConditions(status: DeploymentStatus): Condition[] {
  return (status.conditions ?? []).filter(
    ({ type, status: is, reason }) =>
      (type === 'Available' && is === 'False') ||
      (type === 'Progressing' && is === 'False' && reason === 'ProgressDeadlineExceeded') ||
      (type === 'ReplicaFailure' && is === 'True'),
  );
}

/** A condition that says no, as evidence. */
export function conditionEvidence(workload: Workload, { type, status, reason }: Condition): Evidence {
  return {
    object: workload.ref,
    path: `status.conditions[${type}]`,
    observed: `${status}, ${reason ?? 'no reason'}`,
    expected: type === 'ReplicaFailure' ? 'False' : 'True',
  };
}

/** The API server fills it in. */
const defaultDeadlineSeconds = 600;

/**
 * Whether a rollout is under way that still has time: too few replicas then say nothing yet. The controller notes each
 * step forward on the condition Progressing.
 * See https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#progress-deadline-seconds
 */
export function isRollingOut(
  { object }: Workload,
  status: DeploymentStatus,
  index: Pick<ObjectView<KindId>, 'observedAt'>,
): boolean {
  const progressing = status.conditions?.find(({ type }) => type === 'Progressing');
  if (progressing?.status !== 'True' || progressing.reason === 'NewReplicaSetAvailable') return false;
  const spec = object.spec as { progressDeadlineSeconds?: number } | undefined;
  const minutes = minutesSince(progressing.lastUpdateTime ?? progressing.lastTransitionTime, index);
  return minutes !== undefined && minutes * 60 < (spec?.progressDeadlineSeconds ?? defaultDeadlineSeconds);
}
