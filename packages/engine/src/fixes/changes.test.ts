// Changes of files and new objects: made, applied, shown as lines and as commands.
import type { RepositoryFile } from '../model';
import { changesOf, kindOfChange, patchedObjects } from '../model';
import { applyEdits } from './applyEdits';
import { changeCommand } from './changeCommand';
import { changeDiff } from './changeDiff';
import { createFile, createObject, editFile } from './changes';

const ref = { cluster: 'repository', apiVersion: 'repository/v1', kind: 'Dockerfile', name: 'Dockerfile' };
const file = (text: string): RepositoryFile => ({
  apiVersion: 'repository/v1',
  kind: 'Dockerfile',
  metadata: { name: 'Dockerfile' },
  text,
});
const edit = (before: string, after: string) => editFile(ref, file(before), after);

it.each([
  ['a line in the middle', 'a\nb\nc\n', 'a\nx\nc\n'],
  ['lines in two places', 'a\nb\nc\nd\n', 'x\nb\nc\ny\nd\n'],
  ['a first line', 'a\n', 'x\na\n'],
  ['a last line', 'a\n', 'a\nx\n'],
  ['nothing but new lines', '', 'a\n'],
  ['all lines', 'a\nb\n', ''],
  ['a last line without an end', 'a\nb', 'a\nx\n'],
  ['a line behind one without an end', 'a\nb', 'a\nb\nx\n'],
])('edits %s so that the text is the other one', (_what, before, after) => {
  const change = edit(before, after)!;
  expect(applyEdits(before, change.edits)).toBe(after);
});

it('leaves a last line without an end alone where another one changes', () => {
  expect(applyEdits('a\nb', edit('a\nb', 'x\nb\n')!.edits)).toBe('x\nb');
});

it('keeps the line breaks of the file', () => {
  expect(applyEdits('a\r\nb\r\n', edit('a\r\nb\r\n', 'a\nx\n')!.edits)).toBe('a\r\nx\r\n');
});

it('does not fit a file that is another by now', () => {
  expect(() => applyEdits('a\nc\n', edit('a\nb\n', 'a\nx\n')!.edits)).toThrow('line 2 is another by now');
});

it.each([
  'RUN curl -u shop:hunter2 https://shop:hunter2@example.org/a',
  'ENV API_TOKEN abc',
  'RUN NPM_TOKEN=abc npm install',
  '      POSTGRES_PASSWORD: hunter2',
])('makes no change of a line that may hold a credential: %s', line => {
  expect(edit(`${line}\n`, `${line} more\n`)).toBeUndefined();
});

it('makes changes of lines that only name one', () => {
  expect(edit('RUN --mount=type=secret,id=npm npm install\n', 'RUN --mount=type=secret,id=npm npm ci\n')).toBeDefined();
});

it('makes no change of nothing', () => expect(edit('a\n', 'a\n')).toBeUndefined());

it('gives edits to git, with new line numbers and the missing end of the file', () => {
  expect(changeCommand(edit('a\nb\nc\nd', 'a\nx\ny\nc\ne\n')!)).toBe(`git apply --unidiff-zero <<'EOF'
--- a/Dockerfile
+++ b/Dockerfile
@@ -2,1 +2,2 @@
-b
+x
+y
@@ -4,1 +5,1 @@
-d
\\ No newline at end of file
+e
EOF`);
  expect(changeCommand(createFile('repository', 'DockerIgnore', '.dockerignore', ['.git']))).toContain(
    'new file mode 100644\n--- /dev/null\n+++ b/.dockerignore\n@@ -0,0 +1,1 @@\n+.git\n',
  );
});

it('shows places of a file apart from each other', () => {
  expect(changeDiff(edit('a\nb\nc\n', 'x\nb\ny\n')!)).toEqual({
    lines: [
      { change: 'removed', text: 'a' },
      { change: 'added', text: 'x' },
      { change: 'gap' },
      { change: 'removed', text: 'c' },
      { change: 'added', text: 'y' },
    ],
    added: 2,
    removed: 2,
  });
});

const budget = createObject('prod', {
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: { name: 'cart', namespace: 'shop' },
});

it('shows a new object with all lines added, and gives it to kubectl', () => {
  expect(budget.object).toEqual({
    cluster: 'prod',
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    namespace: 'shop',
    name: 'cart',
  });
  const diff = changeDiff(budget)!;
  expect(diff.lines[1]).toEqual({ change: 'added', text: 'kind: PodDisruptionBudget' });
  expect([diff.added, diff.removed]).toEqual([5, 0]);
  expect(changeCommand(budget)).toBe(`kubectl apply -f - <<'EOF'
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: cart
  namespace: shop
EOF`);
});

it('reads fixes that were stored before there were several kinds', () => {
  const object = { cluster: 'prod', apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'cart' };
  const stored = { object, operations: [{ op: 'remove' as const, path: '/spec/paused' }] };
  expect(changesOf(stored)).toEqual([stored]);
  expect(kindOfChange(stored)).toBe('patch');
  expect(changeCommand(stored)).toMatch(/^kubectl patch deployment cart -n shop --type=json/);
  expect(patchedObjects({ ...budget, also: [stored] })).toEqual([object]);
  expect(changesOf({ ...budget, also: [stored] })).toEqual([budget, stored]);
});
