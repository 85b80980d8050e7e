// Flow collections that stand on one line: [a, b] and {a: b} (YAML 1.2.2, 7.4).
import type { Cursor } from './Cursor';
import { code, refuse } from './Cursor';
import { readKey } from './keys';
import { partsAfterColon, resolvePlain, startsPlain } from './plain';
import { readQuoted } from './quoted';

/**
 * Reads a flow collection and stops behind it.
 *
 * @param depth - how many more collections may stand in each other
 */
export function readFlow(cursor: Cursor, depth: number): unknown {
  if (depth === 0) refuse();
  const isSequence = cursor.text.charCodeAt(cursor.at) === code.openBracket;
  cursor.at += 1;
  return isSequence ? readItems(cursor, depth) : readPairs(cursor, depth);
}

function readItems(cursor: Cursor, depth: number): unknown[] {
  const items: unknown[] = [];
  while (cursor.skipSpaces() !== code.closeBracket) {
    items.push(readValue(cursor, depth));
    if (endsEntries(cursor, code.closeBracket)) break;
  }
  cursor.at += 1;
  return items;
}

function readPairs(cursor: Cursor, depth: number): Record<string, unknown> {
  const pairs: Record<string, unknown> = {};
  while (cursor.skipSpaces() !== code.closeBrace) {
    const key = readKey(cursor, true);
    if (Object.hasOwn(pairs, key)) refuse();
    cursor.skipSpaces();
    pairs[key] = readValue(cursor, depth);
    if (endsEntries(cursor, code.closeBrace)) break;
  }
  cursor.at += 1;
  return pairs;
}

/** Behind an entry there is a comma, or the end. */
function endsEntries(cursor: Cursor, end: number): boolean {
  const char = cursor.skipSpaces();
  if (char === end) return true;
  if (char !== code.comma) refuse();
  cursor.at += 1;
  return false;
}

function readValue(cursor: Cursor, depth: number): unknown {
  const char = cursor.text.charCodeAt(cursor.at);
  if (char === code.openBracket || char === code.openBrace) return readFlow(cursor, depth - 1);
  if (char === code.doubleQuote || char === code.quote) return readQuoted(cursor, Infinity);
  return readPlainInFlow(cursor);
}

function readPlainInFlow(cursor: Cursor): unknown {
  const { text, at: start } = cursor;
  if (!startsPlain(text, start, true)) refuse();
  let at = start;
  for (let char = text.charCodeAt(at); ; char = text.charCodeAt(++at)) {
    if (char === code.newline || char === code.tab) refuse();
    if (char === code.hash && text.charCodeAt(at - 1) === code.space) refuse();
    if (char === code.colon) {
      if (partsAfterColon(text.charCodeAt(at + 1), true)) refuse();
    } else if (char !== code.space && partsAfterColon(char, true)) break;
  }
  cursor.at = at;
  while (text.charCodeAt(at - 1) === code.space) at -= 1;
  return resolvePlain(text, start, at);
}
