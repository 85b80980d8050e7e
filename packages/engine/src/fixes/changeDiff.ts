// Any change as lines: those of an object that is patched or created, or of a file.
import type { Change, FileEdit, KubernetesObject } from '../model';
import { manifestLines } from './changeCommand';
import type { DiffLine } from './diffLines';
import { diffLines } from './diffLines';
import type { FixDiff } from './fixDiff';
import { fixDiff } from './fixDiff';

function fileDiff({ edits }: FileEdit): FixDiff {
  const parts = edits.map(({ removed, added }) => diffLines(removed, added));
  const all = parts.flat();
  const count = (wanted: DiffLine['change']) => all.filter(({ change }) => change === wanted).length;
  return {
    lines: parts.flatMap((part, at) => (at > 0 ? [{ change: 'gap' as const }, ...part] : part)),
    added: count('added'),
    removed: count('removed'),
  };
}

/**
 * What a change changes, as lines: all of them where an object or a file is new.
 *
 * @param object - that is patched; not needed for other changes, which say themselves what they change
 * @returns undefined if the object is not at hand or the patch does not fit it
 * @public
 */
export function changeDiff(change: Change, object?: KubernetesObject): FixDiff | undefined {
  if (change.kind === 'edit') return fileDiff(change);
  if (change.kind !== 'create') return object && fixDiff(object, change.operations);
  const lines = manifestLines(change.manifest).map(text => ({ change: 'added' as const, text }));
  return { lines, added: lines.length, removed: 0 };
}
