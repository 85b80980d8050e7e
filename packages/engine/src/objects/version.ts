// Numbers that tell the states of indexes apart.

let newest = 0;

/** A number that no index has had before. */
export function nextVersion(): number {
  newest += 1;
  return newest;
}
