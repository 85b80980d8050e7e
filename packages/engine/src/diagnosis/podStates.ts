// Pods and their containers as they are now, in few words.
import type { Pod } from './Cause';
import { meaningOfExit } from './crashes';
import type { PlacedStatus } from './statuses';
import { statusesOf, waitingOf } from './statuses';
import type { ContainerEnd, ContainerState, PodState } from './WorkloadDiagnosis';

/** Characters of a container's last words. */
const wordsLimit = 1_000;

function endOfContainer({ status }: PlacedStatus): ContainerEnd | undefined {
  const end = status.state?.terminated ?? status.lastState?.terminated;
  if (!end) return undefined;
  const { exitCode, reason, message, startedAt, finishedAt } = end;
  return {
    exitCode,
    meaning: meaningOfExit(exitCode),
    ...(reason ? { reason } : {}),
    ...(message ? { message: message.trim().slice(-wordsLimit) } : {}),
    ...(startedAt ? { startedAt } : {}),
    ...(finishedAt ? { finishedAt } : {}),
  };
}

function stateOf(placed: PlacedStatus): string {
  const { state } = placed.status;
  if (state?.running) return 'running';
  return waitingOf(placed)?.reason || state?.terminated?.reason || (state?.terminated ? 'ended' : 'waiting');
}

function containerState(placed: PlacedStatus): ContainerState {
  const { name, ready, restartCount, state } = placed.status;
  const end = endOfContainer(placed);
  const since = state?.running?.startedAt;
  return {
    name,
    role: placed.role,
    ready: Boolean(ready),
    restarts: restartCount ?? 0,
    state: stateOf(placed),
    ...(since ? { runningSince: since } : {}),
    ...(end ? { lastEnd: end } : {}),
  };
}

/** Whether a container has a mark of trouble: it waits, ended badly now or before, or is not ready. */
function isTroubled({ role, ready, state, lastEnd }: ContainerState): boolean {
  if (role === 'init') return state !== 'running' && lastEnd?.exitCode !== 0;
  return !ready || (lastEnd !== undefined && lastEnd.exitCode !== 0);
}

/** A pod as it is. */
export function podState(pod: Pod): PodState {
  const { phase = 'Pending', reason } = pod.status ?? {};
  const containers = statusesOf(pod).map(containerState);
  const isDone = phase === 'Succeeded';
  const running = containers.filter(({ role }) => role !== 'init');
  const troubled = containers.find(one => isTroubled(one) && one.state !== 'running');
  const node = pod.spec?.nodeName;
  const createdAt = pod.metadata.creationTimestamp as string | undefined;
  return {
    name: pod.metadata.name,
    ready: isDone || (phase === 'Running' && running.length > 0 && running.every(({ ready }) => ready)),
    state: isDone ? phase : (reason ?? troubled?.state ?? (node ? phase : 'Unscheduled')),
    restarts: containers.reduce((sum, { restarts }) => sum + restarts, 0),
    ...(node ? { node } : {}),
    ...(createdAt ? { createdAt } : {}),
    containers,
  };
}

/** Whether a pod is worth a diagnosis: it is not ready, or a container of it ended badly before. */
export function isInTrouble(state: PodState): boolean {
  if (state.state === 'Succeeded') return false;
  return (
    !state.ready || state.containers.some(({ role, lastEnd }) => role !== 'init' && lastEnd && lastEnd.exitCode !== 0)
  );
}
