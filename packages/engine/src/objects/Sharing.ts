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
  private readonly mask: number;
  /** Hash of the value that was shared last; saves returning a pair for every value. */
  hash = 0;

  constructor(slots: number = defaultSlots) {
    this.texts = new Array<string | undefined>(slots).fill(undefined);
    this.nodes = new Array<object | undefined>(slots).fill(undefined);
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

  /**
   * A list whose items were shared.
   *
   * @param hash - of the items, mixed in their order
   */
  list(value: unknown[], hash: number): unknown[] {
    this.hash = mix(hash, value.length);
    const slot = this.hash & this.mask;
    const known = this.nodes[slot];
    if (Array.isArray(known) && known.length === value.length && known.every((item, at) => item === value[at]))
      return known;
    this.nodes[slot] = value;
    return value;
  }

  /**
   * A mapping whose values were shared.
   *
   * @param keys - its keys in their order
   * @param hash - of keys and values, mixed in their order
   */
  mapping(value: Record<string, unknown>, keys: readonly string[], hash: number): Record<string, unknown> {
    this.hash = mix(hash, keys.length + 31);
    const slot = this.hash & this.mask;
    const known = this.nodes[slot] as Record<string, unknown> | undefined;
    if (known && !Array.isArray(known) && isSame(known, value, keys)) return known;
    this.nodes[slot] = value;
    return value;
  }
}

/** Joins a hash with another. */
export function mix(hash: number, other: number): number {
  const joined = Math.imul(hash ^ other, 0x9e3779b1);
  return joined ^ (joined >>> 15);
}

function isSame(known: Record<string, unknown>, value: Record<string, unknown>, keys: readonly string[]): boolean {
  for (const key of keys) if (known[key] !== value[key]) return false;
  let count = 0;
  for (const key in known) if (Object.hasOwn(known, key)) count += 1;
  return count === keys.length;
}
