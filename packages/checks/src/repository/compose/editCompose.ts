// Changes of a compose file in its own text, which leave comments and formatting alone.
import type { FileEdit, ObjectView, RepositoryFile } from '@maturity-roadmap/engine';
import { editFile } from '@maturity-roadmap/engine';
import type { Node } from 'yaml';
import { isNode, parseDocument } from 'yaml';

/** A piece of text that gives way to another. */
export interface Replacement {
  from: number;
  to: number;
  by: string;
}

/** Finds the node at a path of keys; undefined where there is none, as behind an alias. */
export type NodeAt = (path: readonly (string | number)[]) => Node | undefined;

/** The position of the first and behind the last character of a node. */
export const rangeOf = ({ range }: Node): [number, number] => [range?.[0] ?? 0, range?.[1] ?? 0];

/** Characters before a position in its line. */
export const columnOf = (text: string, position: number): number => position - text.lastIndexOf('\n', position - 1) - 1;

/**
 * Replaces pieces of the text of a compose file.
 *
 * @param find - the replacements; undefined where one of them can't be made
 */
export function editCompose(
  file: RepositoryFile,
  index: ObjectView<'repository/v1/ComposeFile'>,
  find: (nodeAt: NodeAt) => readonly (Replacement | undefined)[] | undefined,
): FileEdit | undefined {
  const document = parseDocument(file.text, { merge: true, prettyErrors: false, logLevel: 'silent' });
  const replacements = find(path => {
    const node: unknown = document.getIn(path, true);
    return isNode(node) ? node : undefined;
  });
  const known = (replacements ?? []).filter(one => one !== undefined);
  if (!replacements || known.length < replacements.length) return undefined;
  const text = [...known]
    .sort((a, b) => b.from - a.from)
    .reduce((all, { from, to, by }) => all.slice(0, from) + by + all.slice(to), file.text);
  return editFile(index.ref(file), file, text);
}
