// The objects of one kind in one namespace: found by name, and in the order of their names once someone asks.
import type { KubernetesObject } from '../model';

/** Sorts as the index does, whatever the locale. */
export const compareNames = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** Objects by name. Its order is worked out at the first question after a change. */
export class Shelf {
  private readonly named = new Map<string, KubernetesObject>();
  private sorted?: readonly KubernetesObject[];

  get(name: string): KubernetesObject | undefined {
    return this.named.get(name);
  }

  set(name: string, object: KubernetesObject): void {
    this.named.set(name, object);
    this.sorted = undefined;
  }

  delete(name: string): void {
    this.named.delete(name);
    this.sorted = undefined;
  }

  get size(): number {
    return this.named.size;
  }

  get isEmpty(): boolean {
    return this.named.size === 0;
  }

  inOrder(): readonly KubernetesObject[] {
    this.sorted ??= [...this.named].sort(([a], [b]) => compareNames(a, b)).map(([, object]) => object);
    return this.sorted;
  }
}

/** One kind's objects by namespace. Cluster-scoped objects live in the namespace ''. */
export class Bucket {
  readonly shelves = new Map<string, Shelf>();
  private sorted?: readonly KubernetesObject[];

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

  get size(): number {
    let size = 0;
    for (const shelf of this.shelves.values()) size += shelf.size;
    return size;
  }

  changed(): void {
    this.sorted = undefined;
  }

  inOrder(): readonly KubernetesObject[] {
    this.sorted ??= [...this.shelves.keys()].sort(compareNames).flatMap(name => this.shelves.get(name)!.inOrder());
    return this.sorted;
  }
}
