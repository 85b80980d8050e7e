// Tells from the arguments alone whether there is work for two threads.
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
 * Whether manifests are to be judged of a folder that holds many. Options and folders in folders are not looked into:
 * this is a guess that saves waiting, and what it misses is found once files are listed.
 */
export function namesManyFiles(argv: readonly string[]): boolean {
  const [, , command, ...paths] = argv;
  return command === 'score' && canShare() && paths.some(path => entriesOf(path) >= filesForTwo);
}
