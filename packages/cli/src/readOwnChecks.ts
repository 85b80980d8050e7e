// Reads own checks from files and folders, and adds them to those that come with the command.
import { readFileSync, statSync } from 'node:fs';
import { parseOwnChecks } from '@maturity-roadmap/checks';
import type { Check, Problem } from '@maturity-roadmap/engine';
import { filesBelow } from './readInput';

/** Fixtures of own checks lie beside them and are no checks. */
const isDocument = (path: string) => /\.ya?ml$/i.test(path) && !/(^|[/\\])fixtures[/\\]/.test(path);

/**
 * Reads own checks.
 *
 * @param problems - collects what can't be used, with file and line; an id that is taken is one
 * @throws Error if a path does not exist
 */
export function readOwnChecks(paths: readonly string[], known: readonly Check[], problems: Problem[]): Check[] {
  const taken = new Map(known.map(({ id }) => [id, 'a check of the roadmap']));
  const checks: Check[] = [];
  for (const path of paths) {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats) throw new Error(`${path} does not exist.`);
    for (const file of stats.isDirectory() ? filesBelow(path, isDocument) : [path]) {
      const own = parseOwnChecks(readFileSync(file, 'utf8'), file);
      problems.push(...own.problems);
      for (const check of own.checks) {
        const holder = taken.get(check.id);
        if (holder)
          problems.push({ file, line: 1, message: `"${check.id}" is ${holder} already: choose another name.` });
        else checks.push(check);
        taken.set(check.id, holder ?? `in ${file}`);
      }
    }
  }
  return checks;
}
