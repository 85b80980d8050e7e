// Tests what is retained of an object: what checks name, equal parts once, and nothing that repeats it as text.
import type { KubernetesObject } from '../model';
import { Projector } from './Projector';

const fields = new Set(['spec', 'replicas', 'template', 'metadata', 'labels', 'containers', 'name', 'image', 'data']);
const deployment = (name: string, more: object = {}) =>
  ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: 'shop', ...more },
    spec: {
      replicas: 2,
      progressDeadlineSeconds: 600,
      template: {
        metadata: { labels: { app: 'cart' } },
        spec: { dnsPolicy: 'ClusterFirst', containers: [{ name: 'cart', image: 'cart:1', stdin: false }] },
      },
    },
  }) as unknown as KubernetesObject & { spec: { template: { spec: object } } };

const projected = (object: KubernetesObject, whole?: 'apps/v1/Deployment') =>
  new Projector({ fields, whole: new Set(whole ? [whole] : []) }).project(object);

it('leaves out fields that no check names, at every depth', () => {
  expect(projected(deployment('cart'))).toEqual({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'cart', namespace: 'shop' },
    spec: {
      replicas: 2,
      template: {
        metadata: { labels: { app: 'cart' } },
        spec: { containers: [{ name: 'cart', image: 'cart:1' }] },
      },
    },
  });
});

it('keeps free maps whole, whatever their keys', () => {
  const map = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data: { anything: 'x', dnsPolicy: 'y' } };
  expect(projected(map)).toEqual(map);
});

it('keeps kinds whole that own checks read', () => {
  expect(projected(deployment('cart'), 'apps/v1/Deployment')).toEqual(deployment('cart'));
});

it('keeps equal parts once and leaves the input as it was', () => {
  const projector = new Projector({ fields });
  const [one, other] = [deployment('cart'), deployment('cart-canary')].map(object => Object.freeze(object));
  const kept = [one, other].map(object => projector.project(object));
  expect(kept[0].spec.template).toBe(kept[1].spec.template);
  expect(kept[0].metadata).not.toBe(kept[1].metadata);
  expect(one).toEqual(deployment('cart'));
});

it('tells parts apart that differ only by length, order or type', () => {
  const projector = new Projector({ fields: new Set() });
  const values = [
    { a: '1' },
    { a: 1 },
    { a: [1] },
    { a: [1, 2] },
    { a: [2, 1] },
    { a: {} },
    { a: [] },
    { a: null },
    {},
  ];
  const kept = values.map((annotations, at) =>
    projector.project({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: `p${at}`, annotations },
    } as object as KubernetesObject),
  );
  expect(kept.map(({ metadata }) => metadata.annotations)).toEqual(values);
});

it('keeps who manages an object and whether they set replicas, not the tree of fields', () => {
  const entry = (manager: string, fieldsV1: object) => ({
    manager,
    operation: 'Update',
    time: '2026-01-01T00:00:00Z',
    fieldsV1,
  });
  const managedFields = [
    entry('helm', { 'f:spec': { 'f:template': { 'f:spec': {} } } }),
    entry('hpa', { 'f:spec': { 'f:replicas': {}, 'f:paused': {} } }),
  ];
  expect(projected(deployment('cart', { managedFields })).metadata).toMatchObject({
    managedFields: [
      { manager: 'helm', operation: 'Update' },
      { manager: 'hpa', operation: 'Update', fieldsV1: { 'f:spec': { 'f:replicas': {} } } },
    ],
  });
});

it.each([
  ['{"spec":{"replicas":3,"template":{}}}', '{"spec":{"replicas":3}}'],
  ['{"data":{"password":"aHVudGVyMg=="}}', ''],
  ['{"replicas" broken', ''],
])('keeps of what was last applied only the replicas: %s', (text, expected) => {
  const key = 'kubectl.kubernetes.io/last-applied-configuration';
  const kept = projected(deployment('cart', { annotations: { [key]: text, other: 'x' } }));
  expect(kept.metadata.annotations).toEqual({ [key]: expected, other: 'x' });
});
