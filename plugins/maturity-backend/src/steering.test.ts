// What steering an organisation asks of the API: parts of it, causes, controls for whole namespaces, what would be if.
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import plugin from '.';
import { entities, manifests, writeDemo } from './testing/demo';

type Server = Awaited<ReturnType<typeof startTestBackend>>['server'];

let demo: ReturnType<typeof writeDemo>;
let server: Server;
let stop: () => Promise<unknown>;
const permissions = mockServices.permissions.mock({
  authorize: async requests => requests.map(() => ({ result: AuthorizeResult.ALLOW })),
  authorizeConditional: async requests => requests.map(() => ({ result: AuthorizeResult.ALLOW })),
});

const get = async (path: string) => (await request(server).get(`/api/maturity${path}`)).body;

async function judged(): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const body = await get('/organisation/summary');
    const { total } = await get('/organisation/cell?topic=pod');
    if (body.components === 2 && body.unmapped?.length > 0 && total === 2) return;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error('the first run has not ended');
}

jest.setTimeout(60_000);

beforeEach(async () => {
  demo = writeDemo();
  const maturity = { manifests: [{ folder: demo.folder }], clusters: { enabled: false } };
  const backend = await startTestBackend({
    features: [
      plugin,
      catalogServiceMock.factory({ entities }),
      mockServices.rootConfig.factory({ data: { maturity } }),
      permissions.factory,
    ],
  });
  stop = () => backend.stop();
  server = backend.server;
  await judged();
});
afterEach(async () => {
  await stop();
  demo.remove();
});

it('counts one environment by how components stand there, as the whole where there is but one', async () => {
  const whole = await get('/organisation/summary');
  const there = await get('/organisation/summary?environment=prod');
  expect(there.levels).toEqual(whole.levels);
  expect(there.tiers).toEqual(whole.tiers);
  expect(there.score).toBeCloseTo(whole.score, 9);
  expect((await get('/organisation/summary?environment=nowhere')).components).toBe(0);
  const map = await get('/organisation/heatmap?environment=prod');
  expect(map.total.topics).toEqual((await get('/organisation/heatmap')).total.topics);
});

it('takes what belongs to all parts named', async () => {
  const mail = 'within=group:default/mail';
  expect((await get(`/organisation/summary?${mail}`)).components).toBe(1);
  expect((await get(`/organisation/summary?${mail}&within=user:default/mock`)).components).toBe(0);
  expect((await get(`/organisation/trend?${mail}&within=user:default/mock`)).error.message).toContain('not by several');
});

it('lists the components of an environment by the same rules as all', async () => {
  for (const query of ['sort=score&order=desc', 'q=CAR', 'topic=docker-commands&verdict=missed', 'limit=1&offset=1']) {
    const all = await get(`/components?${query}`);
    expect(await get(`/components?environment=prod&${query}`)).toEqual(all);
  }
  expect((await get('/components?unknown=forbidden')).total).toBe(0);
});

it('says what lies behind a cell, what needs work first, with reason and place', async () => {
  const cell = await get('/organisation/cell?topic=docker-commands&limit=1');
  expect(cell).toMatchObject({
    total: 2,
    counts: { fail: 1, pass: 1 },
    items: [{ ref: 'component:default/cart', verdict: 'fail', check: 'image-ref-explicit', environments: ['prod'] }],
  });
  expect(cell.items[0].reason).toContain('no explicit tag');
  const next = await get('/organisation/cell?topic=docker-commands&limit=1&offset=1');
  expect(next.items).toMatchObject([{ ref: 'component:default/mail', verdict: 'pass' }]);
});

