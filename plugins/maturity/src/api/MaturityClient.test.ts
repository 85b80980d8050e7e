// The client: paths and queries that it asks for, and the errors that it passes on.
import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { report } from '../testing/answers';
import { MaturityClient } from './MaturityClient';

const server = setupServer();
registerMswTestHooks(server);
const base = 'http://backend/api/maturity';
const client = new MaturityClient({
  discoveryApi: { getBaseUrl: async () => base },
  fetchApi: { fetch: (input, init) => fetch(input, init) },
});

it('asks for the report of an entity', async () => {
  server.use(http.get(`${base}/reports/component/default/cart`, () => HttpResponse.json(report)));
  const view = await client.getReport({ kind: 'Component', namespace: 'default', name: 'cart' });
  expect(view.component).toEqual(report.component);
});

it('posts a recheck', async () => {
  server.use(http.post(`${base}/reports/component/default/cart/recheck`, () => HttpResponse.json(report)));
  expect(await client.recheck({ kind: 'component', namespace: 'default', name: 'cart' })).toEqual(
    JSON.parse(JSON.stringify(report)),
  );
});

it('sends what is set of a query, and nothing else', async () => {
  let query = '';
  server.use(
    http.get(`${base}/components`, ({ request }) => {
      query = new URL(request.url).search;
      return HttpResponse.json({ items: [], total: 0 });
    }),
  );
  await client.getComponents({ q: 'a&b', level: '', owner: undefined, limit: 20, offset: 0 });
  expect(query).toBe('?q=a%26b&limit=20&offset=0');
});

it('passes on what the backend says of an error', async () => {
  const body = { error: { name: 'NotFoundError', message: 'There is no roadmap "x".' }, response: { statusCode: 404 } };
  server.use(http.get(`${base}/roadmaps/x`, () => HttpResponse.json(body, { status: 404 })));
  await expect(client.getRoadmap('x')).rejects.toMatchObject({ cause: { message: 'There is no roadmap "x".' } });
});
