// Tells from the arguments alone how much there is to read, before the command is loaded.
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** From so many files on it pays to start a thread, which takes as long as reading some hundred files. */
export const filesForTwo = 600;

const entriesOf = (path: string): number => {
  try {
    return readdirSync(path).length;
  } catch {
    return 0;
  }
};

/** Whether a thread can run beside this one. */
export const canShare = () => availableParallelism() > 1;

/**
 * How many manifests are to be judged, as far as the arguments tell. Folders in folders are not looked into: this is a
 * guess that saves waiting, and what it misses is found once files are listed.
 */
export function filesNamed([, , command, ...paths]: readonly string[]): number {
  if (command !== 'score' || !canShare()) return 0;
  return Math.max(0, ...paths.map(entriesOf));
}
