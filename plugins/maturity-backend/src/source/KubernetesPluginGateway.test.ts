// The gateway over the Kubernetes plugin: what it sends, whom it refuses, how it tells errors apart.
import { mockServices, registerMswTestHooks } from '@backstage/backend-test-utils';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { KubernetesPluginGateway } from './KubernetesPluginGateway';

const server = setupServer();
registerMswTestHooks(server);
const base = 'http://localhost:7007/api/kubernetes';
const signal = new AbortController().signal;
const gateway = () =>
  new KubernetesPluginGateway(mockServices.auth(), mockServices.discovery.mock({ getBaseUrl: async () => base }));

it('lists clusters and refuses those that would leak our token or need a user', async () => {
  const items = ['serviceAccount', 'localKubectlProxy', 'oidc', 'aws'].map(authProvider => ({
    name: authProvider,
    authProvider,
  }));
  server.use(http.get(`${base}/clusters`, () => HttpResponse.json({ items })));
  const clusters = await gateway().listClusters(signal);
  expect(clusters.map(({ name, refused }) => [name, Boolean(refused)])).toEqual([
    ['serviceAccount', false],
    ['localKubectlProxy', true],
    ['oidc', true],
    ['aws', false],
  ]);
});

it('has no clusters where the Kubernetes plugin is not set up', async () => {
  server.use(http.get(`${base}/clusters`, () => new HttpResponse(undefined, { status: 404 })));
  expect(await gateway().listClusters(signal)).toEqual([]);
});

it('names the cluster, brings a plugin token, and asks not to be compressed', async () => {
  let headers: Headers | undefined;
  server.use(
    http.get(`${base}/proxy/api/v1/pods`, ({ request }) => {
      headers = request.headers;
      return HttpResponse.json({ kind: 'PodList', items: [] });
    }),
  );
  await gateway().get('prod', '/api/v1/pods?limit=1', signal);
  expect(headers?.get('backstage-kubernetes-cluster')).toBe('prod');
  expect(headers?.get('authorization')).toMatch(/^Bearer .+/);
  expect(headers?.get('accept-encoding')).toBe('identity');
});

it.each([
  [403, { kind: 'Status', message: 'no rule' }, 'forbidden', 'no rule'],
  [401, { kind: 'Status', message: 'who are you' }, 'forbidden', 'who are you'],
  [404, { kind: 'Status', message: 'no such path' }, 'notFound', 'no such path'],
  [410, { kind: 'Status', message: 'too old' }, 'expired', 'too old'],
  [404, { error: { name: 'NotFoundError', message: "Cluster 'x' not found" } }, 'unreachable', "Cluster 'x' not found"],
  [500, { error: { message: 'ECONNREFUSED' } }, 'unreachable', 'ECONNREFUSED'],
  [502, 'no JSON at all', 'unreachable', 'HTTP 502'],
])('answers %s %j as %s', async (status, body, code, message) => {
  server.use(
    http.get(`${base}/proxy/x`, () =>
      typeof body === 'string' ? new HttpResponse(body, { status }) : HttpResponse.json(body, { status }),
    ),
  );
  await expect(gateway().get('prod', '/x', signal)).rejects.toMatchObject({ code, message });
});

it('calls an answer that is no JSON unreachable', async () => {
  server.use(http.get(`${base}/proxy/x`, () => HttpResponse.text('<html>')));
  await expect(gateway().get('prod', '/x', signal)).rejects.toMatchObject({ code: 'unreachable' });
});
