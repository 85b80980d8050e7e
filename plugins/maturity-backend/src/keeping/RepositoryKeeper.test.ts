// 1,000 components in 50 repositories: what is asked of the host, what is judged, what outlives a restart.
import { setTimeout as delay } from 'node:timers/promises';
import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import { allChecks } from '@maturity-roadmap/checks';
import { defaultOutline } from '@maturity-roadmap/roadmap';
import type { Knex } from 'knex';
import type { CatalogComponent } from '../components/CatalogComponents';
import { CatalogWatch } from '../components/CatalogWatch';
import type { ContentStore } from '../content/ContentStore';
import { FileTreeReader } from '../files/FileTreeReader';
import { RequestBudget } from '../files/RequestBudget';
import { RepositorySource } from '../source/RepositorySource';
import { migrate } from '../store/Database';
import { Leases } from '../store/Leases';
import { OperationStore } from '../store/OperationStore';
import { InsightStore } from '../store/InsightStore';
import { Recheck } from '../store/Recheck';
import { ReportStore } from '../store/ReportStore';
import type { PartRow } from '../store/rows';
import { TreeStore } from '../store/TreeStore';
import { FakeHost } from '../testing/fakeHost';
import { RepositoryKeeper } from './RepositoryKeeper';
import { Standards } from './Standards';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const rootOf = (url: string) => /^.*\/r\d+\//.exec(url)?.[0];
const urlOf = (at: number) => `https://host.example.com/r${at % 50}/`;
const name = (at: number) => `component:default/c${String(at).padStart(4, '0')}`;

/** Half of the repositories hold twenty components in folders of their own, the others share their root. */
function components(count: number): CatalogComponent[] {
  return Array.from({ length: count }, (_, at) => ({
    ref: name(at),
    title: name(at),
    selector: { id: name(at), name: name(at) } as never,
    repository: { url: at % 2 ? `${urlOf(at)}services/s${at}/` : urlOf(at) },
  }));
}

describe.each(databases.eachSupportedId())('%s', id => {
  let knex: Knex;
  let host: FakeHost;
  let saves: number;
  let inCatalog: CatalogComponent[];
  let stop: () => Promise<void>;

  async function start(perHour = 10_000): Promise<{ recheck: Recheck }> {
    const logger = mockServices.logger.mock();
    const standards = new Standards(allChecks, { roadmap: async () => defaultOutline } as unknown as ContentStore);
    const reports = new ReportStore(knex, standards.composer);
    const save = reports.save.bind(reports);
    reports.save = async (inputs, lease) => {
      saves += inputs.length;
      return save(inputs, lease);
    };
    const catalog = new CatalogWatch(
      {
        stream: async function* stream() {
          yield* inCatalog;
        },
      } as never,
      logger,
    );
    await catalog.read();
    const trees = new TreeStore(knex);
    const budget = new RequestBudget({ perHour, hosts: new Map() });
    const source = { trees: new FileTreeReader(host.reader), memory: trees, budget, enabled: true, rootOf };
    const recheck = new Recheck(knex);
    const keeper = new RepositoryKeeper({
      repositories: new RepositorySource(source),
      budget,
      trees,
      everyMinutes: 60,
      reports,
      insights: new InsightStore(knex),
      recheck,
      catalog,
      standards,
      operations: new OperationStore(knex),
      onReports: () => {},
      logger,
      metrics: { repositoriesWaiting: () => {} } as never,
      sources: {} as never,
      projection: {} as never,
      kinds: new Set(),
      keepers: () => new Set(['repositories']),
    });
    const leases = new Leases(knex, `replica-${Math.random()}`);
    const lease = (await leases.acquire('repositories'))!;
    const controller = new AbortController();
    const running = keeper.run(lease, controller.signal);
    stop = async () => {
      controller.abort();
      await running;
      await leases.release([lease]);
    };
    return { recheck };
  }

  const judged = async () => Number((await knex('maturity_parts').count({ n: '*' }))[0].n);
  async function until(isTrue: () => Promise<boolean>): Promise<void> {
    for (let waited = 0; waited < 60_000 && !(await isTrue()); waited += 100) await delay(100);
    expect(await isTrue()).toBe(true);
  }
  const idle = () => delay(2_500);

  beforeEach(async () => {
    knex = await databases.init(id);
    await migrate(knex);
    host = new FakeHost();
    saves = 0;
    inCatalog = components(1_000);
    for (const { repository } of inCatalog) {
      const { url } = repository as { url: string };
      const root = rootOf(url)!;
      const held = host.repositories.get(root) ?? { etag: '1', files: {} };
      held.files[`${url.slice(root.length)}Dockerfile`] = 'FROM node:24\nUSER 1000\nCMD ["node"]\n';
      host.repositories.set(root, held);
    }
  });
  afterEach(async () => {
    await stop();
    await knex.destroy();
  });

  it('reads each repository once for all of its components, and after a restart nothing', async () => {
    await start();
    await until(async () => (await judged()) === 1_000);
    expect(host.asked).toHaveLength(50);
    expect(new Set(host.asked.map(({ url }) => url)).size).toBe(50);
    const { records } = (await knex<PartRow>('maturity_parts').where('component_ref', name(1)).first())!;
    expect(records).toContain('dockerfile-present');
    await stop();
    host.asked.length = 0;
    await start();
    await idle();
    expect(host.asked).toEqual([]);
  });

  it('judges on request with one request for a repository, and only who asks', async () => {
    const { recheck } = await start();
    await until(async () => (await judged()) === 1_000);
    host.asked.length = 0;
    saves = 0;
    const before = (await knex<PartRow>('maturity_parts').where('component_ref', name(4)).first())!;
    Object.assign(host.repositories.get(urlOf(4))!, { etag: '2', files: { Dockerfile: 'FROM node\n' } });
    await Promise.all([recheck.request(name(4)), recheck.request(name(54))]);
    await until(async () => !(await recheck.isPending(name(4))) && !(await recheck.isPending(name(54))));
    expect([host.asked.length, saves]).toEqual([1, 2]);
    const after = (await knex<PartRow>('maturity_parts').where('component_ref', name(4)).first())!;
    expect(after.hash).not.toBe(before.hash);
  });

  it('keeps within the budget, judges whom it can, and reads a new component in a known repository', async () => {
    await start(200);
    await until(async () => host.asked.length >= 10);
    await idle();
    // Of a tenth of the hour's budget in one minute, each new repository takes two: the question, and the archive.
    const minutes = host.asked.map(one => Math.floor(one.at / 60_000));
    for (const minute of minutes) expect(minutes.filter(one => one === minute).length).toBeLessThanOrEqual(10);
    await stop();
    const { state } = await knex('maturity_operations').where('name', 'repositories').first();
    expect(JSON.parse(state)).toMatchObject({ trees: 50, hosts: [{ host: 'host.example.com' }] });
    await start();
    await until(async () => (await judged()) === 1_000);
    host.asked.length = 0;
    saves = 0;
    const added = { ...inCatalog[0], ref: 'component:default/new' };
    inCatalog = [...inCatalog, added];
    await stop();
    await start();
    await until(async () => (await judged()) === 1_001);
    expect(host.asked.length).toBeLessThanOrEqual(1);
  });
});
