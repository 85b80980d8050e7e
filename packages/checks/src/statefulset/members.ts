// The members of a StatefulSet as they run.
import type { ObjectView, Workload } from '@maturity-roadmap/engine';
import { minutesSince, podsOf } from '@maturity-roadmap/engine';

/** A member may take as long to start as a Deployment may to progress. */
const startMinutes = 10;

/** Whether a member started a short while ago; nothing is known of it where pods are not read. */
export function isYoung(
  workload: Workload,
  index: ObjectView<'v1/Pod' | 'apps/v1/ReplicaSet' | 'batch/v1/Job'>,
): boolean {
  if (index.state('v1/Pod').state !== 'synced') return false;
  return podsOf(workload, index).some(
    ({ metadata }) => (minutesSince(metadata.creationTimestamp, index) ?? Number.POSITIVE_INFINITY) < startMinutes,
  );
}
