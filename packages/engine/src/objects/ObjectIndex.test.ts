// The index: finding, replacing, removing, and refusing to answer for what was not read.
import fc from 'fast-check';
import type { KubernetesObject } from '../model';
import { NotJudgeable } from './NotJudgeable';
import { ObjectIndex } from './ObjectIndex';
import type { ObjectView } from './ObjectView';

const now = '2026-01-01T00:00:00Z';
const pod = (name: string, namespace = 'shop', owner?: string): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name,
    namespace,
    uid: `${namespace}-${name}`,
    ...(owner
      ? { ownerReferences: [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: owner, uid: owner, controller: true }] }
      : {}),
  },
});

it('finds by namespace, name, uid and controller, in the order of names', () => {
  const index = new ObjectIndex('c', now);
  for (const object of [pod('b', 'shop', 'rs'), pod('a', 'shop', 'rs'), pod('z', 'mail')]) index.upsert(object);
  expect(index.inNamespace('v1/Pod', 'shop').map(o => o.metadata.name)).toEqual(['a', 'b']);
  expect(index.all('v1/Pod').map(o => o.metadata.name)).toEqual(['z', 'a', 'b']);
  expect(index.get('v1/Pod', 'mail', 'z')?.metadata.uid).toBe('mail-z');
  expect(index.byUid('shop-a')?.metadata.name).toBe('a');
  expect(index.controlledBy('v1/Pod', 'rs').map(o => o.metadata.name)).toEqual(['a', 'b']);
  expect(index.get('v1/Pod', 'shop', 'none')).toBeUndefined();
});

it('replaces and removes, also among the children of a controller', () => {
  const index = new ObjectIndex('c', now);
  index.upsert(pod('a', 'shop', 'rs'));
  expect(index.all('v1/Pod')).toHaveLength(1);
  expect(index.upsert(pod('a', 'shop', 'other'))?.metadata.name).toBe('a');
  expect(index.controlledBy('v1/Pod', 'rs')).toEqual([]);
  expect(index.controlledBy('v1/Pod', 'other')).toHaveLength(1);
  index.remove(pod('a'));
  expect([index.size, index.all('v1/Pod').length, index.byUid('shop-a')]).toEqual([0, 0, undefined]);
});

it('indexes other versions and groups of a kind under the one that checks read', () => {
  const index = new ObjectIndex('c', now);
  index.upsert({
    apiVersion: 'security.istio.io/v1beta1',
    kind: 'PeerAuthentication',
    metadata: { name: 'a', namespace: 'n' },
  });
  index.upsert({
    apiVersion: 'crd.projectcalico.org/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'a', namespace: 'n' },
  });
  index.upsert({ apiVersion: 'constraints.gatekeeper.sh/v1beta1', kind: 'K8sRequiredLabels', metadata: { name: 'a' } });
  index.upsert({ apiVersion: 'constraints.gatekeeper.sh/v1beta1', kind: 'K8sAllowedRepos', metadata: { name: 'a' } });
  index.upsert({ apiVersion: 'shop.example.com/v1', kind: 'Basket', metadata: { name: 'a', namespace: 'n' } });
  expect(index.get('security.istio.io/v1/PeerAuthentication', 'n', 'a')).toBeDefined();
  expect(index.get('projectcalico.org/v3/NetworkPolicy', 'n', 'a')).toBeDefined();
  expect(index.all('networking.k8s.io/v1/NetworkPolicy')).toEqual([]);
  expect(index.all('constraints.gatekeeper.sh/v1beta1/*')).toHaveLength(2);
  expect(index.all('*/*/CustomResource').map(o => o.kind)).toEqual(['Basket']);
});

it.each(['forbidden', 'stale', 'unreachable', 'notCollected'] as const)(
  'does not answer for a kind that is %s',
  state => {
    const index = new ObjectIndex('c', now);
    index.setState('v1/Pod', { state, message: 'because' });
    expect(() => index.all('v1/Pod')).toThrow(NotJudgeable);
    expect(() => index.get('v1/Pod', 'a', 'b')).toThrow('v1/Pod in c');
    expect(index.state('v1/Pod').state).toBe(state);
  },
);

it('answers empty for a kind that is not served', () => {
  const index = new ObjectIndex('c', now);
  index.setState('keda.sh/v1alpha1/ScaledObject', { state: 'notServed' });
  expect(index.all('keda.sh/v1alpha1/ScaledObject')).toEqual([]);
});

it('gives a check only the kinds it declared', () => {
  const view: ObjectView<'v1/Pod'> = new ObjectIndex('c', now);
  expect(view.all('v1/Pod')).toEqual([]);
  // @ts-expect-error Service was not declared
  view.all('v1/Service');
  const both: ObjectView<'v1/Pod' | 'v1/Service'> = new ObjectIndex('c', now);
  const narrower: ObjectView<'v1/Pod'> = both;
  // @ts-expect-error a narrow view is no wide one
  const wider: ObjectView<'v1/Pod' | 'v1/Service'> = narrower;
  expect(wider).toBe(both);
});

it('answers the same in whatever order objects come', () => {
  const objects = Array.from({ length: 12 }, (_, at) => pod(`p${at % 7}`, `n${at % 3}`, `rs${at % 2}`));
  const answers = (some: KubernetesObject[]) => {
    const index = new ObjectIndex('c', now);
    some.forEach(object => index.upsert(object));
    const nameOf = (object: KubernetesObject) => `${object.metadata.namespace}/${object.metadata.name}`;
    return [index.all('v1/Pod').map(nameOf), index.inNamespace('v1/Pod', 'n1').map(nameOf), index.size];
  };
  const expected = answers(objects);
  fc.assert(
    fc.property(fc.shuffledSubarray(objects, { minLength: objects.length }), shuffled => {
      expect(answers(shuffled)).toEqual(expected);
    }),
  );
});
