// How compose files are found, merged, included and extended.
import { indexRepository } from '@maturity-roadmap/engine';
import { composeProject, resolvePath } from './ComposeProject';

const load = (files: Record<string, string>) =>
  composeProject(
    indexRepository(
      Object.entries(files).map(([path, text]) => ({ path, text })),
      '2026-01-01T00:00:00Z',
    ),
  );

it('takes the first main file of the folder nearest to the root', () => {
  const project = load({
    'a/compose.yaml': 'services: {}',
    'docker-compose.yml': 'services: {}',
    'compose.yml': 'services: {}',
  });
  expect(project?.file.metadata.name).toBe('compose.yml');
  expect(project?.shadowed.map(file => file.metadata.name)).toEqual(['docker-compose.yml']);
});

it('has no project without a main file', () => {
  expect(load({ 'compose.prod.yaml': 'services: {}' })).toBeUndefined();
});

it('lays the override over the main file', () => {
  const project = load({
    'compose.yaml': `services: { a: { image: 'a:1', command: [x], environment: [A=1, B=1], ports: ['1:1'], depends_on: [b] }, b: { image: 'b:1' } }`,
    'compose.override.yaml': `services: { a: { image: 'a:2', command: [y], environment: { B: 2 }, ports: ['2:2'], depends_on: !reset [], labels: !override [] } }`,
  });
  expect(project?.services.get('a')).toEqual({
    image: 'a:2',
    command: ['y'],
    environment: { A: '1', B: 2 },
    ports: ['1:1', '2:2'],
    labels: [],
  });
});

it('follows include and extends', () => {
  const project = load({
    'compose.yaml': `
include: [{ path: ./db/compose.yaml }]
services:
  a: { extends: { service: base, file: compose.base.yaml }, environment: { B: '2' } }
  b: { extends: a }
`,
    'compose.base.yaml': `services: { base: { image: 'base:1', environment: { A: '1' } } }`,
    'db/compose.yaml': `services: { db: { image: 'postgres:18' } }`,
  });
  expect([...(project?.services.keys() ?? [])]).toEqual(['db', 'a', 'b']);
  expect(project?.services.get('b')).toEqual({ image: 'base:1', environment: { A: '1', B: '2' } });
  expect(project?.incomplete).toBe(false);
});

it('survives services that extend each other, aliases that explode, and files that are no mapping', () => {
  expect(load({ 'compose.yaml': 'services: { a: { extends: b }, b: { extends: a } }' })?.services.size).toBe(2);
  const own = `services: { a: { extends: { file: compose.yaml, service: a }, image: 'a:1' } }`;
  expect(load({ 'compose.yaml': own })?.services.get('a')).toEqual({ image: 'a:1' });
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
  for (const [from, to] of ['ab', 'bc', 'cd', 'de', 'ef']) bomb.push(`${to}: &${to} [${`*${from}, `.repeat(9)}]`);
  expect(load({ 'compose.yaml': bomb.join('\n') })?.problems[0].message).toMatch(/alias/i);
  expect(load({ 'compose.yaml': '- a' })?.problems[0]).toMatchObject({ path: 'line 1', message: 'it is no mapping' });
});

it('says where a file is broken without quoting it', () => {
  const [problem] = load({ 'compose.yaml': 'services:\n  a: "made-up-secret\n' })?.problems ?? [];
  expect(problem.path).toMatch(/^line [23]$/);
  expect(problem.message).not.toContain('made-up');
});

it.each([
  ['', './Dockerfile', 'Dockerfile'],
  ['deploy/', '../Dockerfile', 'Dockerfile'],
  ['', '../Dockerfile', undefined],
])('resolves %s + %s', (folder, path, expected) => {
  expect(resolvePath(folder, path)).toBe(expected);
});
