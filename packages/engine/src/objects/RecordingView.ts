// Records what a piece of work reads of an index, so that a change can be told to touch it or not.
import type { Evidence, KindId, KindState, KubernetesObject, ObjectOf, ObjectRef } from '../model';
import { kindDefinition, kindIdOf } from '../model';
import { controllerUid } from './controllerUid';
import type { ObjectIndex } from './ObjectIndex';
import type { ObjectView } from './ObjectView';
import { nextVersion } from './version';

/**
 * What was asked of an index: all objects of a kind, those of a namespace, one cluster-scoped object, or those of one
 * controller. Also `time`, for work whose outcome depends on the instant of observation.
 *
 * @public
 */
export type ReadKey = string;

/** Asked of the clock rather than of objects. @public */
export const timeKey: ReadKey = 'time';

/** Texts of keys, made once: a fleet asks for the same ones again and again. */
class Keys {
  private readonly known = new Map<string, ReadKey>();
  /** Asked for last: checks of one workload ask for the same one after the other. */
  private name?: string;
  private key: ReadKey = '';

  constructor(private readonly prefix: string) {}

  of(name: string): ReadKey {
    if (this.name === name) return this.key;
    let key = this.known.get(name);
    if (!key) this.known.set(name, (key = `${this.prefix} ${name}`));
    this.name = name;
    this.key = key;
    return key;
  }
}

/** The keys of one kind, by what is asked of it. */
class KeysOfKind {
  readonly everything: ReadKey;
  readonly in: Keys;
  readonly named: Keys;
  readonly controlledBy: Keys;

  constructor(kind: KindId) {
    this.everything = `${kind} *`;
    this.in = new Keys(`${kind} in`);
    this.named = new Keys(`${kind} named`);
    this.controlledBy = new Keys(`${kind} of`);
  }

  /** What whoever asks for objects of a place reads; cluster-scoped objects lie in the namespace ''. */
  place(namespace: string, name: string): ReadKey {
    return namespace ? this.in.of(namespace) : this.named.of(name);
  }
}

/**
 * An index that remembers what it was asked.
 *
 * The verdicts of a component follow from what its checks asked for and from nothing else. So a change that has none of
 * the recorded keys can't change them: no rule says which kind touches what, and none can be forgotten.
 *
 * @public
 */
export class RecordingView implements ObjectView<KindId> {
  private readonly keys = new Map<KindId, KeysOfKind>();
  private reads = new Set<ReadKey>();
  private currentVersion = nextVersion();
  private versionOfIndex = 0;
  readonly cluster: string;

  constructor(private readonly index: ObjectIndex) {
    this.cluster = index.cluster;
  }

  get observedAt(): string {
    this.reads.add(timeKey);
    return this.index.observedAt;
  }

  /** A new one for each record, so that what was remembered from the one before is read, and recorded, again. */
  get version(): number {
    if (this.versionOfIndex !== this.index.version) {
      this.versionOfIndex = this.index.version;
      this.currentVersion = nextVersion();
    }
    return this.currentVersion;
  }

  /** Does some work, and says what it read. */
  record<T>(work: () => T): { value: T; reads: ReadonlySet<ReadKey> } {
    this.reads = new Set();
    this.currentVersion = nextVersion();
    const value = work();
    return { value, reads: this.reads };
  }

  /**
   * The keys that an object answers to: whoever recorded one of them may see a difference if it comes, changes or goes.
   */
  keysOf(object: KubernetesObject): ReadKey[] {
    const kind = kindIdOf(object.apiVersion, object.kind);
    if (!kind) return [];
    const { namespace, name } = object.metadata;
    const { namespaced } = kindDefinition(kind);
    const owner = controllerUid(object);
    const of = this.keysOfKind(kind);
    const keys = [of.everything, of.place(namespaced ? (namespace ?? 'default') : '', name)];
    return owner ? [...keys, of.controlledBy.of(owner)] : keys;
  }

  // A state may change for a whole kind only, and then everything is judged anew: it needs no key.
  readonly state = (kind: KindId): KindState => this.index.state(kind);

  readonly revision = (kind: KindId): number => {
    this.reads.add(this.keysOfKind(kind).everything);
    return this.index.revision(kind);
  };

  readonly all = <T extends KindId>(kind: T): readonly ObjectOf<T>[] => {
    this.reads.add(this.keysOfKind(kind).everything);
    return this.index.all(kind);
  };

  readonly inNamespace = <T extends KindId>(kind: T, namespace: string): readonly ObjectOf<T>[] => {
    const keys = this.keysOfKind(kind);
    this.reads.add(namespace ? keys.in.of(namespace) : keys.everything);
    return this.index.inNamespace(kind, namespace);
  };

  readonly get = <T extends KindId>(kind: T, namespace: string, name: string): ObjectOf<T> | undefined => {
    this.reads.add(this.keysOfKind(kind).place(namespace, name));
    return this.index.get(kind, namespace, name);
  };

  readonly find = <T extends KindId>(kind: T, name: string): ObjectOf<T> | undefined => this.get(kind, '', name);

  readonly controlledBy = <T extends KindId>(kind: T, uid: string): readonly ObjectOf<T>[] => {
    this.reads.add(this.keysOfKind(kind).controlledBy.of(uid));
    return this.index.controlledBy(kind, uid);
  };

  readonly ref = (object: KubernetesObject): ObjectRef => this.index.ref(object);

  readonly evidence = (object: KubernetesObject, path: string, observed: string, expected?: string): Evidence =>
    this.index.evidence(object, path, observed, expected);

  private keysOfKind(kind: KindId): KeysOfKind {
    let keys = this.keys.get(kind);
    if (!keys) this.keys.set(kind, (keys = new KeysOfKind(kind)));
    return keys;
  }
}
