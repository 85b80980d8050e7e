// Takes a stream of YAML documents apart, so that a broken one costs only itself.

/** One document of a text. */
export interface DocumentText {
  text: string;
  /** Its first line in the whole text, counted from 1. */
  line: number;
}

const hasContent = (text: string) => /^[ \t]*[^\s#]/m.test(text);

/**
 * The documents of a text that hold more than comments. A line that starts with three hyphens parts documents
 * everywhere, even inside block scalars (YAML 1.2.2, 9.1.2).
 */
export function splitDocuments(text: string): DocumentText[] {
  // Most texts hold one document, and looking for what no text without markers has is quick.
  if (!text.includes('---') && !text.includes('...')) return hasContent(text) ? [{ text, line: 1 }] : [];
  const documents: DocumentText[] = [];
  const separator = /^---(?=[ \t\r\n]|$)|^\.\.\.[ \t]*\r?$/gm;
  let start = 0;
  let line = 1;
  const add = (end: number) => {
    const part = text.slice(start, end);
    if (hasContent(part)) documents.push({ text: part, line });
    line += countNewlines(part);
  };
  for (let match = separator.exec(text); match; match = separator.exec(text)) {
    add(match.index);
    start = match.index + match[0].length;
  }
  add(text.length);
  return documents;
}

function countNewlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
