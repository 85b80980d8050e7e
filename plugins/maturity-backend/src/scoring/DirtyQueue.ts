// What waits to be judged: namespaces whose workloads changed, then components, those that few share with first.
import type { ChangeCause, KindId } from '@maturity-roadmap/engine';

/** A component that waits, with what made it wait. */
export interface Dirty {
  component: string;
  cause?: ChangeCause;
  /** The kinds of what changed; absent if everything may have changed. */
  kinds?: ReadonlySet<KindId>;
}

interface Waiting {
  cause?: ChangeCause;
  kinds?: Set<KindId>;
  /** By `performance.now()`. */
  since: number;
}

/** What waits already, with what is added to it. */
function join(before: Waiting | undefined, cause: ChangeCause | undefined, kind: KindId | undefined): Waiting {
  const first = before?.cause ?? cause;
  const kinds = kind && (before ? before.kinds : new Set<KindId>());
  kinds?.add(kind!);
  const since = before?.since ?? performance.now();
  return { since, ...(first ? { cause: first } : {}), ...(kinds ? { kinds } : {}) };
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

  /** @param kind - of what changed; absent if everything may have changed */
  put(component: string, cause?: ChangeCause, kind?: KindId): void {
    const before = this.urgent.get(component) ?? this.later.get(component);
    this.later.delete(component);
    this.urgent.set(component, join(before, cause, kind));
    this.wake();
  }

  /** The same for what can wait. */
  putOff(component: string, cause?: ChangeCause, kind?: KindId): void {
    const queue = this.urgent.has(component) ? this.urgent : this.later;
    queue.set(component, join(queue.get(component), cause, kind));
    this.wake();
  }

  takeNamespace(): string | undefined {
    const [namespace] = this.namespaces.keys();
    if (namespace !== undefined) this.namespaces.delete(namespace);
    return namespace;
  }

  take(): Dirty | undefined {
    const queue = this.urgent.size > 0 ? this.urgent : this.later;
    const [next] = queue;
    if (!next) return undefined;
    const [component, { cause, kinds }] = next;
    queue.delete(component);
    return { component, ...(cause ? { cause } : {}), ...(kinds ? { kinds } : {}) };
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
