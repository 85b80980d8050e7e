// Runs every fixture of every check; the name of a fixture is the verdict it must get. `CHECK=<id>,<id>` runs some.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Change, Check, Fix, Verdict } from '@maturity-roadmap/engine';
import type { Fixture } from '@maturity-roadmap/engine/testing';
import { Projector, changesOf } from '@maturity-roadmap/engine';
import { judgeFixture, mendFixture } from '@maturity-roadmap/engine/testing';
import { fieldsRead } from './generated/fieldsRead';
import { allChecks } from './generated/registry';

const verdictOfPrefix: Record<string, Verdict> = {
  pass: 'pass',
  fail: 'fail',
  warn: 'warn',
  na: 'notApplicable',
  unknown: 'unknown',
};

const chosen = process.env.CHECK?.split(',');
const checks = allChecks.filter(check => !chosen || chosen.includes(check.id));

function filesBelow(folder: string, path = ''): { path: string; text: string }[] {
  return readdirSync(join(folder, path), { withFileTypes: true }).flatMap(entry => {
    const inner = path ? `${path}/${entry.name}` : entry.name;
    return entry.isDirectory()
      ? filesBelow(folder, inner)
      : [{ path: inner, text: readFileSync(join(folder, inner), 'utf8') }];
  });
}

function fixturesOf(check: Check): Fixture[] {
  const folder = join(__dirname, check.topic, check.id, 'fixtures');
  return readdirSync(folder).map(name => {
    const path = join(folder, name);
    const files = statSync(path).isDirectory() ? filesBelow(path) : [{ path: name, text: readFileSync(path, 'utf8') }];
    return { name, files };
  });
}

/** What a cluster's index keeps of an object; a part is told from its equal by nothing but the field it stands in. */
const projector = new Projector({ fields: fieldsRead });

const prefixOf = (fixture: Fixture) => /^[a-z]+/.exec(fixture.name)?.[0] ?? '';
const fixOf = (result: object): Fix | undefined => ('fix' in result ? (result.fix as Fix) : undefined);

it('finds checks to test', () => {
  expect(checks.length).toBeGreaterThan(0);
});

describe.each(checks.map(check => [check.id, check] as const))('%s', (_id, check) => {
  const fixtures = fixturesOf(check);

  it('has fixtures that pass, fail and do not apply', () => {
    const prefixes = new Set(fixtures.map(prefixOf));
    expect([...prefixes].filter(prefix => !(prefix in verdictOfPrefix))).toEqual([]);
    expect(prefixes).toContain('pass');
    expect(prefixes.has('fail') || prefixes.has('warn')).toBe(true);
    expect(prefixes.has('na') || check.appliesWhen === 'always').toBe(true);
  });

  it.each(fixtures.map(fixture => [fixture.name, fixture] as const))('%s', (_name, fixture) => {
    const { result, expectedReason = '' } = judgeFixture(check, fixture);
    expect([result.verdict, result.reason]).toEqual([
      verdictOfPrefix[prefixOf(fixture)],
      expect.stringContaining(expectedReason),
    ]);
    expect(result).not.toMatchObject({ code: 'checkFailed' });
    // A fail must say in its fixture what it is found for.
    expect(result.verdict !== 'fail' || expectedReason !== '').toBe(true);
    // Nothing that it reads is lost on the way into a cluster's index.
    expect(judgeFixture(check, fixture, object => projector.project(object)).result).toEqual(result);
    expect(['no fix', 'pass']).toContain(verdictAfterFix(check, fixture));
    // What a fixture wants to be changed is changed.
    const fix = fixOf(result);
    const changed = fix ? changesOf(fix).flatMap(changedBy) : ['none'];
    expect(changed).toEqual(expect.arrayContaining(wantedChanges(fixture)));
  });
});

/**
 * What a fixture wants the fix to do: `# fix: /spec/replicas`, `# fix: create Service shop`, `# fix: edit Dockerfile`, or
 * `# fix: none` where people have to choose.
 */
function wantedChanges(fixture: Fixture): string[] {
  return fixture.files.flatMap(({ text }) => [...text.matchAll(/^\s*(?:#|\/\/) fix: (.+)$/gm)].map(match => match[1]));
}

/** What a change does, in the words of fixtures. */
function changedBy(change: Change): string[] {
  const { kind, name } = change.object;
  if (change.kind === 'create') return [`create ${kind} ${name}`];
  return change.kind === 'edit' ? [`edit ${name}`] : change.operations.map(({ path }) => path);
}

/** The verdict once the fix of a fixture's result, if there is one, has been applied. */
function verdictAfterFix(check: Check, fixture: Fixture): string {
  const { result, index } = judgeFixture(check, fixture);
  const fix = fixOf(result);
  if (!fix) return 'no fix';
  const { verdict, reason } = judgeFixture(check, mendFixture(fixture, fix, index)).result;
  return verdict === 'pass' ? verdict : `${verdict}: ${reason}`;
}
