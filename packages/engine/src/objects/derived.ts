// Remembers what was worked out from an index, such as a lookup table, until an object of its kinds changes.
import type { KindId } from '../model';
import type { ObjectView } from './ObjectView';

/**
 * Makes a function of an index remember its answer. A check that asks who points at a workload would otherwise search
 * all objects of a kind for every workload; with a table made once, the cost of judging grows with the fleet and not
 * with its square.
 *
 * @param kinds - every kind that the answer depends on
 * @param build - pure; may end the check by asking for a kind that was not read, which is not remembered
 * @public
 */
export function derived<const K extends KindId, T>(
  kinds: readonly K[],
  build: (index: ObjectView<K>) => T,
): (index: ObjectView<K>) => T {
  const remembered = new WeakMap<object, { version: number; revision: number; value: T }>();
  return index => {
    const { version } = index;
    const known = remembered.get(index);
    if (known?.version === version) return known.value;
    let revision = 0;
    for (const kind of kinds) revision += index.revision(kind);
    if (known?.revision === revision) {
      known.version = version;
      return known.value;
    }
    const value = build(index);
    remembered.set(index, { version, revision, value });
    return value;
  };
}
