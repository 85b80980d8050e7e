// Joins the states of all lists that belong to one kind id, such as the constraints of Gatekeeper, into one.
import type { KindId, KindState } from '@maturity-roadmap/engine';
import type { ObjectSink } from './ObjectSink';

const notRead: KindState = { state: 'unreachable', message: 'is being read for the first time' };

/** Worst first: a kind of which a part can't be relied on can't be relied on. */
const order: readonly KindState['state'][] = [
  'forbidden',
  'unreachable',
  'stale',
  'synced',
  'notServed',
  'notCollected',
];

const worst = (states: readonly KindState[]): KindState =>
  states.reduce((held, state) => (order.indexOf(state.state) < order.indexOf(held.state) ? state : held));

/** States by kind and by where they come from. */
export class KindStates {
  private readonly parts = new Map<KindId, Map<string, KindState | undefined>>();
  private readonly told = new Map<KindId, string>();

  constructor(private readonly sink: Pick<ObjectSink, 'setState'>) {}

  /** A kind that nothing is known of yet. */
  pending(kind: KindId): void {
    this.tell(kind, notRead);
  }

  /** A list that will say how it went. */
  expect(kind: KindId, from: string): void {
    const parts = this.of(kind);
    if (!parts.has(from)) parts.set(from, undefined);
  }

  /** What is known from somewhere; undefined takes it back. */
  set(kind: KindId, from: string, state: KindState | undefined): void {
    const parts = this.of(kind);
    if (state) parts.set(from, state);
    else parts.delete(from);
    this.join(kind);
  }

  /** A list that there no longer is. */
  forget(from: string): void {
    for (const [kind, parts] of this.parts) {
      if (!parts.delete(from)) continue;
      if (parts.size === 0) parts.set('gone', { state: 'notServed' });
      this.join(kind);
    }
  }

  /** Nothing of the cluster can be read. */
  failAll(state: KindState): void {
    for (const kind of this.told.keys()) this.tell(kind, state);
  }

  /** Whether every list has said how it went. */
  areKnown(): boolean {
    return [...this.parts.values()].every(parts => ![...parts.values()].includes(undefined));
  }

  private join(kind: KindId): void {
    const states = [...this.of(kind).values()];
    if (states.length === 0) return;
    const known = states.filter(state => state !== undefined);
    // While one of its lists is under way, the kind as a whole has not been read.
    this.tell(kind, known.length < states.length ? notRead : worst(known));
  }

  private tell(kind: KindId, state: KindState): void {
    const text = JSON.stringify(state);
    if (this.told.get(kind) === text) return;
    this.told.set(kind, text);
    this.sink.setState(kind, state);
  }

  private of(kind: KindId): Map<string, KindState | undefined> {
    let parts = this.parts.get(kind);
    if (!parts) this.parts.set(kind, (parts = new Map()));
    return parts;
  }
}
