// A fix as the lines of YAML that it changes, with the keys above them.
import { dump } from 'js-yaml';
import type { KubernetesObject, ObjectPatch } from '../model';
import { applyOperations } from './applyOperations';
import type { DiffLine } from './diffLines';
import { diffLines } from './diffLines';
import { presentable } from './presentable';

/** Lines shown before and after a change, beside the keys above it. */
const context = 2;

/**
 * What a fix changes of an object.
 *
 * @public
 */
export interface FixDiff {
  /** The changed lines with those around them and the keys above; `gap` where lines between them are left out. */
  lines: readonly (DiffLine | { change: 'gap' })[];
  added: number;
  removed: number;
}

/** Several fixes change one object: its lines are made once, and forgotten with it. */
const linesBefore = new WeakMap<KubernetesObject, readonly string[]>();

const linesOf = (object: KubernetesObject): readonly string[] =>
  dump(presentable(object), { lineWidth: -1 }).trimEnd().split('\n');

function rememberedLinesOf(object: KubernetesObject): readonly string[] {
  let lines = linesBefore.get(object);
  if (!lines) linesBefore.set(object, (lines = linesOf(object)));
  return lines;
}

const indentOf = (text: string) => text.length - text.trimStart().length;
/** Items of a list stand deeper than their key although YAML lets their dash stand below it. */
const depthOf = (text: string) => indentOf(text) + (text.trimStart().startsWith('- ') ? 1 : 0);

/** The keys and list items that a line stands below. */
function above(lines: readonly DiffLine[], at: number): number[] {
  const found: number[] = [];
  let depth = depthOf(lines[at].text);
  for (let i = at - 1; i >= 0 && depth > 0; i--) {
    const { change, text } = lines[i];
    if (change === 'added' || depthOf(text) >= depth) continue;
    found.push(i);
    depth = depthOf(text);
  }
  return found;
}

/**
 * The relevant part of an object before and after a fix, as YAML. Literals of environment variables are not shown.
 *
 * @returns undefined if the fix does not fit the object, which may have changed since it was judged
 * @public
 */
export function fixDiff(object: KubernetesObject, operations: ObjectPatch['operations']): FixDiff | undefined {
  let mended: KubernetesObject;
  try {
    mended = applyOperations(object, operations);
  } catch {
    return undefined;
  }
  const lines = diffLines(rememberedLinesOf(object), linesOf(mended));
  const shown = new Set<number>();
  lines.forEach(({ change }, at) => {
    if (change === 'same') return;
    for (const i of above(lines, at)) shown.add(i);
    for (let i = Math.max(0, at - context); i <= Math.min(lines.length - 1, at + context); i++) shown.add(i);
  });
  const order = [...shown].sort((a, b) => a - b);
  const count = (wanted: DiffLine['change']) => lines.filter(({ change }) => change === wanted).length;
  return {
    lines: order.flatMap((at, i) =>
      i > 0 && order[i - 1] < at - 1 ? [{ change: 'gap' as const }, lines[at]] : [lines[at]],
    ),
    added: count('added'),
    removed: count('removed'),
  };
}
