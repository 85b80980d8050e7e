// What an index holds of one kind, and whether that is all there is.
import type { KindState, KubernetesObject } from '../model';
import type { NotJudgeable } from './NotJudgeable';
import { Shelf, compareNames } from './Shelf';

const none: readonly never[] = [];

/** One kind's objects by namespace and by controller. Cluster-scoped objects live in the namespace ''. */
export class Holding {
  /** Absent where nobody has said. */
  state?: KindState;
  /** Made once: a stack trace for every check that asks costs more than judging. */
  refusal?: NotJudgeable;
  /** Grows with every change. */
  revision = 0;
  private readonly shelves = new Map<string, Shelf>();
  private readonly controlled = new Map<string, readonly KubernetesObject[]>();
  private sorted?: readonly KubernetesObject[];

  get isEmpty(): boolean {
    return this.shelves.size === 0;
  }

  get size(): number {
    let size = 0;
    for (const shelf of this.shelves.values()) size += shelf.size;
    return size;
  }

  namespaces(): string[] {
    return [...this.shelves.keys()];
  }

  at(namespace: string, name: string): KubernetesObject | undefined {
    return this.shelves.get(namespace)?.get(name);
  }

  in(namespace: string): readonly KubernetesObject[] {
    return this.shelves.get(namespace)?.inOrder() ?? none;
  }

  inOrder(): readonly KubernetesObject[] {
    this.sorted ??= [...this.shelves.keys()].sort(compareNames).flatMap(name => this.shelves.get(name)!.inOrder());
    return this.sorted;
  }

  /** The objects that have a controller, in the order of their names. */
  controlledBy(uid: string): readonly KubernetesObject[] {
    return this.controlled.get(uid) ?? none;
  }

  shelf(namespace: string): Shelf {
    let shelf = this.shelves.get(namespace);
    if (!shelf) this.shelves.set(namespace, (shelf = new Shelf()));
    return shelf;
  }

  /** Takes an object out; a namespace that holds nothing more is forgotten. */
  delete(namespace: string, name: string): void {
    const shelf = this.shelves.get(namespace);
    shelf?.delete(name);
    if (shelf?.isEmpty) this.shelves.delete(namespace);
  }

  adopt(owner: string, object: KubernetesObject): void {
    const others = this.controlledBy(owner);
    const at = others.findLastIndex(other => compareNames(other.metadata.name, object.metadata.name) <= 0) + 1;
    this.controlled.set(owner, [...others.slice(0, at), object, ...others.slice(at)]);
  }

  release(owner: string, object: KubernetesObject): void {
    const others = this.controlledBy(owner).filter(other => other !== object);
    if (others.length > 0) this.controlled.set(owner, others);
    else this.controlled.delete(owner);
  }

  changed(): void {
    this.revision += 1;
    this.sorted = undefined;
  }
}
