// The objects of one cluster, found by kind, namespace, name and controller without searching.
import type { Evidence, KindId, KindState, KubernetesObject, ObjectOf, ObjectRef } from '../model';
import { kindDefinition, kindIdOf } from '../model';
import { NotJudgeable } from './NotJudgeable';
import type { ObjectView } from './ObjectView';
import { controllerUid } from './controllerUid';
import { Bucket, compareNames } from './Shelf';

const none: readonly never[] = [];

/**
 * An in-memory index of one cluster, set of manifests, or repository. Objects are kept as they are and never changed.
 * Answers are sorted by namespace and name: verdicts do not depend on the order of reading.
 *
 * @public
 */
export class ObjectIndex implements ObjectView<KindId> {
  private readonly buckets = new Map<KindId, Bucket>();
  private readonly states = new Map<KindId, KindState>();
  private readonly uids = new Map<string, KubernetesObject>();
  private readonly controlled = new Map<string, KubernetesObject[]>();
  private readonly revisions = new Map<KindId, number>();
  // Made once for each kind: a stack trace for every check that asks costs more than judging.
  private readonly refusals = new Map<KindId, NotJudgeable>();
  private total = 0;

  constructor(
    readonly cluster: string,
    private instant: string,
    private readonly defaultState: KindState = { state: 'synced' },
  ) {}

  /** Instant of the newest observation, ISO 8601. */
  get observedAt(): string {
    return this.instant;
  }

  /** Says that what is held was still so at a later instant. */
  observe(instant: string): void {
    this.instant = instant;
  }

  /** Number of objects held. */
  get size(): number {
    return this.total;
  }

  /** The kinds of which there is at least one object. */
  kinds = (): KindId[] => [...this.buckets.keys()];

  /**
   * Adds an object, or replaces the one of the same kind, namespace and name.
   *
   * @returns what was replaced; undefined if the object is new or its kind is one that no check can read
   */
  upsert(object: KubernetesObject): KubernetesObject | undefined {
    const kind = kindIdOf(object.apiVersion, object.kind);
    if (!kind) return undefined;
    const replaced = this.remove(object);
    let bucket = this.buckets.get(kind);
    if (!bucket) this.buckets.set(kind, (bucket = new Bucket()));
    bucket.shelf(this.namespaceOf(kind, object)).set(this.nameOf(kind, object), object);
    this.total++;
    this.changed(kind, bucket);
    if (object.metadata.uid) this.uids.set(object.metadata.uid, object);
    const owner = controllerUid(object);
    if (owner) this.controlled.set(owner, [...(this.controlled.get(owner) ?? none), object]);
    return replaced;
  }

  /** Takes an object out, and returns what was removed, if anything. */
  remove(object: KubernetesObject): KubernetesObject | undefined {
    const kind = kindIdOf(object.apiVersion, object.kind);
    if (!kind) return undefined;
    const bucket = this.buckets.get(kind);
    const held = this.lookUp(object);
    if (!bucket || !held) return undefined;
    bucket.delete(this.namespaceOf(kind, object), this.nameOf(kind, object));
    this.total--;
    this.changed(kind, bucket);
    if (held.metadata.uid) this.uids.delete(held.metadata.uid);
    const owner = controllerUid(held);
    if (owner) this.release(owner, held);
    return held;
  }

  /** What is held under the same kind, namespace and name. */
  lookUp(object: KubernetesObject): KubernetesObject | undefined {
    const kind = kindIdOf(object.apiVersion, object.kind);
    return kind && this.buckets.get(kind)?.shelves.get(this.namespaceOf(kind, object))?.get(this.nameOf(kind, object));
  }

  /** Says whether a kind was read, and why not. */
  setState(kind: KindId, state: KindState): void {
    this.states.set(kind, state);
    this.refusals.delete(kind);
    this.revise(kind);
  }

  readonly revision = (kind: KindId): number => this.revisions.get(kind) ?? 0;

  readonly state = (kind: KindId): KindState => this.states.get(kind) ?? this.defaultState;

  /** The objects of a kind that are held, whether or not they can still be relied on; for finding workloads. */
  held(kind: KindId): readonly KubernetesObject[] {
    return this.buckets.get(kind)?.inOrder() ?? none;
  }

  /** Number of objects of a kind that are held. */
  count(kind: KindId): number {
    return this.buckets.get(kind)?.size ?? 0;
  }

  /** The namespaces in which there are objects of a kind. */
  namespaces(kind: KindId): string[] {
    return [...(this.buckets.get(kind)?.shelves.keys() ?? none)];
  }

  /** The same of one namespace. */
  heldIn(kind: KindId, namespace: string): readonly KubernetesObject[] {
    return this.buckets.get(kind)?.shelves.get(namespace)?.inOrder() ?? none;
  }

  readonly all = <T extends KindId>(kind: T): readonly ObjectOf<T>[] => {
    this.readable(kind);
    return this.held(kind) as unknown as readonly ObjectOf<T>[];
  };

  readonly inNamespace = <T extends KindId>(kind: T, namespace: string): readonly ObjectOf<T>[] => {
    const shelf = this.readable(kind)?.shelves.get(namespace);
    return (shelf ? shelf.inOrder() : none) as unknown as readonly ObjectOf<T>[];
  };

  readonly get = <T extends KindId>(kind: T, namespace: string, name: string): ObjectOf<T> | undefined =>
    this.readable(kind)?.shelves.get(namespace)?.get(name) as ObjectOf<T> | undefined;

  readonly find = <T extends KindId>(kind: T, name: string): ObjectOf<T> | undefined => this.get(kind, '', name);

  readonly controlledBy = <T extends KindId>(kind: T, uid: string): readonly ObjectOf<T>[] => {
    this.readable(kind);
    const children = this.controlled.get(uid);
    if (!children) return none;
    const wanted = children.filter(child => kindIdOf(child.apiVersion, child.kind) === kind);
    if (wanted.length > 1) wanted.sort((a, b) => compareNames(a.metadata.name, b.metadata.name));
    return wanted as unknown as readonly ObjectOf<T>[];
  };

  /** The object with this uid, of whatever kind. */
  byUid(uid: string): KubernetesObject | undefined {
    return this.uids.get(uid);
  }

  readonly ref = (object: KubernetesObject): ObjectRef => ({
    cluster: this.cluster,
    apiVersion: object.apiVersion,
    kind: object.kind,
    ...(object.metadata.namespace ? { namespace: object.metadata.namespace } : {}),
    name: object.metadata.name,
  });

  readonly evidence = (object: KubernetesObject, path: string, observed: string, expected?: string): Evidence => ({
    object: this.ref(object),
    path,
    observed,
    ...(expected === undefined ? {} : { expected }),
  });

  private readable(kind: KindId): Bucket | undefined {
    const state = this.state(kind);
    if (state.state === 'synced' || state.state === 'notServed') return this.buckets.get(kind);
    const refusal = this.refusals.get(kind) ?? new NotJudgeable(kind, this.cluster, state);
    this.refusals.set(kind, refusal);
    throw refusal;
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

  private release(owner: string, held: KubernetesObject): void {
    const others = (this.controlled.get(owner) ?? none).filter(other => other !== held);
    if (others.length > 0) this.controlled.set(owner, others);
    else this.controlled.delete(owner);
  }

  private revise(kind: KindId): void {
    this.revisions.set(kind, this.revision(kind) + 1);
  }

  private changed(kind: KindId, bucket: Bucket): void {
    this.revise(kind);
    bucket.changed();
  }
}
