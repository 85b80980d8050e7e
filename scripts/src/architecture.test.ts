// Holds the code against the architecture: imports, first lines, sizes, names, and the purity of the pure packages.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { breachAmongChecks, breachAmongStages, breachOf, findBreaches, importsOf, rules } from './architecture';

const root = join(__dirname, '../..');
const tracked = execFileSync('git', ['ls-files', '*.ts', '*.tsx', '*.cjs', '*.js'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter(file => file && !file.startsWith('.yarn/') && !file.startsWith('examples/'));
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');
const linesOf = (file: string) => textOf(file).trimEnd().split('\n').length;
const isTest = (file: string) => /\.test\.tsx?$/.test(file);

it('imports only what the table allows', () => {
  expect(findBreaches(root).map(({ file, why }) => `${file}: ${why}`)).toEqual([]);
});

it.each(rules.map(rule => [rule.part, rule] as const))(
  'the row of %s is broken by an import it does not name',
  (part, rule) => {
    expect(breachOf(rule, `${part}/a.ts`, { name: 'left-pad', typeOnly: false })).toBe(
      `${part} may not import left-pad: ${rule.why}`,
    );
  },
);

it.each([
  ['packages/engine/src', '@backstage/config'],
  ['packages/engine/src', 'node:fs'],
  ['packages/checks/src', 'react'],
  ['plugins/maturity/src', '@maturity-roadmap/engine'],
  ['plugins/maturity-backend/src', '@material-ui/core'],
])('%s may not import %s', (part, name) => {
  const rule = rules.find(one => one.part === part)!;
  expect(breachOf(rule, `${part}/a.ts`, { name, typeOnly: false })).toBeDefined();
});

it('knows checks and stages from their neighbours', () => {
  expect(breachAmongChecks('pod/a-b/check.ts', 'pod/c-d/check')).toContain('may not import check c-d');
  expect(breachAmongChecks('pod/a-b/check.ts', 'pod/probes')).toBeUndefined();
  expect(breachAmongChecks('pod/a-b/check.ts', 'rbac/grants')).toContain('may not import from topic rbac');
  expect(breachAmongStages('source/a.ts', 'store/b')).toContain('stage source may not import from stage store');
  expect(breachAmongStages('api/a.ts', 'store/b')).toBeUndefined();
});

it('sees every form of import', () => {
  const text =
    "import type { A } from 'a';\nimport {\n  b,\n} from 'b';\nexport * from 'c';\nconst d = import('d');\nimport 'e';\n";
  expect(importsOf(text).map(({ name, typeOnly }) => `${name} ${typeOnly}`)).toEqual([
    'a true',
    'b false',
    'c false',
    'd false',
    'e false',
  ]);
});

it('opens each file with its purpose', () => {
  const bare = tracked.filter(
    file => !/^(#!.*\n)?(\/\/ \S|\/\*\*)/.test(textOf(file)) && !/\.eslintrc\.js$/.test(file),
  );
  expect(bare).toEqual([]);
});

it('lints each file in a folder', () => {
  const { workspaces, scripts } = JSON.parse(textOf('package.json')) as { workspaces: string[]; scripts: object };
  const folders = workspaces.map(one => one.replace('*', ''));
  const isReached = (file: string) =>
    folders.some(folder => file.startsWith(folder)) ||
    JSON.stringify(scripts).includes(`cd ${file.slice(0, file.indexOf('/'))} && backstage-cli package lint`);
  const configured = execFileSync('git', ['ls-files', '*/.eslintrc.js'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter(Boolean)
    .map(file => file.slice(0, file.lastIndexOf('/') + 1));
  const isConfigured = (file: string) => configured.some(folder => file.startsWith(folder));
  expect(tracked.filter(file => file.includes('/') && !(isReached(file) && isConfigured(file)))).toEqual([]);
});

it('keeps files small', () => {
  const limit = (file: string) => {
    if (/\/check\.ts$/.test(file)) return 60;
    if (/plugins\/maturity\/src\/.*\.tsx$/.test(file)) return 150;
    // Tables of data and generated files are as long as what they list.
    return /\/generated\/|\/testing\/|model\/kinds\/|api\/openapi\.ts$/.test(file) ? Infinity : 200;
  };
  const large = tracked.filter(file => !isTest(file) && linesOf(file) > limit(file));
  expect(large.map(file => `${file}: ${linesOf(file)} lines, at most ${limit(file)}`)).toEqual([]);
});

it('has no folder or file for leftovers', () => {
  expect(tracked.filter(file => /(^|\/)(utils?|helpers?|misc)(\/|\.)/i.test(file))).toEqual([]);
});

it('has no clock and no randomness in pure packages', () => {
  const impure = /\bDate\.now\(|new Date\(\)|Math\.random\(|\bprocess\.(env|cwd|argv|exit|stdout)|\bsetTimeout\(/;
  const pure = tracked.filter(file => /^packages\/(engine|roadmap|checks)\/src\//.test(file) && !isTest(file));
  expect(pure.filter(file => impure.test(textOf(file)))).toEqual([]);
});
