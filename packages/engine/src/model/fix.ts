// The change that mends what a check found: of an object, of a file, or an object that is missing.
import type { KubernetesObject, ObjectRef } from './objects';

/** @public */
export type FixOperation = { op: 'add' | 'replace'; path: string; value: unknown } | { op: 'remove'; path: string };

/**
 * A change to one object as JSON Patch (RFC 6902), computed for that very object.
 *
 * @public
 */
export interface ObjectPatch {
  /** Absent in what was stored before there were other kinds of changes. */
  kind?: 'patch';
  object: ObjectRef;
  operations: readonly FixOperation[];
}

/**
 * An object that is missing, as a whole manifest. Nothing of its name is there yet.
 *
 * @public
 */
export interface ObjectCreation {
  kind: 'create';
  /** Names the object as it will be. */
  object: ObjectRef;
  manifest: KubernetesObject;
}

/**
 * Lines of a file that give way to others.
 *
 * @public
 */
export interface LineEdit {
  /** Number of the first line that goes, from 1; where none goes, of the line that the new ones come before. */
  line: number;
  removed: readonly string[];
  added: readonly string[];
  /** The last line that goes ends the file, without a line break. */
  unended?: true;
}

/**
 * A change to one file of a repository, computed for that very text. Edits stand in the order of their lines, which are
 * those before the change.
 *
 * @public
 */
export interface FileEdit {
  kind: 'edit';
  /** The file; its name is the path from the component's root. */
  object: ObjectRef;
  edits: readonly LineEdit[];
  /** The file is not there yet. */
  isNew?: true;
}

/** @public */
export type Change = ObjectPatch | ObjectCreation | FileEdit;

/**
 * What mends a finding: one change, or several that only together do.
 *
 * @public
 */
export type Fix = Change & { also?: readonly Change[] };

/**
 * The changes of a fix, in the order to make them in.
 *
 * @public
 */
export function changesOf(fix: Fix): Change[] {
  const { also = [], ...first } = fix;
  return [first, ...also];
}

/**
 * Which of the three a change is.
 *
 * @public
 */
export const kindOfChange = ({ kind = 'patch' }: Change): 'patch' | 'create' | 'edit' => kind;

/** Whether a change would leave everything as it is. @public */
export function isEmptyChange(change: Change): boolean {
  if (change.kind === 'create') return false;
  return (change.kind === 'edit' ? change.edits : change.operations).length === 0;
}

/**
 * The objects that a fix patches: those that are there, and that have to be read to show what changes.
 *
 * @public
 */
export const patchedObjects = (fix: Fix): ObjectRef[] =>
  changesOf(fix).flatMap(change => (kindOfChange(change) === 'patch' ? [change.object] : []));
