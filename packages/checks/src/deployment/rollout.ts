// What the status of a Deployment says of its rollout.
import type { Condition, Evidence, Workload } from '@maturity-roadmap/engine';

/** See https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#deployment-status */
export interface DeploymentStatus {
  observedGeneration?: number;
  updatedReplicas?: number;
  availableReplicas?: number;
  conditions?: Condition[];
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
