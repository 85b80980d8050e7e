// What waits to be judged: namespaces whose workloads changed, then components, those that few share with first.
import type { ChangeCause } from '@maturity-roadmap/engine';

/** A component that waits, with what made it wait. */
export interface Dirty {
  component: string;
  cause?: ChangeCause;
}

interface Waiting {
  cause?: ChangeCause;
  /** By `performance.now()`. */
  since: number;
}

/** A queue in which everything waits once, however often it is put in. */
export class DirtyQueue {
  private readonly namespaces = new Map<string, number>();
  private readonly urgent = new Map<string, Waiting>();
  private readonly later = new Map<string, Waiting>();
  private wake: () => void = () => {};

  /** How many wait. */
  get waiting(): number {
    return this.urgent.size + this.later.size + this.namespaces.size;
  }

  /** Whether something waits that must not be held up by what concerns thousands. */
  get isUrgent(): boolean {
    return this.urgent.size > 0;
  }

  /** Milliseconds that the longest waiting has waited; 0 if nothing waits. */
  get lag(): number {
    const [namespace] = this.namespaces.values();
    const oldest = [this.urgent, this.later].map(waiting => waiting.values().next().value?.since);
    const since = [namespace, ...oldest].filter(one => one !== undefined);
    return since.length > 0 ? performance.now() - Math.min(...since) : 0;
  }

  touch(namespace: string): void {
    if (!this.namespaces.has(namespace)) this.namespaces.set(namespace, performance.now());
    this.wake();
  }

  put(component: string, cause?: ChangeCause): void {
    const before = this.urgent.get(component);
    const since = (before ?? this.later.get(component))?.since ?? performance.now();
    this.urgent.set(component, { cause: before?.cause ?? cause, since });
    this.wake();
  }

  putOff(component: string, cause?: ChangeCause): void {
    if (!this.urgent.has(component) && !this.later.has(component))
      this.later.set(component, { cause, since: performance.now() });
    this.wake();
  }

  takeNamespace(): string | undefined {
    const [namespace] = this.namespaces.keys();
    if (namespace !== undefined) this.namespaces.delete(namespace);
    return namespace;
  }

  take(): Dirty | undefined {
    const [next] = this.urgent.size > 0 ? this.urgent : this.later;
    if (!next) return undefined;
    const [component, { cause }] = next;
    this.urgent.delete(component);
    this.later.delete(component);
    return { component, ...(cause ? { cause } : {}) };
  }

  /** Resolves once something waits, or the signal fires. */
  async next(signal: AbortSignal): Promise<void> {
    if (this.waiting > 0 || signal.aborted) return;
    await new Promise<void>(resolve => {
      // Taken off again: the signal lives as long as the backend, and would hold one listener for each change.
      const done = () => {
        signal.removeEventListener('abort', done);
        resolve();
      };
      this.wake = done;
      signal.addEventListener('abort', done);
    });
    this.wake = () => {};
  }
}
