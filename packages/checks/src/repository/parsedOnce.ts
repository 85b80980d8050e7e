// Remembers what was parsed from an object, so that the many checks that read it parse it once.

/**
 * Wraps a parser so that each object is parsed once. A file that is read again is a new object, hence never stale.
 */
export function parsedOnce<F extends object, T>(parse: (file: F) => T): (file: F) => T {
  const parsed = new WeakMap<F, { value: T }>();
  return file => {
    const known = parsed.get(file);
    if (known) return known.value;
    const value = parse(file);
    parsed.set(file, { value });
    return value;
  };
}
