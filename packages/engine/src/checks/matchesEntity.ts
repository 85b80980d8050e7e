// Whether a catalog entity passes a filter, by the rules of the catalog's own filters.
import type { EntityFilter } from './Check';

/** The values at a path below a value; lists are looked through, and a list of labels or tags counts as its items. */
function valuesAt(value: unknown, keys: readonly string[]): string[] {
  if (Array.isArray(value)) return value.flatMap(item => valuesAt(item, keys));
  if (keys.length === 0) return typeof value === 'object' || value === undefined ? [] : [String(value).toLowerCase()];
  if (typeof value !== 'object' || value === null) return [];
  // Names of annotations hold dots themselves, so every way to split the path is tried.
  return keys.flatMap((_, last) => {
    const name = keys
      .slice(0, last + 1)
      .join('.')
      .toLowerCase();
    const held = Object.entries(value).find(([key]) => key.toLowerCase() === name);
    return held ? valuesAt(held[1], keys.slice(last + 1)) : [];
  });
}

/**
 * Whether an entity passes a filter.
 *
 * @param entity - the entity as the catalog gives it; one that is not known passes only a filter without keys
 * @public
 */
export function matchesEntity(filter: EntityFilter, entity: object | undefined): boolean {
  return Object.entries(filter).every(([path, wanted]) => {
    const values = valuesAt(entity, path.split('.'));
    return wanted.some(one => values.includes(one.toLowerCase()));
  });
}
