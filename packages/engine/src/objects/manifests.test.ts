// Manifests: every shape they come in, and bad ones that must not cost the good.
import { indexManifests } from './indexManifests';
import { parseManifests } from './manifests';

const names = (text: string) => parseManifests(text, 'a.yaml').objects.map(({ object }) => object.metadata.name);

it('reads documents, lists, typed lists and JSON', () => {
  expect(
    names(`# comment
apiVersion: v1
kind: Service
metadata: {name: one}
---
apiVersion: v1
kind: List
items:
  - {apiVersion: v1, kind: Service, metadata: {name: two}}
  - {apiVersion: v1, kind: ConfigMap, metadata: {name: three}}
--- # typed
apiVersion: apps/v1
kind: DeploymentList
items: [{metadata: {name: four}}]
---
---
{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "five"}}
`),
  ).toEqual(['one', 'two', 'three', 'four', 'five']);
});

it('gives items of a typed list their kind', () => {
  const [{ object }] = parseManifests(
    '{"apiVersion":"apps/v1","kind":"DeploymentList","items":[{"metadata":{"name":"a"}}]}',
    'a',
  ).objects;
  expect(object).toMatchObject({ apiVersion: 'apps/v1', kind: 'Deployment' });
});

it('tells where each object stands', () => {
  const { objects } = parseManifests(
    'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n---\n\napiVersion: v1\nkind: Pod\nmetadata: {name: b}\n',
    'a.yaml',
  );
  expect(objects.map(({ line }) => line)).toEqual([1, 4]);
});

it('reports a broken document with its line and reads the others', () => {
  const { objects, problems } = parseManifests(
    'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n---\nkind: [unclosed\nb: c\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: b}\n',
    'bad.yaml',
  );
  expect(objects.map(({ object }) => object.metadata.name)).toEqual(['a', 'b']);
  expect(problems).toEqual([{ file: 'bad.yaml', line: 6, message: expect.stringContaining('not valid YAML') }]);
});

it.each([
  ['kind: Pod', 'add apiVersion'],
  ['apiVersion: v1', 'add kind'],
  ['apiVersion: v1\nkind: Pod', 'Pod without metadata.name'],
  ['apiVersion: v1\nkind: Pod\nmetadata: {name: 7}', 'Pod without metadata.name'],
  ['just text', 'must be a mapping'],
  ['- a\n- b', 'must be a mapping'],
  ['apiVersion: v1\nkind: Pod\nmetadata: null', 'Pod without metadata.name'],
])('%j gives one clear problem', (text, message) => {
  const { objects, problems } = parseManifests(text, 'a.yaml');
  expect(objects).toEqual([]);
  expect(problems).toEqual([{ file: 'a.yaml', line: 1, message: expect.stringContaining(message) }]);
});

it('keeps an object whose label is a number, and says so', () => {
  const { objects, problems } = parseManifests(
    'apiVersion: v1\nkind: Pod\nmetadata: {name: a, labels: {version: 1.0}}',
    'a.yaml',
  );
  expect(objects[0].object.metadata.labels).toEqual({ version: '1' });
  expect(problems[0].message).toContain('metadata.labels.version must be text');
});

it('drops the data of Secrets', () => {
  const text = `apiVersion: v1
kind: Secret
metadata:
  name: a
  annotations: {kubectl.kubernetes.io/last-applied-configuration: '{"data":"aHVudGVyMg=="}'}
data: {password: aHVudGVyMg==}
stringData: {token: hunter2}
`;
  const manifests = parseManifests(text, 'a.yaml');
  expect(JSON.stringify(manifests)).not.toMatch(/hunter2|aHVudGVyMg/);
  expect(manifests.objects[0].object).toMatchObject({ dataKeys: ['password', 'token'] });
});

it('keeps timestamps as text', () => {
  const [{ object }] = parseManifests(
    'apiVersion: v1\nkind: Pod\nmetadata: {name: a, creationTimestamp: 2026-01-01T00:00:00Z}',
    'a',
  ).objects;
  expect(object.metadata.creationTimestamp).toBe('2026-01-01T00:00:00Z');
});

it('reads twenty thousand objects and refuses an alias bomb', () => {
  const many = Array.from({ length: 20_000 }, (_, at) => `apiVersion: v1\nkind: Pod\nmetadata: {name: p${at}}`).join(
    '\n---\n',
  );
  expect(parseManifests(many, 'big.yaml').objects).toHaveLength(20_000);
  const bomb = `a: &a [x, x]\n${Array.from({ length: 20_000 }, (_, at) => `k${at}: *a`).join('\n')}`;
  expect(parseManifests(bomb, 'bomb.yaml').problems).toHaveLength(1);
});

describe('indexManifests', () => {
  const pod = (name: string) => `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, namespace: n}\n---\n`;

  it('says what stands there twice; the later one counts', () => {
    const { objects } = parseManifests(`${pod('a')}${pod('a')}`, 'a.yaml');
    const { index, problems } = indexManifests('c', objects, '2026-01-01T00:00:00Z');
    expect(index.size).toBe(1);
    expect(problems).toEqual([
      { file: 'a.yaml', line: 4, message: expect.stringContaining('Pod n/a is defined more than once') },
    ]);
  });

  it('takes missing system and platform kinds for not collected, missing team kinds for absent', () => {
    const { index } = indexManifests('c', parseManifests(pod('a'), 'a').objects, '2026-01-01T00:00:00Z');
    expect(index.state('v1/Pod')).toEqual({ state: 'synced' });
    expect(index.state('v1/Event').state).toBe('notCollected');
    expect(index.state('v1/Namespace').state).toBe('notCollected');
    expect(index.state('networking.k8s.io/v1/NetworkPolicy')).toEqual({ state: 'synced' });
  });
});
