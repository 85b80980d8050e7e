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
    this.sorted ??= this.sort();
    return this.sorted;
  }

  /** An API server lists by name, so that there is mostly nothing to do. */
  private sort(): readonly KubernetesObject[] {
    const names = [...this.named.keys()];
    if (names.every((name, at) => at === 0 || names[at - 1] < name)) return [...this.named.values()];
    return names.sort(compareNames).map(name => this.named.get(name)!);
  }
}
