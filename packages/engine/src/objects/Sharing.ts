// Finds equal parts of objects, so that they are kept in memory once.

/** Entries of each table: a power of two. Bounded, so that nothing is kept alive for objects long gone. */
const defaultSlots = 1 << 18;

/**
 * Replaces equal texts, lists and mappings by the same one.
 *
 * A Deployment, its ReplicaSets and their pods repeat the same template; a fleet repeats the same names, labels and
 * probes. Each table has one place for a hash and keeps the newest value there: a value that was overwritten is merely
 * not shared. What comes out must never be changed.
 */
export class Sharing {
  private readonly texts: (string | undefined)[];
  private readonly nodes: (object | undefined)[];
  /** Keys of the mapping at each place. */
  private readonly counts: Int32Array;
  private readonly mask: number;
  /** What is being read, the innermost last. */
  private readonly keys: string[] = [];
  private readonly values: unknown[] = [];
  private top = 0;
  /** Hash of the value that was shared last; saves returning a pair for every value. */
  hash = 0;

  constructor(slots: number = defaultSlots) {
    this.texts = new Array<string | undefined>(slots).fill(undefined);
    this.nodes = new Array<object | undefined>(slots).fill(undefined);
    this.counts = new Int32Array(slots);
    this.mask = slots - 1;
  }

  /** A text or other scalar. */
  scalar<T>(value: T): T {
    if (typeof value === 'string') return this.text(value) as T;
    this.hash = typeof value === 'number' ? Math.trunc(value) | 0 : Number(value === true) + 7;
    return value;
  }

  private text(value: string): string {
    const { length } = value;
    let hash = length;
    // The ends tell names apart; reading all of a long text would cost more than sharing it gains.
    for (let at = 0; at < 6 && at < length; at++) hash = mix(hash, value.charCodeAt(at));
    for (let at = Math.max(6, length - 24); at < length; at++) hash = mix(hash, value.charCodeAt(at));
    this.hash = hash;
    const slot = hash & this.mask;
    const known = this.texts[slot];
    if (known === value) return known;
    this.texts[slot] = value;
    return value;
  }

  /** Holds a value of the list or mapping that is being read. */
  push(key: string, value: unknown): void {
    this.keys[this.top] = key;
    this.values[this.top] = value;
    this.top += 1;
  }

  /** Where values held from now on begin. */
  get begin(): number {
    return this.top;
  }

  /**
   * The list of the values held since a beginning, which were shared.
   *
   * @param hash - of the items, mixed in their order
   */
  list(begin: number, hash: number): unknown[] {
    const count = this.top - begin;
    this.top = begin;
    this.hash = mix(hash, count);
    const slot = this.hash & this.mask;
    const known = this.nodes[slot];
    if (Array.isArray(known) && known.length === count && this.isList(known, begin)) return known;
    const list = this.values.slice(begin, begin + count);
    this.nodes[slot] = list;
    return list;
  }

  /**
   * The mapping of the keys and values held since a beginning. One that is known is not even made.
   *
   * @param hash - of keys and values, mixed in their order
   */
  mapping(begin: number, hash: number): Record<string, unknown> {
    const end = this.top;
    this.top = begin;
    this.hash = mix(hash, end - begin + 31);
    const slot = this.hash & this.mask;
    const known = this.nodes[slot] as Record<string, unknown> | undefined;
    if (known && this.counts[slot] === end - begin && this.isMapping(known, begin, end)) return known;
    const mapping: Record<string, unknown> = {};
    for (let at = begin; at < end; at++) mapping[this.keys[at]] = this.values[at];
    this.nodes[slot] = mapping;
    this.counts[slot] = end - begin;
    return mapping;
  }

  private isList(known: readonly unknown[], begin: number): boolean {
    for (let at = 0; at < known.length; at++) if (known[at] !== this.values[begin + at]) return false;
    return true;
  }

  /** Of the same number of keys; undefined is no value, so a key that is not there differs. */
  private isMapping(known: Record<string, unknown>, begin: number, end: number): boolean {
    if (Array.isArray(known)) return false;
    for (let at = begin; at < end; at++) if (known[this.keys[at]] !== this.values[at]) return false;
    return true;
  }
}

/** Joins a hash with another. */
export function mix(hash: number, other: number): number {
  const joined = Math.imul(hash ^ other, 0x9e3779b1);
  return joined ^ (joined >>> 15);
}
