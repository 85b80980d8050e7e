// How the containers of a workload ended lately, as their logs' last lines would tell.
import type { ContainerStatus } from 'kubernetes-types/core/v1';
import type { Evidence, ObjectView, Pod, Workload } from '@maturity-roadmap/engine';
import { minutesSince } from '@maturity-roadmap/engine';

const minutesOfDay = 24 * 60;

/** From this many restarts on, a failed exit is a pattern rather than an accident. */
const repeatedRestarts = 3;

/** One container's trouble; `serious` for what repeats or was killed for its memory. */
export interface Trouble {
  container: string;
  what: string;
  serious: boolean;
  evidence: Evidence;
}

/**
 * What went wrong in a pod's containers within a day. Only containers that the team wrote count, not sidecars that a
 * mesh injected. Pods that are being deleted never come here, so their exit codes 137 and 143 don't count.
 * See https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#container-states
 */
export function troublesOf(workload: Workload, pod: Pod, index: ObjectView<'v1/Pod'>): Trouble[] {
  const troubles: Trouble[] = [];
  for (const field of ['initContainerStatuses', 'containerStatuses'] as const) {
    for (const status of pod.status?.[field] ?? []) {
      if (!workload.containers.some(({ name }) => name === status.name)) continue;
      const trouble = troubleOf(status, field, workload, pod, index);
      if (trouble) troubles.push(trouble);
    }
  }
  return troubles;
}

function troubleOf(
  status: ContainerStatus,
  field: 'initContainerStatuses' | 'containerStatuses',
  { runsToCompletion }: Workload,
  pod: Pod,
  index: ObjectView<'v1/Pod'>,
): Trouble | undefined {
  const { name: container, restartCount = 0, state, lastState } = status;
  const trouble = (what: string, serious: boolean, where: string, seen: string): Trouble => {
    const observed = `${seen}, ${restartCount === 1 ? '1 restart' : `${restartCount} restarts`}`;
    const path = `status.${field}[${container}].${where}`;
    return { container, what, serious, evidence: index.evidence(pod, path, observed, 'no failed exit within a day') };
  };
  if (state?.waiting?.reason === 'CrashLoopBackOff') {
    return trouble('is in a crash loop', true, 'state.waiting', 'CrashLoopBackOff');
  }
  const where = state?.terminated ? 'state.terminated' : 'lastState.terminated';
  const ended = state?.terminated ?? lastState?.terminated;
  const age = minutesSince(ended?.finishedAt, index);
  if (!ended || age === undefined || age > minutesOfDay) return undefined;
  const observed = `${ended.reason ?? 'no reason'}, exit code ${ended.exitCode}, ${ended.finishedAt}`;
  if (ended.reason === 'OOMKilled') return trouble('ran out of memory within a day', true, where, observed);
  if (ended.exitCode !== 0) {
    const serious = runsToCompletion || restartCount >= repeatedRestarts;
    return trouble(`exited with ${ended.exitCode} within a day`, serious, where, observed);
  }
  // A server that ends without an error and is started again and again still serves nobody meanwhile.
  if (!runsToCompletion && restartCount >= repeatedRestarts && !state?.terminated) {
    return trouble('keeps ending without an error', false, where, observed);
  }
  return undefined;
}
