// The plugin as a whole, through its API: judged from manifests, served with permissions, wrong input answered clearly.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockCredentials, mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import knexFactory from 'knex';
import request from 'supertest';
import plugin from '.';
import { entities, manifests, writeDemo } from './testing/demo';

type Server = Awaited<ReturnType<typeof startTestBackend>>['server'];
type Permissions = ReturnType<typeof mockServices.permissions.mock>;

let demo: ReturnType<typeof writeDemo>;
let stop: () => Promise<unknown>;

interface StartOptions {
  permissions?: Permissions;
  auditor?: ReturnType<typeof mockServices.auditor.mock>;
  maturity?: object;
}

async function start(options: StartOptions = {}): Promise<Server> {
  const maturity = { manifests: [{ folder: demo.folder }], clusters: { enabled: false }, ...options.maturity };
  // One of the test's own, since the backend does not close the one it would make.
  const knex = knexFactory({ client: 'better-sqlite3', connection: ':memory:', useNullAsDefault: true });
  const database = mockServices.database.mock({ getClient: async () => knex });
  stop = () => knex.destroy();
  const backend = await startTestBackend({
    features: [
      plugin,
      database.factory,
      catalogServiceMock.factory({ entities }),
      mockServices.rootConfig.factory({ data: { maturity } }),
      ...(options.permissions ? [options.permissions.factory] : []),
      ...(options.auditor ? [options.auditor.factory] : []),
    ],
  });
  stop = async () => {
    await backend.stop();
    await knex.destroy();
  };
  return backend.server;
}

const isDenied = (body: { components?: number }) => body.components === 0;

/** Everything has been judged once, and what is left over has been told. */
async function judged(server: Server): Promise<Server> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const { status } = await request(server).get('/api/maturity/reports/component/default/mail');
    const { body } = await request(server).get('/api/maturity/organisation/summary');
    if (status === 200 && (isDenied(body) || body.unmapped?.length > 0)) return server;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error('the first run has not ended');
}

beforeEach(() => {
  demo = writeDemo();
});
afterEach(async () => {
  await stop?.();
  demo.remove();
});

jest.setTimeout(60_000);

const get = (server: Server, path: string) => request(server).get(`/api/maturity${path}`);

