// Applies the edits of a fix to the text of a file.
import type { LineEdit } from '../model';

const lineBreak = /\r?\n/;

/**
 * The lines of a text; the end of the last one is no line of its own.
 *
 * @public
 */
export function linesOfText(text: string): string[] {
  const lines = text.split(lineBreak);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/**
 * A text with edits applied. Line breaks stay as they are written in it.
 *
 * @throws Error if the lines that an edit removes are not there
 * @public
 */
export function applyEdits(text: string, edits: readonly LineEdit[]): string {
  const lines = linesOfText(text);
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  for (const { line, removed, added } of [...edits].reverse()) {
    const found = lines.slice(line - 1, line - 1 + removed.length);
    if (line < 1 || found.join('\n') !== removed.join('\n')) throw new Error(`line ${line} is another by now`);
    lines.splice(line - 1, removed.length, ...added);
  }
  // A last line that ends the file without a line break goes on doing so, unless it is one of those that change.
  const isUnended = text !== '' && !text.endsWith('\n') && !edits.some(({ unended }) => unended);
  return lines.length > 0 ? `${lines.join(end)}${isUnended ? '' : end}` : '';
}
