// Clusters over HTTP: paging, watching, resuming, and kinds that are forbidden, missing, broken or too large.
import { setTimeout as delay } from 'node:timers/promises';
import type { KindId, KubernetesObject } from '@maturity-roadmap/engine';
import { LiveEnvironment } from '../../index/LiveEnvironment';
import { SimulatedApiServer } from '../../testing/SimulatedApiServer';
import { directGateway } from '../../testing/directGateway';
import type { CustomGroups } from '../customResources';
import { ClusterCollector } from './ClusterCollector';

jest.setTimeout(30_000);

const object = (kind: string, name: string, more: object = {}): KubernetesObject =>
  ({
    apiVersion: kind === 'Deployment' ? 'apps/v1' : 'v1',
    kind,
    metadata: { name, namespace: 'shop', uid: `${kind}-${name}` },
    ...more,
  }) as KubernetesObject;
const deployments = Array.from({ length: 1203 }, (_, at) =>
  object('Deployment', `d${String(at).padStart(4, '0')}`, { spec: { replicas: at } }),
);
const kinds = new Set<KindId>([
  'apps/v1/Deployment',
  'v1/Service',
  'v1/Secret',
  'v1/Pod',
  'policy/v1/PodDisruptionBudget',
  '*/*/CustomResource',
]);
const fields = new Set(['spec', 'replicas', 'data']);

let server: SimulatedApiServer;
let stop: AbortController;
let running: Promise<void>;
let live: LiveEnvironment;
let troubles: string[];

interface CollectOptions {
  secretMetadata?: boolean;
  custom?: CustomGroups;
  kinds?: readonly KindId[];
}

async function collect(options: CollectOptions = {}): Promise<void> {
  const urls = { prod: await server.start() };
  live = new LiveEnvironment('prod', { fields });
  stop = new AbortController();
  troubles = [];
  await new Promise<void>(resolve => {
    const collector = new ClusterCollector({
      gateway: directGateway(urls),
      cluster: 'prod',
      kinds: options.kinds ? new Set(options.kinds) : kinds,
      sink: live,
      secretMetadata: options.secretMetadata ?? false,
      ...(options.custom ? { custom: options.custom } : {}),
      onSettled: resolve,
      onTrouble: what => troubles.push(what),
    });
    running = collector.run(stop.signal);
  });
}

async function until(isTrue: () => boolean): Promise<void> {
  for (let waited = 0; waited < 10_000 && !isTrue(); waited += 10) await delay(10);
  expect(isTrue()).toBe(true);
}

const names = (kind: KindId) => live.index.held(kind).map(({ metadata }) => metadata.name);
const watching = () => until(() => server.openWatches >= 3);
const services = (count: number) => until(() => names('v1/Service').length === count);
const listsOf = (path: string) =>
  server.requests.filter(one => one.path.startsWith(path) && !one.path.includes('watch'));
const watchesOf = (path: string) =>
  server.requests.filter(one => one.path.startsWith(path) && one.path.includes('watch'));

beforeEach(() => {
  server = new SimulatedApiServer(deployments);
});
afterEach(async () => {
  stop.abort();
  await running;
  await server.stop();
});

const path = '/apis/apps/v1/deployments';

it('lists page by page, then watches from the version of the list', async () => {
  await collect();
  expect(names('apps/v1/Deployment')).toHaveLength(deployments.length);
  expect(listsOf(path)).toHaveLength(3);
  await until(() => watchesOf(path).length === 1);
  const query = new URL(watchesOf(path)[0].path, 'http://x').searchParams;
  expect(Object.fromEntries(query)).toMatchObject({
    allowWatchBookmarks: 'true',
    resourceVersion: String(server.history.version),
    timeoutSeconds: expect.stringMatching(/^\d+$/),
  });
  expect(live.index.state('apps/v1/Deployment')).toEqual({ state: 'synced' });
  expect(live.index.state('policy/v1/PodDisruptionBudget')).toEqual({ state: 'notServed' });
  expect(server.requests.every(({ method }) => method === 'GET')).toBe(true);
});

