// The objects of a simulated cluster with their versions: what a list shows now, and what a watch has still to tell.
import type { KubernetesObject } from '@maturity-roadmap/engine';
import { kindDefinition, kindIdOf } from '@maturity-roadmap/engine';

/** A change, as a watch tells it. */
export interface RecordedEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  version: number;
  object: KubernetesObject;
}

/** Where the objects of a kind are served. */
export interface Resource {
  apiVersion: string;
  kind: string;
  name: string;
  namespaced: boolean;
}

const keyOf = ({ metadata }: KubernetesObject) => `${metadata.namespace ?? ''}/${metadata.name}`;

/** The resource that serves an object. */
export function resourceOf({ apiVersion, kind }: { apiVersion: string; kind: string }): Resource {
  const id = kindIdOf(apiVersion, kind);
  const definition = id && kindDefinition(id);
  const named = definition && definition.plural !== '*' ? definition.plural : `${kind.toLowerCase()}s`;
  return { apiVersion, kind, name: named, namespaced: definition?.namespaced ?? true };
}

/** Objects of one kind. */
class Kind {
  readonly objects = new Map<string, KubernetesObject>();
  readonly events: RecordedEvent[] = [];
  readonly watchers = new Set<() => void>();
  /** Past lists that are still being paged through. */
  readonly snapshots = new Map<number, KubernetesObject[]>();
  /** Versions before this one can't be watched from any more. */
  oldest = 0;

  constructor(readonly resource: Resource) {}
}

/** Keeps objects as etcd does: one version for all, growing with each write. */
export class ObjectHistory {
  private readonly kinds = new Map<string, Kind>();
  private current = 1000;

  constructor(objects: Iterable<KubernetesObject> = []) {
    for (const object of objects) this.apply(object);
  }

  get version(): number {
    return this.current;
  }

  /** Makes a kind served though there is no object of it. */
  serve(apiVersion: string, kind: string): void {
    this.kindOf({ apiVersion, kind });
  }

  /** Creates an object, or replaces it. */
  apply(object: KubernetesObject): void {
    const kind = this.kindOf(object);
    const key = keyOf(object);
    this.current += 1;
    const stored = { ...object, metadata: { ...object.metadata, resourceVersion: String(this.current) } };
    this.record(kind, kind.objects.has(key) ? 'MODIFIED' : 'ADDED', stored);
    kind.objects.set(key, stored);
  }

  delete(object: KubernetesObject): void {
    const kind = this.kindOf(object);
    const held = kind.objects.get(keyOf(object));
    if (!held) return;
    this.current += 1;
    kind.objects.delete(keyOf(object));
    this.record(kind, 'DELETED', {
      ...held,
      metadata: { ...held.metadata, resourceVersion: String(this.current) } as never,
    });
  }

  /** Forgets past versions, so that whoever watches from them is told that they are gone. */
  compact(): void {
    for (const kind of this.kinds.values()) {
      kind.events.length = 0;
      kind.snapshots.clear();
      kind.oldest = this.current;
    }
  }

  resources = (): Resource[] => [...this.kinds.values()].map(({ resource }) => resource);

  find = (apiVersion: string, name: string): Resource | undefined =>
    this.resources().find(one => one.apiVersion === apiVersion && one.name === name);

  list = (resource: Resource): KubernetesObject[] => [...this.kindOf(resource).objects.values()];

  /** What a kind held at a version; undefined if that is no longer known. */
  snapshot(resource: Resource, version: number): KubernetesObject[] | undefined {
    const { snapshots, objects } = this.kindOf(resource);
    if (version === this.current && !snapshots.has(version)) snapshots.set(version, [...objects.values()]);
    // A few at a time are enough, since clients page one list after the other.
    for (const old of [...snapshots.keys()].slice(0, -8)) snapshots.delete(old);
    return snapshots.get(version);
  }

  /** All objects of all kinds. */
  all = (): KubernetesObject[] => this.resources().flatMap(this.list);

  /** Events after a version; undefined if they are no longer known. */
  since(resource: Resource, version: number): RecordedEvent[] | undefined {
    const { events, oldest } = this.kindOf(resource);
    if (version < oldest) return undefined;
    let at = events.length;
    while (at > 0 && events[at - 1].version > version) at -= 1;
    return events.slice(at);
  }

  /** Calls back at each event of a kind. @returns ends it */
  onEvent(resource: Resource, told: () => void): () => void {
    const { watchers } = this.kindOf(resource);
    watchers.add(told);
    return () => void watchers.delete(told);
  }

  private record(kind: Kind, type: RecordedEvent['type'], object: KubernetesObject): void {
    kind.events.push({ type, version: this.current, object });
    for (const told of kind.watchers) told();
  }

  private kindOf(of: { apiVersion: string; kind: string }): Kind {
    const key = `${of.apiVersion}/${of.kind}`;
    let kind = this.kinds.get(key);
    if (!kind) this.kinds.set(key, (kind = new Kind(resourceOf(of))));
    return kind;
  }
}