describe('a running plugin', () => {
  let server: Server;
  beforeEach(async () => {
    server = await judged(await start());
  });

  it('serves the report of a component with evidence to the field', async () => {
    const { body } = await get(server, '/reports/component/default/cart');
    expect(body.component).toEqual({ ref: 'component:default/cart', title: 'cart', owner: 'user:default/mock' });
    expect(body.report.level).toBe('junior');
    const verdict = body.report.verdicts.find((one: { check: string }) => one.check === 'image-ref-explicit');
    expect(verdict).toMatchObject({
      verdict: 'fail',
      environment: 'prod',
      workload: { cluster: 'prod', kind: 'Deployment', namespace: 'shop', name: 'cart' },
      evidence: [
        {
          path: 'spec.template.spec.containers[cart].image',
          observed: expect.stringContaining('registry.example.com/cart'),
        },
      ],
    });
    expect(body.checks['image-ref-explicit'].title).toEqual(expect.any(String));
    expect(body.sources).toMatchObject([{ environment: 'prod', type: 'manifests' }]);
  });

  it('judges anew on request, tells what changed, and why the level did', async () => {
    demo.write('cart', manifests.cart.replace('registry.example.com/cart', 'registry.example.com/cart:1.0.0'));
    const { body, status } = await request(server).post('/api/maturity/reports/component/default/cart/recheck');
    expect(status).toBe(200);
    expect(body.transitions).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ check: 'image-ref-explicit', from: 'fail', to: 'pass', environment: 'prod' }),
      ]),
    );
  });

  it('goes on with the rest where a manifest is broken, and says file, line and remedy', async () => {
    demo.write('broken', 'kind: [unclosed\nb: c');
    await request(server).post('/api/maturity/reports/component/default/cart/recheck');
    const { body } = await get(server, '/organisation/summary');
    expect(body.sources[0].problems).toEqual([
      { file: 'prod/broken.yaml', line: 2, message: expect.stringContaining('Mend the syntax') },
    ]);
    expect(body.components).toBe(2);
  });

  it('serves the organisation, its components and what belongs to nobody', async () => {
    const { body } = await get(server, '/organisation/summary');
    expect(body.levels.reduce((sum: number, level: { components: number }) => sum + level.components, 0)).toBe(2);
    expect(body.unmapped).toEqual([expect.objectContaining({ name: 'lost', cluster: 'prod' })]);
    const page = await get(server, '/components?q=CAR&sort=score&order=desc&limit=1');
    expect(page.body).toMatchObject({
      total: 1,
      items: [{ ref: 'component:default/cart', level: 'junior', workloads: 1 }],
    });
  });

  it('serves roadmap and topics with the adoption of all and of mine', async () => {
    const list = await get(server, '/roadmaps');
    expect(list.body).toMatchObject({
      items: [{ id: 'containers-and-orchestration', topics: 25, proven: true }],
      problems: [],
    });
    const { body } = await get(server, '/roadmaps/containers-and-orchestration');
    expect(body.mine).toMatchObject([{ ref: 'component:default/cart' }]);
    const cards = body.tiers.flatMap((tier: { sections: { topics: object[] }[] }) =>
      tier.sections.flatMap(section => section.topics),
    );
    expect(cards).toHaveLength(25);
    expect(cards.find((card: { id: string }) => card.id === 'docker-commands')).toMatchObject({
      adoption: { met: 1, applicable: 2 },
      mine: ['fail'],
    });
    const topic = await get(server, '/roadmaps/containers-and-orchestration/topics/docker-commands');
    expect(topic.body).toMatchObject({
      content: expect.stringContaining('## What it is'),
      meets: [{ ref: 'component:default/mail' }],
      misses: [{ ref: 'component:default/cart', mine: true, check: 'image-ref-explicit' }],
      environments: [{ environment: 'prod', met: 1, applicable: 2 }],
    });
  });

  it('counts what belongs to a group, and lists it with the verdict of each topic', async () => {
    const within = 'within=group%3Adefault%2Fmail';
    const summary = await get(server, `/organisation/summary?${within}`);
    expect(summary.body.components).toBe(1);
    const page = await get(server, `/components?${within}&topics=true`);
    expect(page.body).toMatchObject({
      total: 1,
      items: [{ ref: 'component:default/mail', topics: { 'docker-commands': 'pass' } }],
    });
    const wrong = await get(server, '/components?within=component%3Adefault%2Fcart');
    expect([wrong.status, wrong.body.error.message]).toEqual([400, expect.stringContaining('group, system or domain')]);
  });

  it('exports the components as CSV', async () => {
    const answer = await get(server, '/components/export?q=mail&limit=1');
    expect(answer.headers['content-type']).toContain('text/csv');
    const [head, line, end] = answer.text.split('\r\n');
    expect(head).toContain('component,title,owner,system,level');
    expect(line).toContain('component:default/mail,mail,group:default/mail,,');
    expect(end).toBe('');
  });

  it('tells what keeps most components from their next level', async () => {
    const { body } = await get(server, '/organisation/leverage');
    expect(body.items[0]).toEqual({
      check: expect.any(String),
      title: expect.any(String),
      topic: expect.any(String),
      blocks: expect.any(Number),
      lifts: expect.any(Number),
      places: expect.any(Array),
    });
    expect(body.items.flatMap((item: { places: object[] }) => item.places)).toContainEqual({
      environment: 'prod',
      namespace: 'shop',
      components: expect.any(Number),
    });
  });

  it('keeps progress for the caller alone, and only for topics that exist', async () => {
    const put = (topic: string, body: object) =>
      request(server).put(`/api/maturity/progress/containers-and-orchestration/topics/${topic}`).send(body);
    expect((await put('pod', { state: 'done' })).body).toMatchObject({ topics: { pod: 'done' } });
    const as = (credentials: string) =>
      get(server, '/progress/containers-and-orchestration').set('Authorization', credentials);
    const other = await as(mockCredentials.user.header('user:default/other'));
    expect(other.body.topics).toEqual({});
    const service = await as(mockCredentials.service.header());
    expect([service.status, service.body.error.message]).toEqual([403, expect.stringContaining('signed-in user')]);
    expect((await put('none', { state: 'done' })).status).toBe(404);
    expect((await put('pod', { state: 'mastered' })).status).toBe(400);
    expect((await put('pod', { state: 'todo' })).body.topics).toEqual({});
  });

  it('serves the heat map and the trend of days that were counted', async () => {
    const { body } = await get(server, '/organisation/heatmap');
    expect(body.rows.map((row: { key: string; components: number }) => [row.key, row.components])).toEqual([
      ['group:default/mail', 1],
      ['user:default/mock', 1],
    ]);
    expect(body.rows[0].topics['docker-commands']).toEqual({ met: 1, applicable: 1, unknown: 0 });
    const trend = await get(server, '/organisation/trend?days=7');
    expect(trend.status).toBe(200);
    for (const { day, components } of trend.body.points)
      expect([day, components]).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\d$/), expect.any(Object)]);
    const wrong = await get(server, '/organisation/trend?scope=owner');
    expect([wrong.status, wrong.body.error.message]).toEqual([400, 'A trend of one owner needs "key".']);
  });

  it('tells those who run it how the work goes', async () => {
    const { body } = await get(server, '/admin/state');
    expect(body.environments).toMatchObject([
      { environment: 'prod', type: 'manifests', keeper: { holder: expect.any(String) }, objects: 3, problems: 0 },
    ]);
    const [{ kinds }] = body.environments;
    const of = (kind: string) => kinds.find((one: { kind: string }) => one.kind === kind);
    expect(of('apps/v1/Deployment')).toMatchObject({ state: 'synced', objects: 3, since: expect.any(String) });
    expect(of('v1/Event')).toMatchObject({ state: 'notCollected', message: expect.any(String) });
    expect(body.repositories).toMatchObject({ enabled: true, trees: 0, waiting: 0, hosts: [] });
    expect(body).not.toHaveProperty('clusterRole');
  });

  it('serves checks, health and its own description', async () => {
    const checks = await get(server, '/checks');
    expect(checks.body.items.find((one: { id: string }) => one.id === 'image-ref-explicit')).toMatchObject({
      met: 1,
      applicable: 2,
    });
    const health = await get(server, '/health').set('Authorization', mockCredentials.none.header());
    expect(health.body).toMatchObject({ status: 'ok', observedAt: expect.any(String) });
    expect((await get(server, '/openapi.json')).body.paths).toHaveProperty('/api/maturity/components');
  });

  it.each([
    ['/nowhere', 404, 'There is no GET /nowhere'],
    ['/roadmaps/none', 404, 'There is no roadmap "none". Roadmaps: containers-and-orchestration.'],
    ['/roadmaps/containers-and-orchestration/topics/none', 404, 'has no topic "none"'],
    ['/reports/component/default/none', 404, 'There is no entity component:default/none'],
    ['/reports/system/default/shop', 404, 'only components are judged'],
    ['/components?limit=many', 400, 'limit'],
    ['/components?limit=1000', 400, 'limit'],
    ['/components?sort=colour', 400, 'sort'],
    ['/components?colour=red', 400, 'colour'],
  ])('answers GET %s with %s and says why', async (path, status, message) => {
    const response = await get(server, path);
    expect(response.status).toBe(status);
    expect(response.body.error.message).toContain(message);
  });

  it('refuses callers without credentials', async () => {
    for (const path of [
      '/roadmaps',
      '/checks',
      '/components',
      '/organisation/summary',
      '/reports/component/default/cart',
      '/admin/state',
    ]) {
      const { status, text } = await get(server, path).set('Authorization', mockCredentials.none.header());
      expect([path, status]).toEqual([path, 401]);
      expect(text).not.toContain('registry.example.com');
    }
  });
});

