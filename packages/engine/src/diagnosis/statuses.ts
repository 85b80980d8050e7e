// The container statuses of a pod, in the order in which containers run.
import type { Case, ContainerStatus, Pod } from './Cause';

/** A container's status with its place. */
export interface PlacedStatus {
  status: ContainerStatus;
  role: 'init' | 'sidecar' | 'main';
  path: string;
}

/** Init containers first. Those with `restartPolicy: Always` run beside the others and hold nobody up once started. */
export function statusesOf({ spec, status }: Pod): PlacedStatus[] {
  const sidecars = new Set(
    (spec?.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy === 'Always').map(({ name }) => name),
  );
  return [
    ...(status?.initContainerStatuses ?? []).map((one): PlacedStatus => ({
      status: one,
      role: sidecars.has(one.name) ? 'sidecar' : 'init',
      path: `status.initContainerStatuses[${one.name}]`,
    })),
    ...(status?.containerStatuses ?? []).map((one): PlacedStatus => ({
      status: one,
      role: 'main',
      path: `status.containerStatuses[${one.name}]`,
    })),
  ];
}

/** Why a container waits, if it does. */
export function waitingOf({ status }: PlacedStatus): { reason: string; message: string } | undefined {
  const { waiting } = status.state ?? {};
  return waiting && { reason: waiting.reason ?? '', message: waiting.message ?? '' };
}

/** How a container ended, now or the last time. */
export function endOf({ status }: PlacedStatus) {
  return status.state?.terminated ?? status.lastState?.terminated;
}

/** The newest warning of a reason whose message matches. */
export function eventOf({ events }: Case, reasons: readonly string[], pattern = /(?:)/) {
  return events.find(({ reason, message }) => reasons.includes(reason ?? '') && pattern.test(message ?? ''));
}

/** What the kubelet said when it ended a container for its probe. The names of others may hold this one. */
export function endedByProbe(one: Case, name: string) {
  return eventOf(one, ['Killing'], new RegExp(`(?<![\\w-])${name}(?![\\w-]).*failed (liveness|startup) probe`, 'i'));
}

/** An event as evidence. */
export function eventEvidence({ index }: Case, event: Case['events'][number]) {
  return index.evidence(event, 'message', `${event.reason}: ${event.message ?? ''}`);
}
