// Warning events about objects of a workload, without the noise of a normal start, counted by reason.
import type { KubernetesObject, ObjectOf, ObjectView, Pod } from '@maturity-roadmap/engine';
import { groupBy, minutesSince } from '@maturity-roadmap/engine';

type Event = ObjectOf<'v1/Event'>;

/** The API server forgets events after an hour unless told otherwise (`--event-ttl`). */
const windowMinutes = 60;

/** While a pod starts, a probe that fails or a volume that is not attached yet is normal. */
const startUpMinutes = 5;

/** How often the same complaint makes a pattern rather than an accident. */
const recurringCount = 3;

/**
 * When an event last happened. A series, written by the newer events API, counts before the older fields.
 * See https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/event-v1/
 */
export function lastSeen(event: Event): string | undefined {
  return event.series?.lastObservedTime ?? event.lastTimestamp ?? event.eventTime ?? event.metadata.creationTimestamp;
}

const timesSeen = (event: Event) => event.series?.count ?? event.count ?? 1;

/** The Warning events of the last hour about these very objects, by uid: a namesake of the past is another object. */
export function warningsAbout(
  objects: readonly KubernetesObject[],
  pods: readonly Pod[],
  namespace: string,
  index: ObjectView<'v1/Event'>,
): Event[] {
  const warnings = index.inNamespace('v1/Event', namespace).filter(({ type }) => type === 'Warning');
  if (warnings.length === 0) return [];
  const uids = new Set(objects.map(({ metadata }) => metadata.uid));
  const podByUid = new Map(pods.map(pod => [pod.metadata.uid, pod]));
  return warnings.filter(event => {
    const uid = event.involvedObject?.uid;
    if (!uid || !uids.has(uid)) return false;
    const age = minutesSince(lastSeen(event), index);
    const pod = podByUid.get(uid);
    return age !== undefined && age <= windowMinutes && !(pod && isStartUpNoise(event, pod));
  });
}

/** A complaint from before a pod had started, about a pod that has become ready since. */
function isStartUpNoise(event: Event, pod: Pod): boolean {
  const isReady = pod.status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True');
  const started = Date.parse(pod.status?.startTime ?? '');
  return isReady === true && Date.parse(lastSeen(event) ?? '') <= started + startUpMinutes * 60_000;
}

export interface RecurringWarning {
  reason: string;
  count: number;
  latest: Event;
}

/** The reasons that recur, most frequent first. Several pods with the same complaint count together. */
export function recurring(events: readonly Event[]): RecurringWarning[] {
  return [...groupBy(events, event => event.reason ?? 'no reason')]
    .map(([reason, same]) => ({
      reason,
      count: same.reduce((sum, event) => sum + timesSeen(event), 0),
      latest: same.reduce((a, b) => ((lastSeen(a) ?? '') >= (lastSeen(b) ?? '') ? a : b)),
    }))
    .filter(({ count }) => count >= recurringCount)
    .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}
