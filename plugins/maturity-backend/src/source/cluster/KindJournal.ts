// Notes when each kind of a cluster was listed, told of a change, and failed last.
import type { KindId } from '@maturity-roadmap/engine';

/** What happened last with a kind; instants in ISO 8601. */
export interface KindNotes {
  listedAt?: string;
  /** Last change of an object that the cluster told of. */
  eventAt?: string;
  lastError?: { at: string; message: string };
}

/** Notes by kind. */
export class KindJournal {
  private readonly notes = new Map<
    KindId,
    { listed?: number; event?: number; error?: [at: number, message: string] }
  >();

  constructor(private readonly now: () => number = Date.now) {}

  listed(kind: KindId): void {
    this.of(kind).listed = this.now();
  }

  event(kind: KindId): void {
    this.of(kind).event = this.now();
  }

  failed(kind: KindId, message: string): void {
    this.of(kind).error = [this.now(), message];
  }

  /** The notes of a kind. */
  read(kind: KindId): KindNotes {
    const { listed, event, error } = this.notes.get(kind) ?? {};
    const iso = (at: number) => new Date(at).toISOString();
    return {
      ...(listed ? { listedAt: iso(listed) } : {}),
      ...(event ? { eventAt: iso(event) } : {}),
      ...(error ? { lastError: { at: iso(error[0]), message: error[1] } } : {}),
    };
  }

  private of(kind: KindId) {
    let notes = this.notes.get(kind);
    if (!notes) this.notes.set(kind, (notes = {}));
    return notes;
  }
}
