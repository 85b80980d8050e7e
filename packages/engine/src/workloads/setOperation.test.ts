// Setting a field works whatever of the way to it is there.
import { fixFields, pointerKey, setOperation } from './setOperation';

const object = { metadata: { annotations: { 'example.com/a': '1' } }, spec: { containers: [{ name: 'app' }] } };

it('replaces what is there', () => {
  expect(setOperation(object, `/metadata/annotations/${pointerKey('example.com/a')}`, '2')).toEqual({
    op: 'replace',
    path: '/metadata/annotations/example.com~1a',
    value: '2',
  });
});

it('adds to a mapping that is there', () => {
  expect(setOperation(object, '/metadata/annotations/b', '2')).toEqual({
    op: 'add',
    path: '/metadata/annotations/b',
    value: '2',
  });
});

it('adds the mappings that are missing, also below an item of a list', () => {
  expect(setOperation(object, '/spec/containers/0/securityContext/readOnlyRootFilesystem', true)).toEqual({
    op: 'add',
    path: '/spec/containers/0/securityContext',
    value: { readOnlyRootFilesystem: true },
  });
  expect(setOperation(object, `/metadata/labels/${pointerKey('a/b~c')}`, 'x')).toEqual({
    op: 'add',
    path: '/metadata/labels',
    value: { 'a/b~c': 'x' },
  });
});

it('replaces a null on the way, which is as good as nothing', () => {
  expect(setOperation({ spec: null }, '/spec/replicas', 2)).toEqual({
    op: 'replace',
    path: '/spec',
    value: { replicas: 2 },
  });
});

it('adds two fields below one missing mapping at once', () => {
  const ref = { cluster: 'c', apiVersion: 'v1', kind: 'Pod', name: 'app' };
  expect(
    fixFields(ref, object, { '/metadata/labels/a': '1', '/metadata/labels/b': '2', '/metadata/name': 'x' }),
  ).toEqual({
    object: ref,
    operations: [
      { op: 'add', path: '/metadata/labels', value: { a: '1', b: '2' } },
      { op: 'add', path: '/metadata/name', value: 'x' },
    ],
  });
});
