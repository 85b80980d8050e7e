// Reads what a diagnosis needs of the index: never throws, and keeps account of what could not be read.
import type { KindState, KubernetesObject, ObjectOf } from '../model';
import { groupBy, kindDefinition } from '../model';
import type { ObjectView } from '../objects';
import { conform } from '../objects';
import type { DiagnosisKind } from './Diagnosis';

/** @internal */
export type Event = ObjectOf<'v1/Event'>;

/** An answer that tells an object that is not there from one that could not be looked for. */
export type Lookup<T> = { state: 'found'; object: T } | { state: 'absent' } | { state: 'unreadable' };

/** Without a message, the state itself says why. */
function obstacle(state: KindState): string | undefined {
  if (state.state === 'synced' || state.state === 'notServed') return undefined;
  return state.message || state.state;
}

/**
 * When an event last happened, ISO 8601. A series, written by the newer events API, counts before the older fields.
 * See https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/event-v1/
 */
export function lastSeen(event: Event): string {
  const { series, lastTimestamp, eventTime, metadata } = event;
  return series?.lastObservedTime ?? lastTimestamp ?? eventTime ?? metadata.creationTimestamp ?? '';
}

/** How often an event happened. */
export const timesSeen = (event: Event): number => event.series?.count ?? event.count ?? 1;

/** Newest first; the name decides between events of the same second. */
function byAge(a: Event, b: Event): number {
  const [seenA, seenB] = [Date.parse(lastSeen(a)) || 0, Date.parse(lastSeen(b)) || 0];
  return seenB - seenA || (a.metadata.name < b.metadata.name ? -1 : 1);
}

/** A copy of an object in which every field that is there is of its type. */
export function wellFormed<T extends KubernetesObject>(object: T, kind: DiagnosisKind): T {
  const taken = conform(object, kind).object as Partial<T>;
  const name = typeof taken.metadata?.name === 'string' ? taken.metadata.name : '';
  return { ...taken, metadata: { ...taken.metadata, name } } as T;
}

/** One diagnosis' access to the index. */
export class DiagnosisReader {
  private readonly obstacles = new Map<DiagnosisKind, string>();
  private readonly events = new Map<string, Map<string, Event[]>>();

  constructor(readonly index: ObjectView<DiagnosisKind>) {}

  /** What could not be read, in the order of the kinds. */
  get limits(): string[] {
    return [...this.obstacles.values()].sort();
  }

  /** Whether a kind can be read; if not, that is a limit of the diagnosis. */
  canRead(kind: DiagnosisKind): boolean {
    const why = obstacle(this.index.state(kind));
    if (why) this.obstacles.set(kind, `${kindDefinition(kind).plural} can't be listed: ${why}`);
    return why === undefined;
  }

  /** The object with a name; cluster-scoped if the namespace is empty. */
  lookUp<K extends DiagnosisKind>(kind: K, namespace: string, name: string): Lookup<ObjectOf<K>> {
    if (!this.canRead(kind)) return { state: 'unreadable' };
    const object = this.index.get(kind, namespace, name);
    return object ? { state: 'found', object: wellFormed(object as KubernetesObject, kind) as ObjectOf<K> } : absent;
  }

  /** All objects of a kind in a namespace; none if they can't be read. */
  inNamespace<K extends DiagnosisKind>(kind: K, namespace: string): ObjectOf<K>[] {
    return this.canRead(kind) ? this.index.inNamespace(kind, namespace).map(o => this.formed(o, kind)) : [];
  }

  /** All objects of a kind; none if they can't be read. */
  all<K extends DiagnosisKind>(kind: K): ObjectOf<K>[] {
    return this.canRead(kind) ? this.index.all(kind).map(object => this.formed(object, kind)) : [];
  }

  /** What an object controls; none if that can't be read. */
  controlledBy<K extends DiagnosisKind>(kind: K, uid: string | undefined): ObjectOf<K>[] {
    if (!uid || !this.canRead(kind)) return [];
    return this.index.controlledBy(kind, uid).map(object => this.formed(object, kind));
  }

  /** The events about an object, newest first. An event about a namesake of the past is not about this object. */
  eventsAbout({ kind, metadata }: KubernetesObject): Event[] {
    const namespace = metadata.namespace ?? 'default';
    let grouped = this.events.get(namespace);
    if (!grouped) {
      const events = this.inNamespace('v1/Event', namespace).sort(byAge);
      grouped = groupBy(events, ({ involvedObject: about }) => `${about?.kind}/${about?.name}`);
      this.events.set(namespace, grouped);
    }
    const named = grouped.get(`${kind}/${metadata.name}`) ?? [];
    return named.filter(({ involvedObject: { uid } }) => !uid || !metadata.uid || uid === metadata.uid);
  }

  private formed<K extends DiagnosisKind>(object: ObjectOf<K>, kind: K): ObjectOf<K> {
    return wellFormed(object as KubernetesObject, kind) as ObjectOf<K>;
  }
}

const absent = { state: 'absent' } as const;
