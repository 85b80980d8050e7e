// Keys of mappings. Manifests repeat the same few hundred, so each is made once and found again by its characters.
import type { Cursor } from './Cursor';
import { code, refuse } from './Cursor';
import { partsAfterColon, resolvePlain, startsPlain } from './plain';
import { readQuoted } from './quoted';

/** Entries of the table: a power of two. Bounded, so that nothing is kept alive for texts long gone. */
const slots = 1 << 12;
const written: string[] = new Array<string>(slots).fill('');
const meant: string[] = new Array<string>(slots).fill('');

/** Reads a key and the colon behind it. */
export function readKey(cursor: Cursor, inFlow: boolean): string {
  const { text, at: start } = cursor;
  const first = text.charCodeAt(start);
  if (first === code.doubleQuote || first === code.quote) return readQuotedKey(cursor, inFlow);
  if (!startsPlain(text, start, inFlow)) refuse();
  // Might be the marker of a document.
  if (start === cursor.lineStart && (first === code.dot || first === code.hyphen)) refuse();
  let hash = 0;
  let at = start;
  for (let char = first; ; char = text.charCodeAt(++at)) {
    if (char === code.colon) {
      if (partsAfterColon(text.charCodeAt(at + 1), inFlow)) break;
    } else if (char <= code.hash) {
      // The rest up to the hash sign is good in a key unless it ends a line or starts a comment.
      if (char === code.newline || char === code.tab) refuse();
      if (char === code.hash && text.charCodeAt(at - 1) === code.space) refuse();
    } else if (inFlow && partsAfterColon(char, true)) refuse();
    hash = (Math.imul(hash, 31) + char) | 0;
  }
  if (text.charCodeAt(at - 1) === code.space) refuse();
  cursor.at = at + 1;
  const slot = (hash ^ (hash >>> 12)) & (slots - 1);
  const known = written[slot];
  if (known.length === at - start && text.startsWith(known, start)) return meant[slot];
  const key = keyOf(resolvePlain(text, start, at));
  written[slot] = text.slice(start, at);
  meant[slot] = key;
  return key;
}

function readQuotedKey(cursor: Cursor, inFlow: boolean): string {
  const key = keyOf(readQuoted(cursor, Infinity));
  if (cursor.text.charCodeAt(cursor.at) !== code.colon) refuse();
  cursor.at += 1;
  if (!inFlow && !partsAfterColon(cursor.text.charCodeAt(cursor.at), false)) refuse();
  return key;
}

function keyOf(value: unknown): string {
  const key = String(value);
  // A merge key brings in another mapping, and `__proto__` must not become the prototype.
  if (key === '<<' || key === '__proto__') refuse();
  // The engine finds fields fastest by the very text that it keeps for their name.
  return Object.keys({ [key]: true })[0];
}
