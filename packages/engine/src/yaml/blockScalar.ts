// Block scalars: literal and folded text that is told by its indentation (YAML 1.2.2, 8.1).
import type { Cursor } from './Cursor';
import { code, refuse } from './Cursor';

type Chomping = 'clip' | 'strip' | 'keep';

/**
 * Reads a block scalar from its indicator on, and goes on to the line behind it. An indentation that is given as a
 * number, and a scalar without any text, are beyond the subset.
 *
 * @param outer - column of the mapping or sequence that holds it
 */
export function readBlockScalar(cursor: Cursor, outer: number): string {
  const { text } = cursor;
  const folded = text.charCodeAt(cursor.at) === code.greater;
  const chomping = readChomping(cursor);
  const char = cursor.skipSpaces();
  if (char !== code.newline && !(char === code.hash && text.charCodeAt(cursor.at - 1) === code.space)) refuse();
  const start = text.indexOf('\n', cursor.at) + 1;
  const indent = indentOf(text, start, outer);
  return readLines(cursor, start, indent, folded, chomping);
}

function readChomping(cursor: Cursor): Chomping {
  const char = cursor.text.charCodeAt(++cursor.at);
  if (char !== code.hyphen && char !== code.plus) return 'clip';
  cursor.at += 1;
  return char === code.hyphen ? 'strip' : 'keep';
}

/** The first line that is not blank says how far the text is indented. */
function indentOf(text: string, start: number, outer: number): number {
  let deepest = 0;
  for (let at = start; at < text.length; at++) {
    const line = at;
    while (text.charCodeAt(at) === code.space) at += 1;
    const indent = at - line;
    const char = text.charCodeAt(at);
    if (char === code.newline) deepest = Math.max(deepest, indent);
    else if (char === code.tab || indent <= outer || indent < deepest) break;
    else return indent;
  }
  return refuse();
}

function readLines(cursor: Cursor, start: number, indent: number, folded: boolean, chomping: Chomping): string {
  const { text } = cursor;
  let value = '';
  let isFirst = true;
  let wasDeeper = false;
  let blank = 0;
  let at = start;
  while (at < text.length) {
    const content = at + indent;
    while (at < content && text.charCodeAt(at) === code.space) at += 1;
    const char = text.charCodeAt(at);
    if (char === code.newline) {
      blank += 1;
      at += 1;
      continue;
    }
    if (at < content) {
      if (char === code.tab) refuse();
      break;
    }
    const end = text.indexOf('\n', at);
    const isDeeper = char === code.space || char === code.tab;
    // Folding joins lines by a space, except where one of them is set off by deeper indentation.
    const joins = folded && !isDeeper && !wasDeeper;
    if (joins && blank === 0) value += isFirst ? '' : ' ';
    else value += '\n'.repeat(joins || isFirst ? blank : blank + 1);
    value += text.slice(at, end);
    wasDeeper = isDeeper;
    isFirst = false;
    blank = 0;
    at = end + 1;
  }
  // The newline before the line that is not part of the text any more.
  cursor.at = text.lastIndexOf('\n', at - 1);
  cursor.nextLine();
  if (chomping === 'strip') return value;
  return chomping === 'keep' ? value + '\n'.repeat(blank + 1) : `${value}\n`;
}
