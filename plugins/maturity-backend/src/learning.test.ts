// Learning and the catalogue of checks, through the API: what was read and proven, what to take next, one check.
import { mockCredentials, mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { allChecks } from '@maturity-roadmap/checks';
import request from 'supertest';
import plugin from '.';
import { entities, manifests, writeDemo } from './testing/demo';

const roadmap = 'containers-and-orchestration';
let demo: ReturnType<typeof writeDemo>;
let backend: Awaited<ReturnType<typeof startTestBackend>>;
const get = (path: string) => request(backend.server).get(`/api/maturity${path}`);
const put = (path: string, body: object) => request(backend.server).put(`/api/maturity${path}`).send(body);
const sleep = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds));

jest.setTimeout(60_000);

beforeAll(async () => {
  demo = writeDemo();
  backend = await startTestBackend({
    features: [
      plugin,
      catalogServiceMock.factory({ entities }),
      mockServices.rootConfig.factory({
        data: {
          maturity: {
            manifests: [{ folder: demo.folder }],
            clusters: { enabled: false },
            checks: { 'deployment-replicas-ha': { thresholds: { replicas: 3 } } },
          },
        },
      }),
    ],
  });
  for (let attempt = 0; attempt < 100; attempt++) {
    const { body } = await get('/checks/image-ref-explicit');
    if (body.applicable === 2) return;
    await sleep(100);
  }
  const { body } = await get('/checks/image-ref-explicit');
  throw new Error(`the first run has not ended: ${JSON.stringify(body)}`);
});
afterAll(async () => {
  await backend?.stop();
  demo.remove();
});

it('keeps what was read, the first time it was, and for its reader alone', async () => {
  const path = `/progress/${roadmap}/topics/pod/read`;
  const first = await put(path, { read: true });
  expect(first.body.read).toEqual({ pod: expect.any(String) });
  const again = await put(path, { read: true });
  expect(again.body.read).toEqual(first.body.read);
  const other = await get(`/progress/${roadmap}`).set(
    'authorization',
    mockCredentials.user.header('user:default/other'),
  );
  expect(other.body.read).toEqual({});
  expect((await put(path, { read: false })).body.read).toEqual({});
  expect((await put(path, { read: 'yes' })).status).toBe(400);
  expect((await put(`/progress/${roadmap}/topics/none/read`, { read: true })).status).toBe(404);
});

it('marks at most three topics as next: what blocks most of mine, then what was not read', async () => {
  const { body } = await get(`/roadmaps/${roadmap}`);
  expect(body.next.length).toBeLessThanOrEqual(3);
  expect(body.next[0]).toMatchObject({ reason: 'blocks', services: 1 });
  expect(body.owners).toEqual(
    expect.arrayContaining([
      { owner: 'user:default/mock', components: 1 },
      { owner: 'group:default/mail', components: 1 },
    ]),
  );
  const asService = await get(`/roadmaps/${roadmap}`).set('authorization', mockCredentials.service.header());
  expect(asService.body.next).toEqual([]);
});

it('shows the services of an owner as mine, and counts in one environment', async () => {
  const mail = await get(`/roadmaps/${roadmap}?owner=group%3Adefault%2Fmail&environment=prod`);
  expect(mail.body.mine).toMatchObject([{ ref: 'component:default/mail' }]);
  const cards = mail.body.tiers.flatMap((tier: { sections: { topics: object[] }[] }) =>
    tier.sections.flatMap(section => section.topics),
  );
  const card = (id: string) => cards.find((one: { id: string }) => one.id === id);
  expect(card('docker-commands')).toMatchObject({ adoption: { met: 1, applicable: 2 }, mine: ['pass'] });
  expect(card('dockerfile')).toMatchObject({ adoption: { applicable: 0 } });
});

it('shows one check with what it needs, tested examples, settings in force and its history', async () => {
  const { body } = await get('/checks/deployment-replicas-ha');
  expect(body).toMatchObject({
    id: 'deployment-replicas-ha',
    subject: 'workload',
    topicTitle: expect.any(String),
    roadmap,
    examples: { passes: { verdict: 'pass' }, fails: { verdict: expect.stringMatching(/fail|warn/) } },
    history: [{ version: expect.any(String), what: expect.stringContaining('new') }],
  });
  expect(body.thresholds[0]).toMatchObject({ name: 'replicas', value: 3, default: 2 });
  expect(body.settings).toContain('    deployment-replicas-ha:\n');
  const reader = (await get('/checks/scan-no-fixable-critical')).body;
  expect(reader.rule).toContain('vulnerabilityreports');
  expect((await get('/checks/none')).status).toBe(404);
});

it('has tested examples and a history for every check that comes with it', async () => {
  for (const { id } of allChecks) {
    const { body } = await get(`/checks/${id}`);
    expect([id, body.examples?.passes?.verdict, body.history?.length > 0]).toEqual([id, 'pass', true]);
    expect([id, body.examples.fails?.files.length > 0]).toEqual([id, true]);
  }
});

it('names the topic of each check in the catalogue', async () => {
  const { body } = await get('/checks');
  const [check] = (body.items as { id: string }[]).filter(({ id }) => id === 'pod-requests-set');
  expect(check).toMatchObject({ topic: 'pod', topicTitle: expect.stringMatching(/pod/i), roadmap });
});

it('lists who fails a check and who passes it, mine first', async () => {
  const missed = await get('/checks/image-ref-explicit/components');
  expect(missed.body).toMatchObject({
    total: 1,
    levels: expect.arrayContaining([{ id: 'junior', title: 'Junior' }]),
    items: [
      { ref: 'component:default/cart', mine: true, verdict: 'fail', environments: ['prod'], levelTitle: 'Junior' },
    ],
  });
  expect(missed.body.items[0].reason).toContain('cart');
  const met = await get('/checks/image-ref-explicit/components?verdict=met&limit=1');
  expect(met.body).toMatchObject({ total: 1, items: [{ ref: 'component:default/mail', mine: false }] });
  expect((await get('/checks/image-ref-explicit/components?verdict=all')).status).toBe(400);
});

it('proves a topic where a service of mine turns from fail to pass, to me alone', async () => {
  expect((await get(`/progress/${roadmap}`)).body.proven).toEqual({});
  demo.write('cart', manifests.cart.replace('registry.example.com/cart', 'registry.example.com/cart:1.0.0'));
  await request(backend.server).post('/api/maturity/reports/component/default/cart/recheck');
  const { body } = await get(`/progress/${roadmap}`);
  expect(body.proven['docker-commands']).toMatchObject({
    component: { ref: 'component:default/cart' },
    check: 'image-ref-explicit',
  });
  const other = await get(`/progress/${roadmap}`).set(
    'authorization',
    mockCredentials.user.header('user:default/other'),
  );
  const topic = await get(`/roadmaps/${roadmap}/topics/docker-commands`);
  expect(topic.body.changes).toMatchObject([{ check: 'image-ref-explicit', from: 'fail', to: 'pass' }]);
  expect(topic.body.mine).toMatchObject([{ ref: 'component:default/cart', since: expect.any(String), mine: true }]);
  expect(other.body.proven).toEqual({});
});