it('judges by own checks as they change, without a restart', async () => {
  const ownChecks = mkdtempSync(join(tmpdir(), 'maturity-own-'));
  const check = (id: string, expression: string, params = '') => `apiVersion: maturity/v1
kind: Check
metadata: { name: ${id} }
spec:
  topic: pod
  title: It holds
  remediation: Mend it.
  validations: [{ expression: '${expression}' }]
${params}`;
  writeFileSync(join(ownChecks, 'a.yaml'), check('first-of-all', 'true'));
  const server = await judged(await start({ maturity: { ownChecks: [{ folder: ownChecks }] } }));
  const verdictOf = async (id: string) => {
    const { body } = await get(server, '/reports/component/default/cart');
    return body.report.verdicts.find((one: { check: string }) => one.check === id)?.verdict;
  };
  expect(await verdictOf('first-of-all')).toBe('pass');
  writeFileSync(join(ownChecks, 'a.yaml'), check('first-of-all', 'false'));
  writeFileSync(join(ownChecks, 'b.yaml'), check('second-of-all', 'true'));
  const isNew = async () =>
    (await verdictOf('first-of-all')) === 'fail' && (await verdictOf('second-of-all')) === 'pass';
  for (let waited = 0; waited < 40_000 && !(await isNew()); waited += 500)
    await new Promise(resolve => setTimeout(resolve, 500));
  expect(await isNew()).toBe(true);
  const { body } = await get(server, '/checks');
  expect(body.items.map(({ id }: { id: string }) => id)).toEqual(
    expect.arrayContaining(['first-of-all', 'second-of-all']),
  );
  rmSync(ownChecks, { recursive: true });
});

