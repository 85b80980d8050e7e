// Whether two objects say the same.

/**
 * Whether two values have the same content. Parts that are the same in memory are not looked into, so that comparing
 * what a {@link Projector} made costs next to nothing.
 *
 * @public
 */
export function sameContent(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a, b] as Record<string, unknown>[];
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  return keys.every(key => Object.hasOwn(right, key) && sameContent(left[key], right[key]));
}
