// Clusters through the real Kubernetes backend plugin: its list of clusters and its proxy, over HTTP.
import { mockServices } from '@backstage/backend-test-utils';
import type { KindId, KubernetesObject } from '@maturity-roadmap/engine';
import { LiveEnvironment } from '../index/LiveEnvironment';
import type { KubernetesProcess } from '../testing/processes';
import { startKubernetesPlugin } from '../testing/processes';
import { SimulatedApiServer } from '../testing/SimulatedApiServer';
import { ClusterCollector } from './cluster/ClusterCollector';
import { KubernetesPluginGateway } from './KubernetesPluginGateway';

const token = 'token-of-the-service-account';
const callerToken = 'token-of-the-maturity-plugin';
const deployment = (name: string): KubernetesObject & { spec: object } => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace: 'shop', uid: name },
  spec: { template: { spec: { containers: [{ name, image: `${name}:1` }] } } },
});

let cluster: SimulatedApiServer;
let kubernetes: KubernetesProcess;
let baseUrl: string;

beforeAll(async () => {
  cluster = new SimulatedApiServer(['a', 'b', 'c'].map(deployment));
  cluster.token = token;
  cluster.faults.set('/api/v1/services', { status: 403 });
  const url = await cluster.start();
  const common = { skipTLSVerify: true, serviceAccountToken: token, authProvider: 'serviceAccount' };
  const clusters = [
    { name: 'prod', url, ...common },
    { name: 'gone', url: 'http://127.0.0.1:9', ...common },
    { name: 'leaking', url: url, authProvider: 'localKubectlProxy' },
  ];
  kubernetes = await startKubernetesPlugin(clusters, callerToken);
  baseUrl = kubernetes.baseUrl;
}, 60_000);

afterAll(async () => {
  await kubernetes?.stop();
  await cluster?.stop();
});

const kinds = new Set<KindId>(['apps/v1/Deployment', 'v1/Service', 'v1/Secret', 'policy/v1/PodDisruptionBudget']);

it('reads what is served, follows changes, says what is refused, and lets a broken cluster harm no other', async () => {
  const discovery = mockServices.discovery.mock({ getBaseUrl: async () => baseUrl });
  const auth = mockServices.auth.mock({ getPluginRequestToken: async () => ({ token: callerToken }) });
  const gateway = new KubernetesPluginGateway(auth, discovery);
  const stop = new AbortController();
  const clusters = await gateway.listClusters(stop.signal);
  expect(clusters.map(({ name, refused }) => [name, refused?.includes('would receive a Backstage token')])).toEqual([
    ['prod', undefined],
    ['gone', undefined],
    ['leaking', true],
  ]);
  const environments = ['prod', 'gone'].map(
    name => new LiveEnvironment(name, { fields: new Set(['spec', 'template']) }),
  );
  const settled: Promise<void>[] = [];
  const collecting = environments.map(live => {
    let settle = () => {};
    settled.push(new Promise(resolve => (settle = resolve)));
    const parts = { gateway, cluster: live.name, kinds, sink: live, secretMetadata: false, onTrouble: () => {} };
    return new ClusterCollector({ ...parts, onSettled: settle }).run(stop.signal);
  });
  await settled[0];
  const [prod, gone] = environments;
  expect(prod.workloads().map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  expect(prod.index.state('v1/Service')).toMatchObject({
    state: 'forbidden',
    message: expect.stringContaining('grant list and watch on services'),
  });
  expect(prod.index.state('policy/v1/PodDisruptionBudget')).toEqual({ state: 'notServed' });
  expect(gone.index.state('apps/v1/Deployment')).toMatchObject({ state: 'unreachable' });
  cluster.history.apply(deployment('d'));
  for (let waited = 0; prod.workloads().length < 4 && waited < 5_000; waited += 20)
    await new Promise(resolve => setTimeout(resolve, 20));
  expect(prod.workloads().map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd']);
  expect(cluster.requests.every(({ method }) => method === 'GET')).toBe(true);
  expect(cluster.requests.map(({ path }) => path).join()).not.toContain('secrets');
  stop.abort();
  await Promise.all(collecting);
}, 60_000);
