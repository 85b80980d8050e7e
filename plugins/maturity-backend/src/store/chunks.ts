// Cuts rows into pieces for statements of bounded size.

/** Rows of one insert; older builds of SQLite take at most 999 values. */
const chunkSize = 60;

/** Cuts rows into pieces of a size that every database takes. */
export function* chunks<T>(values: readonly T[], size = chunkSize): Generator<T[]> {
  for (let at = 0; at < values.length; at += size) yield values.slice(at, at + size);
}
