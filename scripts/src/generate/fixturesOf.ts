// Reads the fixtures of a check and judges them: what its documentation shows was tested.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Check, CheckResult } from '@maturity-roadmap/engine';
import type { Fixture } from '@maturity-roadmap/engine/testing';
import { judgeFixture } from '@maturity-roadmap/engine/testing';

/** A fixture with what the check says of it. */
export interface JudgedFixture extends Fixture {
  result: CheckResult;
}

function filesBelow(folder: string, path = ''): { path: string; text: string }[] {
  return readdirSync(join(folder, path), { withFileTypes: true }).flatMap(entry => {
    const inner = path ? `${path}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return filesBelow(folder, inner);
    return [{ path: inner, text: readFileSync(join(folder, inner), 'utf8') }];
  });
}

/**
 * All fixtures of a check, judged, in the order of their names.
 *
 * @param root - of the project
 */
export function fixturesOf(root: string, check: Check): JudgedFixture[] {
  const folder = join(root, 'packages/checks/src', check.topic, check.id, 'fixtures');
  return readdirSync(folder)
    .sort()
    .map(name => {
      const path = join(folder, name);
      const files = statSync(path).isDirectory()
        ? filesBelow(path)
        : [{ path: name, text: readFileSync(path, 'utf8') }];
      return { name, files, result: judgeFixture(check, { name, files }).result };
    });
}

const needsSettings = ({ files }: JudgedFixture) => files.some(({ text }) => /^\s*(#|\/\/) settings: /m.test(text));

/** The plainest fixture of a verdict: the one named by it alone, else the first that every installation judges so. */
export function firstOf(fixtures: readonly JudgedFixture[], verdict: string): JudgedFixture | undefined {
  const some = fixtures.filter(({ name }) => name.startsWith(verdict));
  return some.find(({ name }) => /^[a-z]+\./.test(name)) ?? some.find(one => !needsSettings(one)) ?? some[0];
}
