// "Why is my pod crashing?": from status, events and referenced objects to ranked causes.
import type { KubernetesObject, ObjectOf } from '../model';
import type { ObjectView } from '../objects';
import { conform } from '../objects';
import type { Workload } from '../workloads';
import { podsOf } from '../workloads';
import { admissionCauses } from './admission';
import type { Case, Cause, Diagnosis, DiagnosisKind, Event, Pod } from './Cause';
import { diagnosisKinds, stages } from './Cause';
import { configCauses, sandboxCauses, volumeCauses } from './configuration';
import { crashCauses } from './crashes';
import { imageCauses } from './images';
import { endCauses, initCauses, probeCauses } from './probes';
import { schedulingCauses } from './scheduling';

const parts: readonly ((one: Case) => Cause[])[] = [
  schedulingCauses,
  volumeCauses,
  sandboxCauses,
  imageCauses,
  configCauses,
  initCauses,
  crashCauses,
  probeCauses,
  endCauses,
];

const confidences = ['certain', 'likely', 'possible'];
/** When an event was given last. */
export const lastSeen = (event: Event): string =>
  event.series?.lastObservedTime ?? event.lastTimestamp ?? event.eventTime ?? '';

/** The warnings about an object, newest first; none where events can't be read. */
export function eventsAbout({ metadata, kind }: KubernetesObject, index: ObjectView<DiagnosisKind>): Event[] {
  if (index.state('v1/Event').state !== 'synced') return [];
  const isAbout = ({ involvedObject: involved }: Event) =>
    involved?.uid && metadata.uid
      ? involved.uid === metadata.uid
      : involved?.kind === kind && involved.name === metadata.name;
  return index
    .inNamespace('v1/Event', metadata.namespace ?? 'default')
    .map(event => conform(event, 'v1/Event').object)
    .filter(event => (event.type === 'Warning' || event.reason === 'Killing') && isAbout(event))
    .sort((a, b) => (lastSeen(a) < lastSeen(b) ? 1 : -1));
}

function rank(causes: readonly Cause[]): Cause[] {
  const place = ({ stage, confidence }: Cause) =>
    stages.indexOf(stage) * confidences.length + confidences.indexOf(confidence);
  return [...causes].sort((a, b) => place(a) - place(b) || (a.title < b.title ? -1 : Number(a.title > b.title)));
}

function limitsOf(index: ObjectView<DiagnosisKind>): string[] {
  return diagnosisKinds.flatMap(kind => {
    const state = index.state(kind);
    if (state.state === 'synced' || state.state === 'notServed') return [];
    return [`${kind.slice(kind.lastIndexOf('/') + 1)}s were not read: ${state.message}`];
  });
}

function causesOf(written: Pod, index: ObjectView<DiagnosisKind>): Cause[] {
  const pod = conform(written, 'v1/Pod').object;
  const { name, namespace = 'default' } = pod.metadata;
  const target = (verb: string) => (verb === 'logs' ? name : `pod ${name}`);
  const kubectl = (verb: string, ...more: string[]) =>
    ['kubectl', verb, target(verb), '-n', namespace, ...more].join(' ');
  const one: Case = { pod, events: eventsAbout(pod, index), index, kubectl };
  return parts.flatMap(part => part(one));
}

/**
 * Why a pod does not run as it should.
 *
 * Pure: the same objects give the same causes. Nothing has to be readable but the pod: what is not is named among the
 * limits. Fields of the wrong type are left out.
 * See https://kubernetes.io/docs/tasks/debug/debug-application/debug-pods/
 *
 * @public
 */
export function diagnosePod(pod: ObjectOf<'v1/Pod'>, index: ObjectView<DiagnosisKind>): Diagnosis {
  return { causes: rank(causesOf(pod, index)), limits: limitsOf(index) };
}

/** Causes of several pods that are one and the same, with how many pods have them. */
function merge(causes: readonly { cause: Cause; pods: number }[], total: number): Cause[] {
  const byTitle = new Map<string, { cause: Cause; count: number }>();
  for (const { cause } of causes) {
    const key = `${cause.id} ${cause.title.replace(/\(\d+ restarts\)/, '')}`;
    const held = byTitle.get(key);
    if (held) held.count += 1;
    else byTitle.set(key, { cause, count: 1 });
  }
  return [...byTitle.values()].map(({ cause, count }) =>
    total > 1 ? { ...cause, title: `${count} of ${total} pods: ${cause.title}` } : cause,
  );
}

/**
 * Why a workload does not run as it should: the causes of all its pods, each once, and what kept pods from being made.
 *
 * @public
 */
export function diagnoseWorkload(workload: Workload, index: ObjectView<DiagnosisKind>): Diagnosis {
  const isReadable = (['v1/Pod', 'apps/v1/ReplicaSet', 'batch/v1/Job'] as const).every(kind => {
    const { state } = index.state(kind);
    return state === 'synced' || state === 'notServed';
  });
  const pods = isReadable ? podsOf(workload, index) : [];
  const { uid } = workload.object.metadata;
  const controllers = [
    workload.object,
    ...(isReadable && uid ? index.controlledBy('apps/v1/ReplicaSet', uid) : []),
    ...(isReadable && uid ? index.controlledBy('batch/v1/Job', uid) : []),
  ];
  const refused = controllers.flatMap(owner => admissionCauses(owner, eventsAbout(owner, index), index));
  const found = pods.flatMap(pod => causesOf(pod, index).map(cause => ({ cause, pods: 1 })));
  // Refusals of the past mean nothing once all pods are there and well.
  const isComplete = workload.replicas !== undefined && pods.length >= workload.replicas;
  return { causes: rank([...(isComplete ? [] : refused), ...merge(found, pods.length)]), limits: limitsOf(index) };
}
