// Of two versions of an object: the innermost fields that differ.
import type { KubernetesObject } from '../model';
import { changedFields } from './changedFields';

const container = { name: 'web', image: 'web:1', ports: [{ containerPort: 80 }] };
const objectOf = (fields: object) => fields as KubernetesObject;
const deployment = (spec: object, metadata: object = {}) =>
  objectOf({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace: 'shop', labels: { app: 'web' }, ...metadata },
    spec,
  });
const specOf = (containers: object[], replicas = 2) => ({
  replicas,
  template: { metadata: { labels: { app: 'web' } }, spec: { containers } },
});
const withContainers = (containers: object[], replicas?: number) => deployment(specOf(containers, replicas));

const kind = 'apps/v1/Deployment';
const base = withContainers([container]);

it.each([
  ['nothing', withContainers([container]), []],
  ['a number', withContainers([container], 3), ['replicas']],
  [
    'a field that came',
    withContainers([{ ...container, readinessProbe: { httpGet: { port: 80 } } }]),
    ['readinessProbe'],
  ],
  ['a field in a list', withContainers([{ ...container, ports: [{ containerPort: 81 }] }]), ['containerPort']],
  ['an item more', withContainers([container, { ...container, name: 'log' }]), ['containers']],
  ['two fields', withContainers([{ ...container, name: 'log', image: 'log:1' }]), ['image', 'name']],
  ['a field of another type', withContainers([{ ...container, ports: 'none' }]), ['ports']],
  ['a key of a map', deployment(specOf([container]), { labels: { app: 'web', tier: 'front' } }), ['labels']],
  ['a value of a map', deployment(specOf([container]), { labels: { app: 'shop' } }), ['labels']],
  ['a field that the type does not know', deployment({ ...specOf([container]), own: { deep: 1 } }), ['own']],
])('finds %s, both ways', (_, other, expected) => {
  expect([...changedFields(base, other, kind)].sort()).toEqual(expected);
  expect([...changedFields(other, base, kind)].sort()).toEqual(expected);
});

it('names the outermost field of an object whose type is not known', () => {
  const custom = (ready: boolean) =>
    objectOf({
      apiVersion: 'example.com/v1',
      kind: 'Database',
      metadata: { name: 'shop' },
      spec: { replicas: ready ? 1 : 2 },
    });
  expect([...changedFields(custom(true), custom(false), '*/*/CustomResource')]).toEqual(['spec']);
});
