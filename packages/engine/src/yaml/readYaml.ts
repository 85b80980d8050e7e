// Reads the YAML that manifests are written in, several times faster than a library for all of YAML.
import { readMapping } from './blocks';
import { Cursor, code, isRefusal, refuse } from './Cursor';

/** Other controls, byte order marks, surrogates and carriage returns have rules of their own. */
const unusual = /[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;

/** As deep as no manifest goes; the library's own limit is counted otherwise and lies above. */
const maxDepth = 50;

/**
 * Reads one document: a block mapping of block collections, flow collections on one line, scalars of all styles, and
 * comments.
 *
 * Anchors, aliases, tags, merge keys, complex keys, directives, tabs before text, carriage returns and whatever might be
 * an error are beyond the subset: it is the library that knows all of YAML and says what is wrong where. What is read
 * here is what the library (js-yaml with the core schema) reads; the tests hold both against each other.
 *
 * @param text - without markers of documents
 * @returns undefined where the text is beyond the subset
 */
export function readYaml(text: string): Record<string, unknown> | undefined {
  const last = text.charCodeAt(text.length - 1);
  if (last === code.space || unusual.test(text)) return undefined;
  try {
    return readDocument(new Cursor(last === code.newline ? text : `${text}\n`));
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

function readDocument(cursor: Cursor): Record<string, unknown> {
  const { text } = cursor;
  const first = cursor.skipSpaces();
  if (first === code.newline || first === code.hash) cursor.nextLine();
  else cursor.indent = cursor.at;
  if (cursor.indent !== 0) refuse();
  const mapping = readMapping(cursor, 0, maxDepth);
  if (cursor.at < text.length) refuse();
  return mapping;
}
