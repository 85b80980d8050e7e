// What waits to be judged: namespaces whose workloads changed, then components, those that few share with first.
import type { ChangeCause } from '@maturity-roadmap/engine';
import type { ChangedFields, ChangedPlace, Changes } from './Changes';
import { addFields } from './Changes';

/** A component that waits, with what made it wait. */
export interface Dirty {
  component: string;
  cause?: ChangeCause;
  /** What changed; absent if everything may have changed. */
  changes?: Changes;
}

interface Waiting {
  cause?: ChangeCause;
  changes?: Map<ChangedPlace, ChangedFields>;
  /** By `performance.now()`. */
  since: number;
}

/** Why a component has to be judged. */
export interface Reason {
  cause?: ChangeCause;
  /** Where something changed; absent if everything may have changed. */
  place?: ChangedPlace;
  fields?: ChangedFields;
}

/** What waits already, with what is added to it. */
function join(before: Waiting | undefined, { cause, place, fields }: Reason): Waiting {
  const first = before?.cause ?? cause;
  const isEverything = !place || (before && !before.changes);
  const changes = isEverything ? undefined : (before?.changes ?? new Map<ChangedPlace, ChangedFields>());
  if (changes) addFields(changes, place!, fields);
  const since = before?.since ?? performance.now();
  return { since, ...(first ? { cause: first } : {}), ...(changes ? { changes } : {}) };
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

  put(component: string, reason: Reason = {}): void {
    const before = this.urgent.get(component) ?? this.later.get(component);
    this.later.delete(component);
    this.urgent.set(component, join(before, reason));
    this.wake();
  }

  /** The same for what can wait. */
  putOff(component: string, reason: Reason = {}): void {
    const queue = this.urgent.has(component) ? this.urgent : this.later;
    queue.set(component, join(queue.get(component), reason));
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
    const [component, { cause, changes }] = next;
    queue.delete(component);
    return { component, ...(cause ? { cause } : {}), ...(changes ? { changes } : {}) };
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
