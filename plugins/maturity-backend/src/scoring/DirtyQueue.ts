// What waits to be judged: namespaces whose workloads changed, then components, those that few share with first.
import type { ChangeCause } from '@maturity-roadmap/engine';

/** A component that waits, with what made it wait. */
export interface Dirty {
  component: string;
  cause?: ChangeCause;
}

/** A queue in which everything waits once, however often it is put in. */
export class DirtyQueue {
  private readonly namespaces = new Set<string>();
  private readonly urgent = new Map<string, ChangeCause | undefined>();
  private readonly later = new Map<string, ChangeCause | undefined>();
  private wake: () => void = () => {};

  /** How many wait. */
  get waiting(): number {
    return this.urgent.size + this.later.size + this.namespaces.size;
  }

  /** Whether something waits that must not be held up by what concerns thousands. */
  get isUrgent(): boolean {
    return this.urgent.size > 0;
  }

  touch(namespace: string): void {
    this.namespaces.add(namespace);
    this.wake();
  }

  put(component: string, cause?: ChangeCause): void {
    this.urgent.set(component, this.urgent.get(component) ?? cause);
    this.wake();
  }

  putOff(component: string, cause?: ChangeCause): void {
    if (!this.urgent.has(component) && !this.later.has(component)) this.later.set(component, cause);
    this.wake();
  }

  takeNamespace(): string | undefined {
    const [namespace] = this.namespaces;
    if (namespace !== undefined) this.namespaces.delete(namespace);
    return namespace;
  }

  take(): Dirty | undefined {
    const [next] = this.urgent.size > 0 ? this.urgent : this.later;
    if (!next) return undefined;
    const [component, cause] = next;
    this.urgent.delete(component);
    this.later.delete(component);
    return { component, ...(cause ? { cause } : {}) };
  }

  /** Resolves once something waits, or the signal fires. */
  async next(signal: AbortSignal): Promise<void> {
    if (this.waiting > 0 || signal.aborted) return;
    await new Promise<void>(resolve => {
      this.wake = resolve;
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    this.wake = () => {};
  }
}
