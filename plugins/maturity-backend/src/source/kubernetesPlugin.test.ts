// Clusters through the real Kubernetes backend plugin: its list of clusters and its proxy, over HTTP.
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import type { KindId, KubernetesObject } from '@maturity-roadmap/engine';
import { resolveWorkloads } from '@maturity-roadmap/engine';
import { indexReading } from '../index/indexReading';
import type { ApiServer } from '../testing/apiServer';
import { startApiServer } from '../testing/apiServer';
import { ClusterSource } from './ClusterSource';
import { KubernetesPluginGateway } from './KubernetesPluginGateway';

const token = 'token-of-the-service-account';
const callerToken = 'token-of-the-maturity-plugin';
const deployment = (name: string): KubernetesObject & { spec: object } => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace: 'shop', uid: name },
  spec: { template: { spec: { containers: [{ name, image: `${name}:1` }] } } },
});

let cluster: ApiServer;
let child: ChildProcess;
let baseUrl: string;

beforeAll(async () => {
  cluster = await startApiServer(['a', 'b', 'c'].map(deployment), token, ['/api/v1/services']);
  const common = { skipTLSVerify: true, serviceAccountToken: token, authProvider: 'serviceAccount' };
  const clusters = [
    { name: 'prod', url: cluster.url, ...common },
    { name: 'gone', url: 'http://127.0.0.1:9', ...common },
    { name: 'leaking', url: cluster.url, authProvider: 'localKubectlProxy' },
  ];
  const script = join(__dirname, '../testing/kubernetesBackend.ts');
  child = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(clusters), callerToken], {
    stdio: ['pipe', 'pipe', 'pipe'],
    cwd: __dirname,
  });
  let log = '';
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout!.on('data', text => {
      log += text;
      const ready = /ready on (\d+)/.exec(log);
      if (ready) resolve(ready[1]);
    });
    child.stderr!.on('data', text => (log += text));
    child.on('exit', () => reject(new Error(`the Kubernetes backend did not start:\n${log.slice(-2000)}`)));
  });
  baseUrl = `http://127.0.0.1:${port}/api/kubernetes`;
}, 60_000);

afterAll(async () => {
  child?.kill();
  await cluster?.close();
});

it('reads what is served, says what is refused, and keeps the broken cluster from harming the others', async () => {
  const discovery = mockServices.discovery.mock({ getBaseUrl: async () => baseUrl });
  const auth = mockServices.auth.mock({ getPluginRequestToken: async () => ({ token: callerToken }) });
  const source = new ClusterSource(new KubernetesPluginGateway(auth, discovery));
  const kinds = new Set<KindId>(['apps/v1/Deployment', 'v1/Service', 'v1/Secret', 'policy/v1/PodDisruptionBudget']);
  const readings = await source.read(kinds, new AbortController().signal);
  expect(readings.map(({ environment, error }) => [environment, Boolean(error)])).toEqual([
    ['prod', false],
    ['gone', true],
    ['leaking', true],
  ]);
  const [prod, , leaking] = readings;
  expect(leaking.error).toContain('would receive a Backstage token');
  const { index } = indexReading(prod);
  expect(resolveWorkloads(index).map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  expect(index.state('v1/Service')).toMatchObject({
    state: 'forbidden',
    message: expect.stringContaining('grant list on services'),
  });
  expect(index.state('policy/v1/PodDisruptionBudget')).toEqual({ state: 'notServed' });
  expect(cluster.requests.every(request => request.startsWith('GET '))).toBe(true);
  expect(cluster.requests.join()).not.toContain('secrets');
}, 60_000);
