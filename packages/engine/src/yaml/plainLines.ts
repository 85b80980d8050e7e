// Plain scalars in block collections: on one line, or folded over several (YAML 1.2.2, 7.3.3).
import type { Cursor } from './Cursor';
import { code, refuse } from './Cursor';
import { partsAfterColon, resolvePlain, startsPlain } from './plain';

/** Where the text of a line ends: before a line break, a comment, or the colon behind a key. */
function endOfText(text: string, start: number): number {
  for (let at = start; ; at++) {
    const char = text.charCodeAt(at);
    if (char === code.colon) {
      if (partsAfterColon(text.charCodeAt(at + 1), false)) return at;
    } else if (char <= code.hash) {
      if (char === code.newline) return at;
      if (char === code.tab) refuse();
      if (char === code.hash && text.charCodeAt(at - 1) === code.space) return at;
    }
  }
}

function withoutSpaces(text: string, end: number): number {
  let at = end;
  while (text.charCodeAt(at - 1) === code.space) at -= 1;
  return at;
}

/** Whether the plain text that stands here is a key. */
export function isPlainKey({ text, at }: Cursor): boolean {
  return startsPlain(text, at, false) && text.charCodeAt(endOfText(text, at)) === code.colon;
}

/**
 * Reads a plain scalar, and goes on to the next line.
 *
 * @param outer - column of the mapping or sequence that holds it
 */
export function readPlain(cursor: Cursor, outer: number): unknown {
  const { text, at: start } = cursor;
  if (!startsPlain(text, start, false)) refuse();
  const end = endOfText(text, start);
  const char = text.charCodeAt(end);
  if (char === code.colon) refuse();
  cursor.at = end;
  cursor.nextLine();
  if (cursor.indent > outer) {
    // Behind a comment nothing can go on.
    if (char === code.hash) refuse();
    return readFolded(cursor, start, end, outer);
  }
  return resolvePlain(text, start, withoutSpaces(text, end));
}

/** A text of several lines: a line break is a space, blank lines are line breaks. */
function readFolded(cursor: Cursor, start: number, endOfFirst: number, outer: number): string {
  const { text } = cursor;
  let value = text.slice(start, withoutSpaces(text, endOfFirst));
  let end = endOfFirst;
  while (text.charCodeAt(end) === code.newline) {
    let breaks = 0;
    let line = end;
    let at = end;
    while (text.charCodeAt(at) === code.newline) {
      breaks += 1;
      line = at += 1;
      while (text.charCodeAt(at) === code.space) at += 1;
    }
    if (at >= text.length || at - line <= outer || text.charCodeAt(at) === code.hash) break;
    end = endOfText(text, at);
    if (text.charCodeAt(end) === code.colon) refuse();
    value += (breaks === 1 ? ' ' : '\n'.repeat(breaks - 1)) + text.slice(at, withoutSpaces(text, end));
  }
  cursor.at = end;
  cursor.nextLine();
  return value;
}
