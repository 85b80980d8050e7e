// Takes out of an answer, before it is parsed, what is as large as half of it and never kept: the trees of fields that
// managers own.

/** As API servers write it, in the order of the fields of the type. A text can't hold it: its quotes would be escaped. */
const beginning = Buffer.from('"fieldsType":"FieldsV1","fieldsV1":{');
const [quote, backslash, opening, closing] = [...'"\\{}'].map(character => character.charCodeAt(0));
const spec = Buffer.from('"f:spec"');
const replicas = Buffer.from('"f:replicas"');
/** Of the tree it is only asked whether it holds the number of replicas. */
const withReplicas = Buffer.from('"f:spec":{"f:replicas":{}}');

const isAt = (bytes: Buffer, at: number, text: Buffer) =>
  bytes.compare(text, 0, text.length, at, at + text.length) === 0;

/** The position after the tree that begins at a position, and whether it holds the replicas; undefined if it has no end. */
function endOf(bytes: Buffer, start: number): { end: number; setsReplicas: boolean } | undefined {
  let depth = 1;
  let isInSpec = false;
  let setsReplicas = false;
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === opening) depth += 1;
    else if (byte === closing) {
      depth -= 1;
      if (depth === 0) return { end: at, setsReplicas };
    } else if (byte === quote) {
      if (depth === 1) isInSpec = isAt(bytes, at, spec);
      else if (depth === 2 && isInSpec) setsReplicas ||= isAt(bytes, at, replicas);
      for (at += 1; at < bytes.length && bytes[at] !== quote; at++) if (bytes[at] === backslash) at += 1;
    }
  }
  return undefined;
}

/**
 * The same JSON with empty trees of fields in the entries of `managedFields`, but for the number of replicas. Written
 * over what was given. What does not look as API servers write it stays as it is.
 *
 * See https://kubernetes.io/docs/reference/using-api/server-side-apply/#field-management
 */
export function dropFieldSets(bytes: Buffer): Buffer {
  let found = bytes.indexOf(beginning);
  if (found < 0) return bytes;
  let kept = 0;
  let from = 0;
  while (found >= 0) {
    const start = found + beginning.length;
    const tree = endOf(bytes, start);
    if (!tree) break;
    bytes.copyWithin(kept, from, start);
    kept += start - from;
    if (tree.setsReplicas) kept += withReplicas.copy(bytes, kept);
    from = tree.end;
    found = bytes.indexOf(beginning, from);
  }
  bytes.copyWithin(kept, from);
  return bytes.subarray(0, kept + bytes.length - from);
}
