// The lines that tell two texts apart, each where it belongs.

/** A line of a diff. @public */
export interface DiffLine {
  change: 'same' | 'removed' | 'added';
  text: string;
}

/** Length of the longest common subsequence of each pair of rests. */
function commonLengths(before: readonly string[], after: readonly string[]): Uint32Array[] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      lengths[i][j] =
        before[i] === after[j] ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
  return lengths;
}

/** All lines of both texts; what is equal at their ends is not compared. */
export function diffLines(before: readonly string[], after: readonly string[]): DiffLine[] {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  const room = Math.min(before.length, after.length) - start;
  while (end < room && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const [a, b] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  const lengths = commonLengths(a, b);
  const same = (text: string): DiffLine => ({ change: 'same', text });
  const lines = before.slice(0, start).map(same);
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push(same(a[i++]));
      j++;
    } else if (j >= b.length || (i < a.length && lengths[i + 1][j] >= lengths[i][j + 1])) {
      lines.push({ change: 'removed', text: a[i++] });
    } else lines.push({ change: 'added', text: b[j++] });
  }
  return [...lines, ...before.slice(before.length - end).map(same)];
}