describe('permissions', () => {
  it('answers 403 with the name of the permission, and nothing else', async () => {
    const permissions = mockServices.permissions.mock({
      authorize: async requests => requests.map(() => ({ result: AuthorizeResult.DENY })),
    });
    const server = await start({ permissions });
    for (const [path, permission] of [
      ['/roadmaps', 'maturity.roadmap.read'],
      ['/checks', 'maturity.roadmap.read'],
      ['/components', 'maturity.organisation.read'],
      ['/organisation/summary', 'maturity.organisation.read'],
      ['/organisation/trend', 'maturity.organisation.read'],
      ['/organisation/heatmap', 'maturity.organisation.read'],
      ['/organisation/leverage', 'maturity.organisation.read'],
      ['/components/export', 'maturity.organisation.read'],
      ['/progress/containers-and-orchestration', 'maturity.roadmap.read'],
      ['/reports/component/default/cart', 'maturity.report.read'],
      ['/admin/state', 'maturity.admin.read'],
    ]) {
      const { status, body } = await get(server, path);
      expect([path, status]).toEqual([path, 403]);
      expect(body.error.message).toContain(permission);
    }
    const recheck = await request(server).post('/api/maturity/reports/component/default/cart/recheck');
    expect([recheck.status, recheck.body.error.message]).toEqual([
      403,
      expect.stringContaining('maturity.report.recheck'),
    ]);
  });

  it('counts nothing that the caller may not see in the catalog', async () => {
    const permissions = mockServices.permissions.mock({
      authorize: async requests => requests.map(() => ({ result: AuthorizeResult.ALLOW })),
      authorizeConditional: async requests => requests.map(() => ({ result: AuthorizeResult.DENY })),
    });
    const server = await judged(await start({ permissions }));
    expect((await get(server, '/components')).body).toEqual({ items: [], total: 0 });
    expect((await get(server, '/organisation/summary')).body.components).toBe(0);
  });
});

it.each([
  [{ manifest: [] }, 'maturity.manifest in app-config is not known. Known keys'],
  [{ manifests: [{}] }, 'maturity.manifests[0] in app-config needs a folder or a url'],
  [{ schedule: { everyMinutes: -1 } }, 'maturity.schedule.everyMinutes must be a number above 0'],
  [{ repositories: { requestsPerHour: 1 } }, 'maturity.repositories.requestsPerHour must be a number from 10'],
  [
    { repositories: { hosts: [{ host: 'github.com', requestsPerHour: 0 }] } },
    'maturity.repositories.hosts[0].requestsPerHour must be a number from 10',
  ],
  [{ content: { folder: 'a', url: 'b' } }, 'maturity.content in app-config has both folder and url'],
  [{ furtherContent: [{}] }, 'maturity.furtherContent[0] in app-config needs a folder or a url'],
])('does not start with the configuration %j', async (maturity, message) => {
  await expect(start({ maturity })).rejects.toThrow(message);
});

it('leaves a trace of who had what judged anew, and whether that went well', async () => {
  const success = jest.fn();
  const auditor = mockServices.auditor.mock();
  auditor.createEvent.mockResolvedValue({ success, fail: jest.fn() });
  const server = await judged(await start({ auditor }));
  await request(server).post('/api/maturity/reports/component/default/cart/recheck');
  const meta = { component: 'component:default/cart' };
  expect(auditor.createEvent).toHaveBeenCalledWith(expect.objectContaining({ eventId: 'recheck', meta }));
  expect(success).toHaveBeenCalledTimes(1);
  await request(server).post('/api/maturity/reports/component/default/nobody/recheck').expect(404);
  expect(success).toHaveBeenCalledTimes(1);
});