it('shows what advice found where a topic has nothing else, says so, and counts it for no level', async () => {
  const { tiers, levels } = await get('/organisation/summary');
  const of = (some: typeof tiers, id: string) =>
    some.flatMap((tier: { topics: object[] }) => tier.topics).find((topic: { id: string }) => topic.id === id);
  expect(of(tiers, 'exec')).toMatchObject({ advice: true, applicable: 2 });
  expect(of(tiers, 'pod')).not.toHaveProperty('advice');
  const there = await get('/organisation/summary?environment=prod');
  expect(of(there.tiers, 'exec')).toEqual(of(tiers, 'exec'));
  const map = await get('/organisation/heatmap');
  const { met, applicable, unknown } = of(tiers, 'exec');
  expect(map.total.topics.exec).toEqual({ met, applicable, unknown });
  expect(of(map.roadmap.tiers, 'exec')).toMatchObject({ advice: true });
  const [{ id: roadmap }] = (await get('/roadmaps')).items;
  const page = await get(`/roadmaps/${roadmap}/topics/exec`);
  expect(page).toMatchObject({ advice: true, adoption: { met, applicable, unknown } });
  const rows = [...page.meets, ...page.misses];
  expect(rows.map(({ check }: { check: string }) => check)).toEqual(['debug-ready', 'debug-ready']);
  expect(rows.every(({ reason }: { reason: string }) => reason !== '')).toBe(true);
  const cell = await get('/organisation/cell?topic=exec');
  expect(cell.items.map(({ check }: { check: string }) => check)).toEqual(['debug-ready', 'debug-ready']);
  expect((await get('/organisation/what-if?change=exec:met')).levels).toMatchObject(
    levels.map(({ id, components }: { id: string; components: number }) => ({ id, after: components })),
  );
});

it('names the control that a namespace lacks, and the YAML for it', async () => {
  const { controls } = await get('/organisation/leverage');
  const limits = controls.find((one: { control: string }) => one.control === 'limit-range');
  expect(limits).toMatchObject({ environment: 'prod', namespaces: 1, components: 2 });
  expect(limits.places).toMatchObject([{ namespace: 'shop', components: 2 }]);
  expect(limits.manifest).toContain('namespace: shop');
});

it('tells who would drop if a check were stricter, and who would rise if it were met, without changing anything', async () => {
  const before = await get('/organisation/summary');
  const failing = (await get('/components?sort=level&order=desc')).items;
  const { report } = await get('/reports/component/default/cart');
  const met = report.blockers.map(({ check }: { check: string }) => `change=${check}:met`).join('&');
  const risen = await get(`/organisation/what-if?${met}`);
  expect(risen).toMatchObject({ components: 2, drop: 0 });
  expect(risen.items).toContainEqual(
    expect.objectContaining({ ref: 'component:default/cart', from: 'junior', to: 'senior' }),
  );
  expect(risen.rise).toBe(risen.items.length);
  // Both stand at the bottom, so that nobody can drop; the levels add up in any case.
  const count = (key: 'before' | 'after') =>
    risen.levels.reduce((sum: number, level: { before: number; after: number }) => sum + level[key], 0);
  expect([count('before'), count('after')]).toEqual([2, 2]);
  expect((await get('/organisation/summary')).levels).toEqual(before.levels);
  expect((await get('/components?sort=level&order=desc')).items).toEqual(failing);
  const same = await get('/organisation/what-if?change=image-ref-explicit:high');
  expect(same).toMatchObject({ rise: 0, drop: 0, components: 2 });
});

it.each([
  ['/organisation/what-if', 'change'],
  ['/organisation/what-if?change=pod:worse', 'severity'],
  ['/organisation/what-if?change=nothing:met', 'there is no check or topic'],
  ['/organisation/cell', 'topic'],
])('refuses %s with what is wrong', async (path, what) => {
  const response = await request(server).get(`/api/maturity${path}`);
  expect(response.status).toBe(400);
  expect(JSON.stringify(response.body)).toContain(what === 'severity' ? 'critical' : what);
});

it('tells a change of level with the verdict that decided it', async () => {
  const images = manifests.cart.replace('registry.example.com/cart', 'registry.example.com/cart:1.0.0');
  demo.write('cart', images);
  await request(server).post('/api/maturity/reports/component/default/cart/recheck');
  demo.write('cart', manifests.cart);
  await request(server).post('/api/maturity/reports/component/default/cart/recheck');
  const { items, rose, fell } = await get('/organisation/movers');
  expect(rose + fell).toBe(items.length);
  for (const { because } of items)
    expect(because).toMatchObject({ check: expect.any(String), title: expect.any(String), environment: 'prod' });
  expect((await get('/organisation/movers?environment=nowhere')).items).toEqual([]);
});

it('gives the workload of nobody what to paste', async () => {
  const { unmapped } = await get('/organisation/summary');
  expect(unmapped[0].suggestion).toMatchObject({ to: 'workload', yaml: expect.stringContaining('kubernetes-id') });
});

it('takes words with a space between them, as forms send them', async () => {
  expect(await get('/components?q=cart+cart')).toMatchObject({ total: 1, items: [{ title: 'cart' }] });
  expect((await get('/components?q=a%2Fb%3Ac')).total).toBe(0);
});
