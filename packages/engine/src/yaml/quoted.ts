// Scalars in single and double quotes, on one line or folded over several (YAML 1.2.2, 7.3).
import type { Cursor } from './Cursor';
import { code, refuse } from './Cursor';

const escapes = new Map<number, string>(
  Object.entries({
    '0': '\0',
    a: '\x07',
    b: '\b',
    t: '\t',
    n: '\n',
    v: '\v',
    f: '\f',
    r: '\r',
    e: '\x1b',
    ' ': ' ',
    '"': '"',
    '/': '/',
    '\\': '\\',
    N: '\x85',
    _: '\xa0',
    L: '\u2028',
    P: '\u2029',
  }).map(([char, meant]) => [char.charCodeAt(0), meant]),
);
/** How many digits follow `x` and `u`. */
const hexDigits = new Map([
  [0x78, 2],
  [0x75, 4],
]);

/**
 * Reads a scalar that starts with a quote, and stops behind the one that ends it.
 *
 * @param outer - column of the mapping or sequence that holds it: further lines have to stand deeper; Infinity where
 *   there may be none
 */
export function readQuoted(cursor: Cursor, outer: number): string {
  const { text } = cursor;
  const mark = text.charCodeAt(cursor.at);
  let value = '';
  let start = cursor.at + 1;
  for (let at = start; ;) {
    const char = text.charCodeAt(at);
    if (char === mark) {
      const last = text.slice(start, at);
      at += 1;
      cursor.at = at;
      if (mark === code.doubleQuote || text.charCodeAt(at) !== code.quote) return value === '' ? last : value + last;
      value += `${last}'`;
      start = at += 1;
    } else if (char === code.backslash && mark === code.doubleQuote) {
      value += text.slice(start, at);
      cursor.at = at + 1;
      value += readEscape(cursor, outer);
      start = at = cursor.at;
    } else if (char === code.newline) {
      let end = at;
      while (end > start && text.charCodeAt(end - 1) === code.space) end -= 1;
      const breaks = skipBreaks(cursor, at, outer);
      value += text.slice(start, end) + (breaks === 1 ? ' ' : '\n'.repeat(breaks - 1));
      start = at = cursor.at;
    } else if (char === code.tab) refuse();
    else at += 1;
  }
}

/** What a backslash and what follows it stand for. */
function readEscape(cursor: Cursor, outer: number): string {
  const { text, at } = cursor;
  const char = text.charCodeAt(at);
  const digits = hexDigits.get(char);
  if (digits) {
    const hex = text.slice(at + 1, at + 1 + digits);
    if (!/^[\da-fA-F]+$/.test(hex) || hex.length < digits) refuse();
    cursor.at = at + 1 + digits;
    return String.fromCharCode(parseInt(hex, 16));
  }
  if (char === code.newline) {
    if (skipBreaks(cursor, at, outer) > 1) refuse();
    return '';
  }
  cursor.at = at + 1;
  return escapes.get(char) ?? refuse();
}

/** Goes on to the next line that is not blank, and counts the line breaks. */
function skipBreaks(cursor: Cursor, newline: number, outer: number): number {
  const { text } = cursor;
  let breaks = 0;
  let at = newline;
  let start = at;
  while (text.charCodeAt(at) === code.newline) {
    breaks += 1;
    start = at += 1;
    while (text.charCodeAt(at) === code.space) at += 1;
  }
  if (at >= text.length || at - start <= outer) refuse();
  cursor.at = at;
  return breaks;
}
