// A fix as the lines it changes: with the keys above them, and without what must not be shown.
import type { KubernetesObject } from '../model';
import { fixDiff } from './fixDiff';

const object = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: {
    name: 'cart',
    uid: 'u',
    managedFields: [],
    annotations: { 'kubectl.kubernetes.io/last-applied-configuration': '{}' },
  },
  spec: {
    replicas: 2,
    template: {
      spec: {
        containers: [
          { name: 'proxy', image: 'envoy:1' },
          {
            name: 'cart',
            image: 'cart',
            args: ['--password=hunter2', '--verbose'],
            env: [
              { name: 'KEY', value: 'hunter2' },
              { name: 'LEVEL', valueFrom: { configMapKeyRef: { name: 'c', key: 'level' } } },
            ],
          },
        ],
      },
    },
  },
  status: { replicas: 2 },
} as unknown as KubernetesObject;

const textOf = (diff: ReturnType<typeof fixDiff>) =>
  diff?.lines.map(line => {
    if (line.change === 'gap') return '…';
    return `${{ same: ' ', removed: '-', added: '+' }[line.change]}${line.text}`;
  });

it('shows what changes below the keys that lead to it', () => {
  const diff = fixDiff(object, [
    { op: 'replace', path: '/spec/template/spec/containers/1/image', value: 'cart:1.2.0' },
  ]);
  expect(diff).toMatchObject({ added: 1, removed: 1 });
  const text = textOf(diff)!;
  expect(text).toContain('-          image: cart');
  expect(text).toContain('+          image: cart:1.2.0');
  expect(text.filter(line => /spec:|template:|containers:/.test(line))).toHaveLength(4);
  expect(text.join('\n')).not.toMatch(/replicas|uid|status|last-applied/);
});

it('shows two places of one object with a gap between them', () => {
  const diff = fixDiff(object, [
    { op: 'remove', path: '/spec/replicas' },
    { op: 'add', path: '/spec/template/spec/containers/1/imagePullPolicy', value: 'Always' },
  ]);
  expect(textOf(diff)).toEqual(expect.arrayContaining(['-  replicas: 2', '…', '+          imagePullPolicy: Always']));
});

it('hides literals of the environment and credentials in arguments', () => {
  const text = textOf(fixDiff(object, [{ op: 'remove', path: '/spec/template/spec/containers/1/env/1' }]))!.join('\n');
  expect(text).toContain('(7 characters, not shown)');
  expect(text).not.toContain('hunter2');
});

it('hides them also where they are what changes', () => {
  const text = textOf(
    fixDiff(object, [
      { op: 'remove', path: '/spec/template/spec/containers/1/args' },
      { op: 'remove', path: '/spec/template/spec/containers/1/env' },
    ]),
  )!.join('\n');
  expect(text).toContain('--password=');
  expect(text).not.toContain('hunter2');
});

it('says nothing where the object is no longer what was judged', () => {
  expect(fixDiff(object, [{ op: 'add', path: '/spec/strategy/type', value: 'Recreate' }])).toBeUndefined();
});
