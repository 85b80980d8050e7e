// The objects of one cluster, found by kind, namespace, name and controller without searching.
import type { Evidence, KindId, KindState, KubernetesObject, ObjectOf, ObjectRef } from '../model';
import { kindDefinition, kindIdOf } from '../model';
import { NotJudgeable } from './NotJudgeable';
import type { ObjectView } from './ObjectView';
import { controllerUid } from './controllerUid';
import { Holding } from './Holding';
import { nextVersion } from './version';

const none: readonly never[] = [];

/**
 * An in-memory index of one cluster, set of manifests, or repository. Objects are kept as they are and never changed.
 * Answers are sorted by namespace and name: verdicts do not depend on the order of reading.
 *
 * @public
 */
export class ObjectIndex implements ObjectView<KindId> {
  private readonly holdings = new Map<KindId, Holding>();
  private readonly uids = new Map<string, KubernetesObject>();
  private total = 0;
  private currentVersion = nextVersion();

  constructor(
    readonly cluster: string,
    private instant: string,
    private readonly defaultState: KindState = { state: 'synced' },
  ) {}

  /** Instant of the newest observation, ISO 8601. */
  get observedAt(): string {
    return this.instant;
  }

  get version(): number {
    return this.currentVersion;
  }

  /** Says that what is held was still so at a later instant. */
  observe(instant: string): void {
    this.instant = instant;
    this.currentVersion = nextVersion();
  }

  /** Number of objects held. */
  get size(): number {
    return this.total;
  }

  /** The kinds of which there is at least one object. */
  kinds = (): KindId[] => [...this.holdings].filter(([, holding]) => !holding.isEmpty).map(([kind]) => kind);

  /**
   * Adds an object, or replaces the one of the same kind, namespace and name.
   *
   * @returns what was replaced; undefined if the object is new or its kind is one that no check can read
   */
  upsert(object: KubernetesObject): KubernetesObject | undefined {
    const kind = kindIdOf(object.apiVersion, object.kind);
    if (!kind) return undefined;
    const replaced = this.remove(object);
    const holding = this.holding(kind);
    holding.shelf(this.namespaceOf(kind, object)).set(this.nameOf(kind, object), object);
    this.total++;
    this.changed(holding);
    if (object.metadata.uid) this.uids.set(object.metadata.uid, object);
    const owner = controllerUid(object);
    if (owner) holding.adopt(owner, object);
    return replaced;
  }

  /** Takes an object out, and returns what was removed, if anything. */
  remove(object: KubernetesObject): KubernetesObject | undefined {
    const kind = kindIdOf(object.apiVersion, object.kind);
    if (!kind) return undefined;
    const holding = this.holdings.get(kind);
    const held = this.lookUp(object);
    if (!holding || !held) return undefined;
    holding.delete(this.namespaceOf(kind, object), this.nameOf(kind, object));
    this.total--;
    this.changed(holding);
    if (held.metadata.uid) this.uids.delete(held.metadata.uid);
    const owner = controllerUid(held);
    if (owner) holding.release(owner, held);
    return held;
  }

  /** What is held under the same kind, namespace and name. */
  lookUp(object: KubernetesObject): KubernetesObject | undefined {
    const kind = kindIdOf(object.apiVersion, object.kind);
    return kind && this.holdings.get(kind)?.at(this.namespaceOf(kind, object), this.nameOf(kind, object));
  }

  /** Says whether a kind was read, and why not. */
  setState(kind: KindId, state: KindState): void {
    const holding = this.holding(kind);
    holding.state = state;
    holding.refusal = undefined;
    this.changed(holding);
  }

  readonly revision = (kind: KindId): number => this.holdings.get(kind)?.revision ?? 0;

  readonly state = (kind: KindId): KindState => this.holdings.get(kind)?.state ?? this.defaultState;

  /** The objects of a kind that are held, whether or not they can still be relied on; for finding workloads. */
  held(kind: KindId): readonly KubernetesObject[] {
    return this.holdings.get(kind)?.inOrder() ?? none;
  }

  /** Number of objects of a kind that are held. */
  count(kind: KindId): number {
    return this.holdings.get(kind)?.size ?? 0;
  }

  /** The namespaces in which there are objects of a kind. */
  namespaces(kind: KindId): string[] {
    return this.holdings.get(kind)?.namespaces() ?? [];
  }

  /** The same of one namespace. */
  heldIn(kind: KindId, namespace: string): readonly KubernetesObject[] {
    return this.holdings.get(kind)?.in(namespace) ?? none;
  }

  readonly all = <T extends KindId>(kind: T): readonly ObjectOf<T>[] =>
    (this.readable(kind)?.inOrder() ?? none) as unknown as readonly ObjectOf<T>[];

  readonly inNamespace = <T extends KindId>(kind: T, namespace: string): readonly ObjectOf<T>[] =>
    (this.readable(kind)?.in(namespace) ?? none) as unknown as readonly ObjectOf<T>[];

  readonly get = <T extends KindId>(kind: T, namespace: string, name: string): ObjectOf<T> | undefined =>
    this.readable(kind)?.at(namespace, name) as ObjectOf<T> | undefined;

  readonly find = <T extends KindId>(kind: T, name: string): ObjectOf<T> | undefined => this.get(kind, '', name);

  readonly controlledBy = <T extends KindId>(kind: T, uid: string): readonly ObjectOf<T>[] =>
    (this.readable(kind)?.controlledBy(uid) ?? none) as unknown as readonly ObjectOf<T>[];

  /** The object with this uid, of whatever kind. */
  byUid(uid: string): KubernetesObject | undefined {
    return this.uids.get(uid);
  }

  // Asked for every row of evidence: spreading what may be absent costs more than the rest.
  readonly ref = ({ apiVersion, kind, metadata: { namespace, name } }: KubernetesObject): ObjectRef =>
    namespace
      ? { cluster: this.cluster, apiVersion, kind, namespace, name }
      : { cluster: this.cluster, apiVersion, kind, name };

  readonly evidence = (object: KubernetesObject, path: string, observed: string, expected?: string): Evidence =>
    expected === undefined
      ? { object: this.ref(object), path, observed }
      : { object: this.ref(object), path, observed, expected };

  private readable(kind: KindId): Holding | undefined {
    const holding = this.holdings.get(kind);
    const state = holding?.state ?? this.defaultState;
    if (state.state === 'synced' || state.state === 'notServed') return holding;
    const asked = holding ?? this.holding(kind);
    asked.refusal ??= new NotJudgeable(kind, this.cluster, state);
    throw asked.refusal;
  }

  private holding(kind: KindId): Holding {
    let holding = this.holdings.get(kind);
    if (!holding) this.holdings.set(kind, (holding = new Holding()));
    return holding;
  }

  private namespaceOf(kind: KindId, object: KubernetesObject): string {
    return kindDefinition(kind).namespaced ? (object.metadata.namespace ?? 'default') : '';
  }

  /** Kinds that stand for many are told apart by their own kind's name. */
  private nameOf(kind: KindId, object: KubernetesObject): string {
    return kindDefinition(kind).kind === object.kind
      ? object.metadata.name
      : `${object.kind}.${object.apiVersion}/${object.metadata.name}`;
  }

  private changed(holding: Holding): void {
    holding.changed();
    this.currentVersion = nextVersion();
  }
}
