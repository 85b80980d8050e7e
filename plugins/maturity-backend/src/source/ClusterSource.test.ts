// Clusters: paging, kinds that are forbidden, missing or broken, and clusters that must not be read.
import type { KindId, KubernetesObject } from '@maturity-roadmap/engine';
import { FakeCluster } from '../testing/FakeCluster';
import { ClusterSource } from './ClusterSource';

const signal = new AbortController().signal;
const deployment = (name: string): KubernetesObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: {
    name,
    namespace: 'n',
    annotations: { 'kubectl.kubernetes.io/last-applied-configuration': '{"big":1}', kept: 'x' },
  },
});
const five = ['a', 'b', 'c', 'd', 'e'].map(deployment);
const kinds = new Set<KindId>(['apps/v1/Deployment', 'v1/Pod', 'v1/Secret', 'policy/v1/PodDisruptionBudget']);

async function readOnly(cluster: FakeCluster) {
  const [reading] = await new ClusterSource(cluster).read(kinds, signal);
  return reading;
}

it('follows pages to the end and asks for large ones', async () => {
  const cluster = new FakeCluster(five);
  const { objects } = await readOnly(cluster);
  expect(objects.map(({ object }) => object.metadata.name)).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(cluster.requests.filter(path => path.includes('deployments'))).toEqual([
    '/apis/apps/v1/deployments?limit=500',
    '/apis/apps/v1/deployments?limit=500&continue=2',
    '/apis/apps/v1/deployments?limit=500&continue=4',
  ]);
});

it('starts a list again when its page token expires, without doubling objects', async () => {
  const cluster = new FakeCluster(five);
  cluster.faults.set('/apis/apps/v1/deployments', [undefined as never, 'expired']);
  const { objects, states } = await readOnly(cluster);
  expect(objects).toHaveLength(5);
  expect(states.get('apps/v1/Deployment')).toBeUndefined();
});

it('gives up a list that keeps expiring', async () => {
  const cluster = new FakeCluster(five);
  cluster.faults.set('/apis/apps/v1/deployments', Array(9).fill('expired'));
  expect((await readOnly(cluster)).states.get('apps/v1/Deployment')).toMatchObject({ state: 'unreachable' });
});

it('never asks for Secrets and drops the copy that kubectl leaves in annotations', async () => {
  const cluster = new FakeCluster(five);
  const { objects, states } = await readOnly(cluster);
  expect(cluster.requests.join()).not.toMatch(/secret/i);
  expect(states.get('v1/Secret')).toMatchObject({ state: 'forbidden' });
  expect(objects[0].object.metadata.annotations).toEqual({ kept: 'x' });
});

it.each([
  [
    '/apis/apps/v1/deployments',
    'forbidden',
    { state: 'forbidden', message: expect.stringContaining('grant list on deployments of apps') },
  ],
  ['/apis/apps/v1/deployments', 'unreachable', { state: 'unreachable' }],
  ['/apis/apps/v1/deployments', 'notFound', { state: 'notServed' }],
  ['/apis/apps/v1', 'unreachable', { state: 'unreachable' }],
] as const)('%s answering %s harms only its own kind', async (path, fault, state) => {
  const cluster = new FakeCluster([
    ...five,
    { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p', namespace: 'n' } },
  ]);
  cluster.faults.set(path, [fault]);
  const { states, objects, error } = await readOnly(cluster);
  expect(error).toBeUndefined();
  expect(states.get('apps/v1/Deployment')).toMatchObject(state);
  expect(objects.map(({ object }) => object.kind)).toContain('Pod');
});

it('knows a group that is not there from one that fails', async () => {
  const { states } = await readOnly(new FakeCluster(five));
  expect(states.get('policy/v1/PodDisruptionBudget')).toEqual({ state: 'notServed' });
});

it('says why a cluster is refused, leaves out excluded ones, and reads the others', async () => {
  const cluster = new FakeCluster(five, [
    { name: 'a' },
    { name: 'b', refused: 'it would leak a token' },
    { name: 'c' },
  ]);
  const readings = await new ClusterSource(cluster, new Set(['c'])).read(kinds, signal);
  expect(readings.map(({ environment, error, objects }) => [environment, error, objects.length])).toEqual([
    ['a', undefined, 5],
    ['b', 'cluster b is not read: it would leak a token', 0],
  ]);
});
