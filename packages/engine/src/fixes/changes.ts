// Makes the changes that fixes consist of: objects that are missing, and lines of files.
import type {
  FileEdit,
  KubernetesObject,
  LineEdit,
  ObjectCreation,
  ObjectRef,
  RepositoryFile,
} from '../model';
import { holdsCredential } from './credentials';
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

/** Lines of a file to replace, by the numbers of the first and the last; the last before the first inserts. */
export interface LineChange {
  from: number;
  to: number;
  lines: readonly string[];
}

/**
 * Edits a file.
 *
 * @param changes - to lines as they are now; they must not overlap
 * @returns undefined where nothing changes, or a line that changes may hold a credential, which no fix must repeat
 * @public
 */
export function editFile(object: ObjectRef, file: RepositoryFile, changes: readonly LineChange[]): FileEdit | undefined {
  const all = linesOfText(file.text);
  const isUnended = !file.text.endsWith('\n');
  const edits = [...changes]
    .sort((a, b) => a.from - b.from)
    .map(({ from, to, lines }): LineEdit => {
      // Behind a last line without an end nothing can stand: it is written anew with one.
      const joins = isUnended && from > all.length && all.length > 0;
      const [line, added] = joins ? [all.length, [...all.slice(-1), ...lines]] : [from, lines];
      const removed = all.slice(line - 1, to);
      const unended = isUnended && to >= all.length && removed.length > 0;
      return { line, removed, added, ...(unended ? { unended } : {}) };
    })
    .filter(({ removed, added }) => removed.join('\n') !== added.join('\n'));
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
