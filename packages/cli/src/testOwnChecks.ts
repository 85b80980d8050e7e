// `maturity test`: runs the fixtures of own checks, as those of the checks in code are run.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Check, Problem, Verdict } from '@maturity-roadmap/engine';
import { errorMessage } from '@maturity-roadmap/engine';
import { judgeFixture } from '@maturity-roadmap/engine/testing';
import { readOwnChecks } from './readOwnChecks';

const verdictOfPrefix: Record<string, Verdict> = {
  pass: 'pass',
  fail: 'fail',
  na: 'notApplicable',
  unknown: 'unknown',
};

/** What came of a run. */
export interface OwnCheckRun {
  /** Lines for people: each failure with its file, what was expected and what came. */
  lines: string[];
  passed: number;
  failed: number;
  /** Documents that can't be used. */
  problems: Problem[];
}

/** Runs one fixture; the failure as a line, or undefined. */
function failureOf(check: Check, path: string, name: string): string | undefined {
  const prefix = /^[a-z]+/.exec(name)?.[0] ?? '';
  const expected = Object.hasOwn(verdictOfPrefix, prefix) ? verdictOfPrefix[prefix] : undefined;
  if (!expected) return `${path}: begin its name with ${Object.keys(verdictOfPrefix).join(', ')}`;
  try {
    const fixture = { name, files: [{ path: name, text: readFileSync(path, 'utf8') }] };
    const { result, expectedReason = '' } = judgeFixture(check, fixture);
    if (result.verdict !== expected) return `${path}: expected ${expected}, got ${result.verdict}: ${result.reason}`;
    if (result.reason.includes(expectedReason)) return undefined;
    return `${path}: expected a reason with "${expectedReason}", got "${result.reason}"`;
  } catch (error) {
    return `${path}: ${errorMessage(error)}`;
  }
}

/**
 * Runs the fixtures of the own checks in a folder. Those of check `<id>` lie in `fixtures/<id>/`, named by the verdict
 * that they must get; each check needs one that passes and one that fails.
 *
 * @throws Error if the folder does not exist
 */
export function testOwnChecks(folder: string): OwnCheckRun {
  const problems: Problem[] = [];
  const run: OwnCheckRun = { lines: [], passed: 0, failed: 0, problems };
  const fail = (line: string) => {
    run.lines.push(line);
    run.failed += 1;
  };
  for (const check of readOwnChecks([folder], [], problems)) {
    const home = join(folder, 'fixtures', check.id);
    const names = existsSync(home) && statSync(home).isDirectory() ? readdirSync(home).sort() : [];
    for (const prefix of ['pass', 'fail'])
      if (!names.some(name => name.startsWith(prefix)))
        fail(`${check.id}: add a fixture ${join(home, `${prefix}.yaml`)}`);
    for (const name of names) {
      const failure = failureOf(check, join(home, name), name);
      if (failure) fail(failure);
      else run.passed += 1;
    }
  }
  return run;
}