it('lists what workloads are made of first, large kinds last, and never more than four at once', async () => {
  let most = 0;
  let open = 0;
  server.onRequest = asked => {
    if (asked.includes('watch') || !asked.includes('limit=')) return () => {};
    most = Math.max(most, ++open);
    return () => (open -= 1);
  };
  server.latency = 30;
  for (const kind of ['ConfigMap', 'Namespace', 'Pod', 'Service', 'ServiceAccount', 'LimitRange'])
    server.history.apply(object(kind, 'one'));
  await collect({ kinds: [...kinds, 'v1/ConfigMap', 'v1/Namespace', 'v1/ServiceAccount', 'v1/LimitRange'] });
  const lists = server.requests
    .map(one => one.path)
    .filter(asked => asked.includes('limit=') && !asked.includes('continue'));
  const order = lists.map(one => /([a-z]+)\?/.exec(one)?.[1]);
  // Those that are under way at once may overtake each other.
  expect(order.slice(0, most)).toEqual(expect.arrayContaining(['deployments', 'namespaces']));
  expect(order.slice(-most)).toEqual(expect.arrayContaining(['configmaps', 'pods']));
  expect([most, order.length]).toEqual([4, 7]);
});

it('follows what is created, changed and deleted', async () => {
  await collect();
  await watching();
  server.history.apply(object('Service', 'cart'));
  server.history.apply(object('Deployment', 'd0000', { spec: { replicas: 77 } }));
  server.history.delete(deployments[1]);
  await until(() => names('v1/Service').length === 1 && !names('apps/v1/Deployment').includes('d0001'));
  expect(live.index.held('apps/v1/Deployment')[0]).toMatchObject({ spec: { replicas: 77 } });
});

it('resumes after broken watches without listing again, and misses nothing', async () => {
  await collect();
  for (let round = 0; round < 3; round++) {
    await watching();
    server.dropWatches();
    server.history.apply(object('Service', `s${round}`));
    await services(round + 1);
  }
  expect(listsOf('/api/v1/services')).toHaveLength(1);
});

it('lists again where the past is gone, and takes out what was deleted meanwhile', async () => {
  await collect();
  await watching();
  server.faults.set(path, [{ status: 410 }]);
  server.dropWatches();
  server.history.delete(deployments[5]);
  server.history.compact();
  await until(() => !names('apps/v1/Deployment').includes('d0005'));
  expect(troubles).toContain('expired');
  expect(names('apps/v1/Deployment')).toHaveLength(deployments.length - 1);
});

it('starts a list again when its token expires, without doubling or losing objects', async () => {
  server.faults.set(path, [undefined, { status: 410 }]);
  await collect();
  expect(names('apps/v1/Deployment')).toHaveLength(deployments.length);
});

it.each([
  [
    { status: 403 },
    { state: 'forbidden', message: expect.stringContaining('grant list and watch on deployments of apps') },
  ],
  [{ status: 404 }, { state: 'notServed' }],
  [{ status: 503 }, { state: 'unreachable' }],
  ['broken', { state: 'unreachable' }],
  ['garbage', { state: 'unreachable', message: expect.stringContaining('not JSON') }],
] as const)('is harmed by %j in one kind only, and heals', async (fault, state) => {
  server.history.apply(object('Service', 'cart'));
  server.faults.set(path, fault);
  await collect();
  expect(live.index.state('apps/v1/Deployment')).toMatchObject(state);
  expect(names('v1/Service')).toEqual(['cart']);
  if (typeof fault === 'object' && fault.status < 500) return;
  server.faults.delete(path);
  await until(() => live.index.state('apps/v1/Deployment').state === 'synced');
});

it('goes on with the other kinds while one hangs', async () => {
  server.faults.set(path, 'hanging');
  server.history.apply(object('Service', 'cart'));
  collect().catch(() => {});
  await until(() => live?.index.size === 1);
  expect(live.index.state('apps/v1/Deployment')).toMatchObject({ message: 'is being read for the first time' });
});

it('asks for smaller pages where objects are large, and leaves out one that can not be read at all', async () => {
  const megabytes = (count: number) => ({ data: { text: 'x'.repeat(count << 20) } });
  server.history.apply(object('Pod', 'a', megabytes(20)));
  server.history.apply(object('Pod', 'b', megabytes(40)));
  server.history.apply(object('Pod', 'c', megabytes(20)));
  await collect();
  expect(names('v1/Pod')).toEqual(['a', 'c']);
  expect(troubles).toContain('tooLarge');
});

