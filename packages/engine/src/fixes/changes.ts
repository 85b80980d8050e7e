// Makes the changes that fixes consist of: objects that are missing, and lines of files.
import type { FileEdit, KubernetesObject, LineEdit, ObjectCreation, ObjectRef, RepositoryFile } from '../model';
import { holdsCredential } from './credentials';
import { diffLines } from './diffLines';
import { linesOfText } from './applyEdits';

/**
 * Creates an object.
 *
 * @param cluster - that it is missing in
 * @public
 */
export function createObject(cluster: string, manifest: KubernetesObject): ObjectCreation {
  const { apiVersion, kind, metadata } = manifest;
  const { name, namespace } = metadata;
  const object: ObjectRef = { cluster, apiVersion, kind, ...(namespace ? { namespace } : {}), name };
  return { kind: 'create', object, manifest };
}

/** Runs of lines that go and come, one edit each. */
function editsBetween(before: readonly string[], after: readonly string[]): LineEdit[] {
  const edits: { line: number; removed: string[]; added: string[] }[] = [];
  let line = 1;
  let isRun = false;
  for (const { change, text } of diffLines(before, after)) {
    if (change !== 'same' && !isRun) edits.push({ line, removed: [], added: [] });
    isRun = change !== 'same';
    if (change === 'removed') edits[edits.length - 1].removed.push(text);
    if (change === 'added') edits[edits.length - 1].added.push(text);
    if (change !== 'added') line += 1;
  }
  return edits;
}

/**
 * Gives a file another text; lines that are the same in both stay as they are.
 *
 * @returns undefined where nothing changes, or a line that changes may hold a credential, which no fix must repeat
 * @public
 */
export function editFile(object: ObjectRef, file: RepositoryFile, text: string): FileEdit | undefined {
  const [before, after] = [linesOfText(file.text), linesOfText(text)];
  const isUnended = before.length > 0 && !file.text.endsWith('\n');
  const edits = editsBetween(before, after).map((edit): LineEdit => {
    const { line, removed, added } = edit;
    if (!isUnended || line + removed.length <= before.length) return edit;
    // Behind a last line without an end nothing can stand: it is written anew with one.
    if (removed.length > 0) return { ...edit, unended: true };
    const last = before.slice(-1);
    return { line: before.length, removed: last, added: [...last, ...added], unended: true };
  });
  const touched = edits.flatMap(({ removed, added }) => [...removed, ...added]);
  return edits.length === 0 || touched.some(holdsCredential) ? undefined : { kind: 'edit', object, edits };
}

/**
 * Writes a file that is not there yet.
 *
 * @param path - from the component's root
 * @param kind - of repository file: `DockerIgnore`
 * @public
 */
export function createFile(cluster: string, kind: string, path: string, lines: readonly string[]): FileEdit {
  const object: ObjectRef = { cluster, apiVersion: 'repository/v1', kind, name: path };
  return { kind: 'edit', object, edits: [{ line: 1, removed: [], added: lines }], isNew: true };
}
