// Block mappings and sequences, told by their indentation (YAML 1.2.2, 8.2).
import { readBlockScalar } from './blockScalar';
import type { Cursor } from './Cursor';
import { code, refuse } from './Cursor';
import { readFlow } from './flow';
import { readKey } from './keys';
import { isPlainKey, readPlain } from './plainLines';
import { readQuoted } from './quoted';

// Every reader of a value goes on to the next line that holds anything: its indentation says what that belongs to.

/**
 * Reads a mapping whose first key stands here.
 *
 * @param column - of its keys
 * @param depth - how many more collections may stand in each other
 */
export function readMapping(cursor: Cursor, column: number, depth: number): Record<string, unknown> {
  if (depth === 0) refuse();
  const mapping: Record<string, unknown> = {};
  do {
    const key = readKey(cursor, false);
    if (Object.hasOwn(mapping, key)) refuse();
    mapping[key] = readField(cursor, column, depth - 1);
  } while (cursor.indent === column);
  if (cursor.indent > column) refuse();
  return mapping;
}

/** What stands behind a key: on its line, on deeper lines, or a sequence at the same column. */
function readField(cursor: Cursor, column: number, depth: number): unknown {
  const char = cursor.skipSpaces();
  if (char !== code.newline && char !== code.hash) return readInLine(cursor, char, column, depth);
  cursor.nextLine();
  if (cursor.indent > column) return readNested(cursor, depth);
  return cursor.indent === column && cursor.isAtEntry() ? readSequence(cursor, column, depth) : null;
}

function readNested(cursor: Cursor, depth: number): unknown {
  const { indent } = cursor;
  return cursor.isAtEntry() ? readSequence(cursor, indent, depth) : readMapping(cursor, indent, depth);
}

/** A value that starts on the line of its key, or of the hyphen before it. */
function readInLine(cursor: Cursor, first: number, column: number, depth: number): unknown {
  switch (first) {
    case code.doubleQuote:
    case code.quote: {
      const value = readQuoted(cursor, column);
      cursor.endLine();
      return value;
    }
    case code.openBracket:
    case code.openBrace: {
      const value = readFlow(cursor, depth);
      cursor.endLine();
      return value;
    }
    case code.pipe:
    case code.greater:
      return readBlockScalar(cursor, column);
    default:
      return readPlain(cursor, column);
  }
}

function readSequence(cursor: Cursor, column: number, depth: number): unknown[] {
  if (depth === 0) refuse();
  const items: unknown[] = [];
  do {
    cursor.at += 1;
    items.push(readItem(cursor, column, depth - 1));
  } while (cursor.indent === column && cursor.isAtEntry());
  if (cursor.indent > column) refuse();
  return items;
}

/** What stands behind a hyphen; a mapping or sequence may start on its line. */
function readItem(cursor: Cursor, column: number, depth: number): unknown {
  const char = cursor.skipSpaces();
  if (char === code.newline || char === code.hash) {
    cursor.nextLine();
    return cursor.indent > column ? readNested(cursor, depth) : null;
  }
  const inner = cursor.at - cursor.lineStart;
  if (cursor.isAtEntry()) return readSequence(cursor, inner, depth);
  return isKey(cursor, char, column) ? readMapping(cursor, inner, depth) : readInLine(cursor, char, column, depth);
}

/** Whether what stands here is the key of a mapping; does not move. */
function isKey(cursor: Cursor, first: number, column: number): boolean {
  if (first !== code.doubleQuote && first !== code.quote) return isPlainKey(cursor);
  const start = cursor.at;
  readQuoted(cursor, column);
  const isBeforeColon = cursor.text.charCodeAt(cursor.at) === code.colon;
  cursor.at = start;
  return isBeforeColon;
}