it('never asks for Secrets', async () => {
  server.history.apply(object('Secret', 'key', { data: { password: 'aHVudGVyMg==' } }));
  await collect();
  await watching();
  expect(server.requests.map(one => one.path).join()).not.toMatch(/secret/i);
  expect(live.index.state('v1/Secret')).toMatchObject({ state: 'forbidden' });
});

it('asks for the metadata of Secrets and nothing else where that is switched on', async () => {
  server.history.apply(object('Secret', 'key', { data: { password: 'aHVudGVyMg==' } }));
  await collect({ secretMetadata: true });
  await until(() => watchesOf('/api/v1/secrets').length === 1);
  const asked = server.requests.filter(one => one.path.startsWith('/api/v1/secrets'));
  expect(asked.map(({ accept }) => accept.includes('as=PartialObjectMetadata'))).toEqual(asked.map(() => true));
  server.history.apply(object('Secret', 'other', { data: { password: 'x' } }));
  await until(() => names('v1/Secret').length === 2);
  expect(JSON.stringify(live.index.held('v1/Secret'))).not.toMatch(/password|aHVudGVyMg/);
});

describe('custom resources of kinds that no check names', () => {
  const custom = (group: string, kind: string, name: string, metadata: object = {}) =>
    ({
      apiVersion: `${group}/v1`,
      kind,
      metadata: { name, namespace: 'shop', uid: `${kind}-${name}`, ...metadata },
      spec: { secretText: 'x' },
    }) as unknown as KubernetesObject;
  const tied = { labels: { 'backstage.io/kubernetes-id': 'cart' } };
  const asked = () => server.requests.map(({ path: one }) => one).join();

  beforeEach(() => {
    server.history.apply(custom('db.example.com', 'Database', 'cart', tied));
    server.history.apply(custom('db.example.com', 'Database', 'nobody'));
    server.history.apply(custom('mq.example.com', 'Queue', 'cart', tied));
    server.history.apply(custom('other.dev', 'Thing', 'cart', tied));
    server.history.apply(custom('keda.sh', 'TriggerAuthentication', 'auth'));
  });

  it('are not asked for unless groups are named', async () => {
    await collect();
    await watching();
    expect(live.index.state('*/*/CustomResource')).toMatchObject({ state: 'notCollected' });
    expect(asked()).not.toMatch(/example\.com|other\.dev/);
  });

  it('are read of the groups that are named, as far as they belong to someone, and followed', async () => {
    await collect({ custom: { groups: ['*.example.com'], exclude: ['mq.example.com'] } });
    expect(live.index.state('*/*/CustomResource')).toEqual({ state: 'synced' });
    // What checks look up by name is read with them.
    expect(names('*/*/CustomResource').sort()).toEqual(['auth', 'cart']);
    expect(asked()).not.toMatch(/mq\.example|other\.dev/);
    const [cart] = live.index.held('*/*/CustomResource').filter(({ kind }) => kind === 'Database');
    expect(JSON.stringify(cart)).not.toContain('secretText');
    await watching();
    server.history.apply(custom('db.example.com', 'Database', 'nobody', tied));
    await until(() => names('*/*/CustomResource').length === 3);
    server.history.apply(custom('db.example.com', 'Database', 'nobody'));
    await until(() => names('*/*/CustomResource').length === 2);
  });

  it('are unknown as a whole where one of the groups may not be read, with the rule to grant', async () => {
    server.faults.set('/apis/db.example.com/v1/databases', { status: 403 });
    await collect({ custom: { groups: ['db.example.com'], exclude: [] } });
    expect(live.index.state('*/*/CustomResource')).toMatchObject({
      state: 'forbidden',
      message: expect.stringContaining('grant list and watch on databases of db.example.com'),
    });
  });
});

it('ends all requests with the signal', async () => {
  await collect();
  await watching();
  stop.abort();
  await running;
  await until(() => server.openWatches === 0);
  expect(server.openWatches).toBe(0);
});
