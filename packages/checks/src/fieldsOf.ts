// Which fields a check can read, so that it need not judge anew what changed elsewhere.
import { fieldBits } from './generated/fieldBits';
import { fieldsRead } from './generated/fieldsRead';

const decoded = new Map<string, ReadonlySet<string>>();

function decode(bits: string): ReadonlySet<string> {
  return new Set([...fieldsRead].filter((_, at) => parseInt(bits[at >> 2] ?? '0', 16) & (1 << (at & 3))));
}

/**
 * The names of the fields that a check can read: its source, or what that calls, has to name a field to read it.
 *
 * @param check - its id
 * @returns undefined for a check that is not one of these
 */
export function fieldsOf(check: string): ReadonlySet<string> | undefined {
  if (!Object.hasOwn(fieldBits, check)) return undefined;
  let fields = decoded.get(check);
  if (!fields) decoded.set(check, (fields = decode(fieldBits[check])));
  return fields;
}
