// One environment as it is now: its index, and who has to be told when it changes.
import type { ChangeCause, KindId, KindState, KubernetesObject, ReadKey, Workload } from '@maturity-roadmap/engine';
import {
  ObjectIndex,
  Projector,
  RecordingView,
  causeOf,
  changedFields,
  isWorkloadKind,
  kindDefinitions,
  kindIdOf,
  resolveWorkloads,
  sameContent,
  workloadKinds,
} from '@maturity-roadmap/engine';
import type { ProjectionOptions } from '@maturity-roadmap/engine';
import type { ObjectSink } from '../source/cluster/ObjectSink';
import { nameInList } from '../source/cluster/ObjectSink';

/** What changed in an environment. */
export interface EnvironmentChange {
  /** Whoever recorded one of these may see a difference. */
  keys: readonly ReadKey[];
  /** Of the object that changed. */
  kind: KindId;
  name: string;
  /** Where workloads may have come, changed or gone. */
  namespace?: string;
  /** Worked out when someone asks: most changes, as a cluster is read, touch nobody. */
  cause(): ChangeCause;
  /** The names of the fields that differ; undefined if the object came or went. */
  fields(): ReadonlySet<string> | undefined;
}

/** Told of changes as they happen; must return at once. */
export interface EnvironmentListener {
  changed(change: EnvironmentChange): void;
  /** Anything may have changed: a kind became readable or no longer is. */
  allChanged(): void;
}

/** Keeps an index current and tells of what changed in it. Objects that come again as they were are no change. */
export class LiveEnvironment implements ObjectSink {
  private readonly projector: Projector;
  private listener?: EnvironmentListener;
  private current: ObjectIndex;
  private recording: RecordingView;
  private observedAt = NaN;
  private observed?: ObjectIndex;
  /** Number of objects that came or changed, for metrics. */
  events = 0;

  constructor(
    readonly name: string,
    projection: ProjectionOptions,
    private readonly now: () => Date = () => new Date(),
  ) {
    this.projector = new Projector(projection);
    this.current = new ObjectIndex(name, now().toISOString());
    this.recording = new RecordingView(this.current);
  }

  /** The index. Another one after {@link adopt}. */
  get index(): ObjectIndex {
    return this.current;
  }

  /** The index as checks see it, which records what they ask. */
  get view(): RecordingView {
    return this.recording;
  }

  /** Names the one that is told of changes. */
  listen(listener: EnvironmentListener): void {
    this.listener = listener;
  }

  /** The workloads of one namespace, or all. */
  workloads = (namespace?: string): Workload[] => resolveWorkloads(this.current, namespace);

  /** Namespaces in which there may be workloads. */
  namespaces = (): Set<string> => new Set(workloadKinds.flatMap(kind => this.current.namespaces(kind)));

  /** Says that what is held is still so now. */
  observe(): void {
    const now = this.now();
    // Hundreds of objects come within a millisecond: writing the instant for each would take longer than finding them.
    if (now.getTime() === this.observedAt && this.current === this.observed) return;
    this.observedAt = now.getTime();
    this.observed = this.current;
    this.current.observe(now.toISOString());
  }

  upsert(object: KubernetesObject): void {
    const kept = this.projector.project(object);
    const before = this.current.lookUp(kept);
    if (before && sameContent(before, kept)) return;
    this.current.upsert(kept);
    this.tell(object, before ? 'changed' : 'created', before, kept);
  }

  remove(object: KubernetesObject): void {
    const before = this.current.remove(object);
    if (before) this.tell(object, 'deleted', before);
  }

  retain(
    { kind, apiVersion, itemKind }: { apiVersion: string; itemKind: string; kind: KindId },
    listed: ReadonlySet<string>,
  ) {
    for (const object of this.current.held(kind)) {
      const isOfList = object.kind === itemKind && object.apiVersion === apiVersion;
      if (isOfList && !listed.has(nameInList(object as never))) this.remove(object);
    }
  }

  setState(kind: KindId, state: KindState): void {
    if (sameContent(this.current.state(kind), state)) return;
    this.current.setState(kind, state);
    this.listener?.allChanged();
  }

  /** Takes an index that was read as a whole in place of the one before. */
  adopt(index: ObjectIndex): void {
    if (holdSame(this.current, index)) {
      this.current.observe(index.observedAt);
      return;
    }
    this.current = index;
    this.recording = new RecordingView(index);
    this.listener?.allChanged();
  }

  private tell(
    object: KubernetesObject,
    change: ChangeCause['change'],
    before?: KubernetesObject,
    after?: KubernetesObject,
  ): void {
    this.events += 1;
    this.observe();
    const kind = kindIdOf(object.apiVersion, object.kind);
    if (!this.listener || !kind) return;
    const keys = this.recording.keysOf(object);
    if (before) keys.push(...this.recording.keysOf(before));
    const { namespace = 'default', name } = object.metadata;
    const cause = once(() => causeOf(object, change, this.current));
    const fields = once(() => (before && after ? changedFields(before, after, kind) : undefined));
    this.listener.changed({
      keys,
      kind,
      name,
      cause,
      fields,
      ...(makesWorkloads(object, before) ? { namespace } : {}),
    });
  }
}

/** Whether two indexes hold the same objects in the same states. */
function holdSame(a: ObjectIndex, b: ObjectIndex): boolean {
  if (a === b) return false;
  const areSame = (kind: KindId) =>
    sameContent(a.state(kind), b.state(kind)) && sameContent(a.held(kind), b.held(kind));
  return a.size === b.size && kindDefinitions.every(({ id }) => areSame(id));
}

/** Worked out when it is asked for first. */
function once<T>(find: () => T): () => T {
  let known: { value: T } | undefined;
  return () => (known ??= { value: find() }).value;
}

const isControlled = ({ metadata }: KubernetesObject) => metadata.ownerReferences?.some(owner => owner.controller);

/** Pods and Jobs that a controller made, most of all objects, are no workloads of their own before or after. */
function makesWorkloads(object: KubernetesObject, before: KubernetesObject | undefined): boolean {
  if (!isWorkloadKind(object.kind)) return false;
  const isMade = object.kind === 'Pod' || object.kind === 'Job';
  return !isMade || !isControlled(object) || (before !== undefined && !isControlled(before));
}
