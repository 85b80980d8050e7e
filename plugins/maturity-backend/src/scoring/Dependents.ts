// Which components asked what of an environment, so that a change finds those it can touch.
import type { ReadKey } from '@maturity-roadmap/engine';

/** What components read, both ways. */
export class Dependents {
  private readonly readers = new Map<ReadKey, Set<string>>();
  private readonly reads = new Map<string, ReadonlySet<ReadKey>>();

  /** Replaces what a component read. */
  record(component: string, keys: ReadonlySet<ReadKey>): void {
    const before = this.reads.get(component);
    for (const key of before ?? []) if (!keys.has(key)) this.drop(key, component);
    for (const key of keys) {
      if (before?.has(key)) continue;
      let readers = this.readers.get(key);
      if (!readers) this.readers.set(key, (readers = new Set()));
      readers.add(component);
    }
    this.reads.set(component, keys);
  }

  /** Adds to what a component read. */
  add(component: string, keys: ReadonlySet<ReadKey>): void {
    const before = this.reads.get(component);
    if (before && [...keys].every(key => before.has(key))) return;
    this.record(component, new Set([...(before ?? []), ...keys]));
  }

  /** Forgets a component. */
  forget(component: string): void {
    for (const key of this.reads.get(component) ?? []) this.drop(key, component);
    this.reads.delete(component);
  }

  /** The components that read under a key. */
  of(key: ReadKey): Iterable<string> {
    return this.readers.get(key) ?? [];
  }

  private drop(key: ReadKey, component: string): void {
    const readers = this.readers.get(key);
    readers?.delete(component);
    if (readers?.size === 0) this.readers.delete(key);
  }
}
