// Diagnoses a workload where there is something to diagnose, at little cost where there is nothing.
import type { KubernetesObject } from '../model';
import type { ObjectView } from '../objects';
import { canRead, conform } from '../objects';
import type { Workload } from '../workloads';
import { podsOf } from '../workloads';
import type { DiagnosisKind, Event, Pod } from './Cause';
import { diagnoseWorkload, eventsAbout, lastSeen } from './diagnose';
import { isInTrouble, podState } from './podStates';
import { ruledOutFor } from './ruledOut';
import type { PodState, SeenEvent, WorkloadDiagnosis } from './WorkloadDiagnosis';

const limits = { pods: 10, events: 10 };
const podKinds = ['v1/Pod', 'apps/v1/ReplicaSet', 'batch/v1/Job'] as const;

function seen(about: KubernetesObject, event: Event): SeenEvent {
  const at = lastSeen(event);
  return {
    ...(at ? { at } : {}),
    reason: event.reason ?? '',
    message: event.message ?? '',
    count: event.series?.count ?? event.count ?? 1,
    about: `${about.kind} ${about.metadata.name}`,
  };
}

/** The newest run of what runs to completion counts: earlier ones are over. */
function current(workload: Workload, states: readonly PodState[]): readonly PodState[] {
  if (!workload.runsToCompletion) return states;
  return [...states].sort((a, b) => ((a.createdAt ?? '') < (b.createdAt ?? '') ? 1 : -1)).slice(0, 1);
}

const statesOf = (workload: Workload, pods: readonly Pod[]) =>
  current(
    workload,
    pods.map(pod => podState(pod)),
  );

/** Pods that are wanted and not there. What was only written and never run has no status, and no pods to miss. */
function missingPods(workload: Workload, states: readonly PodState[]): number {
  const isRunning = workload.object.status !== undefined;
  return isRunning ? Math.max(0, (workload.replicas ?? states.length) - states.length) : 0;
}

/** Whether pods are well as they stand: looked at of nearly all workloads, so before what is amiss in them is mended. */
function areWell(workload: Workload, pods: readonly Pod[]): boolean {
  try {
    const states = statesOf(workload, pods);
    return missingPods(workload, states) === 0 && !states.some(isInTrouble);
  } catch {
    return false;
  }
}

/**
 * Why a workload does not run as it should, with the state of its pods; undefined where all is well, where nothing is
 * meant to run, or where pods can't be read, which is no diagnosis.
 *
 * Where all pods are ready and none ended badly, only the pods are read.
 *
 * @public
 */
export function diagnoseUnhealthy(workload: Workload, index: ObjectView<DiagnosisKind>): WorkloadDiagnosis | undefined {
  if (!canRead(podKinds, index)) return undefined;
  const all = podsOf(workload, index);
  if (areWell(workload, all)) return undefined;
  const pods = all.map(pod => conform(pod, 'v1/Pod').object);
  const states = statesOf(workload, pods);
  const troubled = states.filter(isInTrouble);
  const missing = missingPods(workload, states);
  if (troubled.length === 0 && missing === 0) return undefined;
  const found = diagnoseWorkload(workload, index);
  const notReady = states.filter(({ ready }) => !ready).length + missing;
  if (notReady === 0 && found.causes.length === 0) return undefined;
  const byName = new Map(pods.map(pod => [pod.metadata.name, pod]));
  const events = [workload.object, ...troubled.slice(0, limits.pods).map(({ name }) => byName.get(name)!)]
    .flatMap(object => eventsAbout(object, index).map(event => seen(object, event)))
    .sort((a, b) => ((a.at ?? '') < (b.at ?? '') ? 1 : -1));
  const isFirst = (state: PodState) => Number(!troubled.includes(state));
  return {
    ...found,
    workload: workload.ref,
    pods: states.length + missing,
    notReady,
    states: [...states]
      .sort((a, b) => isFirst(a) - isFirst(b) || Number(a.ready) - Number(b.ready))
      .slice(0, limits.pods),
    events: events.slice(0, limits.events),
    ruledOut: troubled[0] ? ruledOutFor(troubled[0], found.causes) : [],
  };
}
