// The fixtures of own checks are run, and what fails is named with its file.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from './main';

const examples = join(__dirname, '../../../examples/own-checks');
let folder: string;
let out: string;
let err: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'maturity-own-'));
  cpSync(examples, folder, { recursive: true });
  out = '';
  err = '';
  jest.spyOn(process.stdout, 'write').mockImplementation(text => Boolean((out += text)));
  jest.spyOn(process.stderr, 'write').mockImplementation(text => Boolean((err += text)));
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const run = (...args: string[]) => main(['node', 'maturity', ...args]);
const fixture = (name: string) => join(folder, 'fixtures', name);

it('passes the examples', async () => {
  expect([await run('test', folder), out]).toEqual([0, '8 passed, 0 failed\n']);
});

it('names fixtures that get another verdict or reason, and checks without fixtures', async () => {
  cpSync(fixture('replica-limit/pass.yaml'), fixture('replica-limit/fail-few.yaml'));
  cpSync(fixture('replica-limit/pass.yaml'), fixture('replica-limit/good.yaml'));
  writeFileSync(fixture('registry-allowed/fail-reason.yaml'), '# expect: quite another\nkind: Pod\n');
  rmSync(fixture('owner-labelled'), { recursive: true });
  expect(await run('test', folder)).toBe(1);
  expect(out).toContain('replica-limit/fail-few.yaml: expected fail, got pass: Deployments stay within');
  expect(out).toContain('replica-limit/good.yaml: begin its name with pass, fail, na, unknown');
  expect(out).toMatch(/registry-allowed\/fail-reason\.yaml: /);
  expect(out).toContain('owner-labelled: add a fixture');
  expect(out).toMatch(/4 passed, 5 failed\n$/);
});

it('does not run with documents that can not be used, or without any', async () => {
  writeFileSync(join(folder, 'broken.yaml'), 'kind: Check\nmetadata: { name: broken }\nspec: {}\n');
  expect(await run('test', folder)).toBe(2);
  expect(err).toMatch(/broken\.yaml:3: spec\.topic must be text: add it\./);
  expect(await run('test', join(folder, 'fixtures', 'replica-limit'))).toBe(2);
  expect(await run('test', join(folder, 'nowhere'))).toBe(2);
  expect(err).toContain('nowhere does not exist');
});

it('adds own checks to those of the roadmap', async () => {
  const manifest = fixture('registry-allowed/fail-public.yaml');
  writeFileSync(
    join(folder, 'taken.yaml'),
    'kind: Check\nmetadata: { name: pod-managed }\nspec: { topic: pod, title: a, remediation: b, validations: [{ expression: "true" }] }\n',
  );
  await run('score', manifest, '--checks', folder, '--format', 'json');
  const { components, problems } = JSON.parse(out) as {
    components: { verdicts: { check: string; verdict: string }[] }[];
    problems: { message: string }[];
  };
  expect(components[0].verdicts).toContainEqual(
    expect.objectContaining({ check: 'registry-allowed', verdict: 'fail' }),
  );
  expect(problems.map(({ message }) => message)).toEqual([
    '"pod-managed" is a check of the roadmap already: choose another name.',
  ]);
});
