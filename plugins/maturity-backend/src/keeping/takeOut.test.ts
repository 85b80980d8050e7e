// Environments that are no more leave reports and lists; those that are just not heard of for a while do not.
import { setTimeout as delay } from 'node:timers/promises';
import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import { allChecks } from '@maturity-roadmap/checks';
import type { SourceReading } from '@maturity-roadmap/backstage-plugin-maturity-node';
import { componentSelector } from '@maturity-roadmap/engine';
import { defaultOutline } from '@maturity-roadmap/roadmap';
import type { Knex } from 'knex';
import { CatalogWatch } from '../components/CatalogWatch';
import type { ContentStore } from '../content/ContentStore';
import { migrate } from '../store/Database';
import { HistoryStore } from '../store/HistoryStore';
import { InsightStore } from '../store/InsightStore';
import type { Lease } from '../store/Leases';
import { Leases } from '../store/Leases';
import { OperationStore } from '../store/OperationStore';
import { Recheck } from '../store/Recheck';
import { ReportStore } from '../store/ReportStore';
import { SourceStore } from '../store/SourceStore';
import { History } from './History';
import { SourceKeeper } from './SourceKeeper';
import { Standards } from './Standards';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const minute = 60_000;
const ref = 'component:default/cart';
const component = { ref, title: 'cart', selector: componentSelector(ref, 'cart') };
const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'cart', namespace: 'shop', uid: 'cart', labels: { 'backstage.io/kubernetes-id': 'cart' } },
  spec: { template: { metadata: {}, spec: { containers: [{ name: 'c', image: 'a:1' }] } } },
};

describe.each(databases.eachSupportedId())('%s', id => {
  let knex: Knex;
  let now: number;
  let lease: Lease;
  let stop: AbortController;
  let running: Promise<void>;
  const clock = () => now;
  const told: string[][] = [];

  async function parts() {
    const logger = mockServices.logger.mock();
    const standards = new Standards(allChecks, { roadmap: async () => defaultOutline } as unknown as ContentStore);
    const stream = async function* stream() {
      yield component;
    };
    const catalog = new CatalogWatch({ stream } as never, logger);
    await catalog.read();
    const nothing = () => {};
    return {
      logger,
      standards,
      catalog,
      reports: new ReportStore(knex, standards.composer),
      insights: new InsightStore(knex),
      sources: new SourceStore(knex),
      operations: new OperationStore(knex, () => new Date(now)),
      recheck: new Recheck(knex),
      onReports: (refs: readonly string[]) => void told.push([...refs]),
      kinds: new Set(['apps/v1/Deployment'] as const),
      projection: { fields: new Set<string>() },
      tellEvery: 50,
      metrics: { objects: nothing, waiting: nothing, lag: nothing, events: nothing, turn: nothing } as never,
    };
  }
  const environments = async () => (await knex('maturity_sources').orderBy('environment').pluck('environment')).join();
  async function until(isTrue: () => Promise<boolean>): Promise<void> {
    for (let waited = 0; waited < 20_000 && !(await isTrue()); waited += 50) await delay(50);
    expect(await isTrue()).toBe(true);
  }
  const settle = () => delay(300);

  beforeEach(async () => {
    knex = await databases.init(id);
    await migrate(knex);
    now = Date.UTC(2026, 0, 1);
    lease = (await new Leases(knex, 'one', 600_000).acquire('history'))!;
    stop = new AbortController();
    told.length = 0;
  });
  afterEach(async () => {
    stop.abort();
    await running;
    await knex.destroy();
  });

  it('takes out what no keeper keeps any more, once it is sure of that', async () => {
    const all = await parts();
    const store = async (name: string, of: string) => {
      const status = { environment: name, type: 'cluster' as const, objects: 0, kinds: [], problems: [] };
      await all.sources.save({ status, unmapped: [] });
      await all.operations.save({ name, lease: { ...lease, name: of }, state: {} });
    };
    await store('gone', 'cluster:gone');
    await store('kept', 'cluster:kept');
    await all.operations.save({ name: 'repositories', lease: { ...lease, name: 'old' }, state: {} });
    let keepers: ReadonlySet<string> | undefined = new Set(['cluster:kept']);
    const history = new History({ ...all, store: new HistoryStore(knex), days: 400, keepers: () => keepers }, clock, {
      count: 1_000_000,
      gone: 50,
    });
    now += 60 * minute;
    running = history.run(lease, stop.signal);
    await settle();
    // Everything looks old just after a standstill of all.
    expect(await environments()).toBe('gone,kept');
    now += 16 * minute;
    keepers = undefined;
    await settle();
    expect(await environments()).toBe('gone,kept');
    keepers = new Set(['cluster:kept']);
    await until(async () => (await environments()) === 'kept');
    expect(await knex('maturity_operations').orderBy('name').pluck('name')).toEqual(['kept', 'repositories']);
  });

  it('takes out a folder that a source has not had for a while, and what is left of it from before a restart', async () => {
    const all = await parts();
    let folders = ['prod', 'old'];
    const read = async () =>
      folders.map((environment): SourceReading => ({
        environment,
        type: 'manifests',
        observedAt: new Date(now).toISOString(),
        objects: [{ object: deployment as never, file: 'a.yaml', line: 1 }],
        states: new Map(),
        problems: [],
      }));
    const source = { name: 'folders', read };
    const start = () => {
      stop = new AbortController();
      running = new SourceKeeper(source, { ...all, everyMinutes: 0.002 } as never, clock).run(
        { ...lease, name: 'source:folders' },
        stop.signal,
      );
    };
    lease = (await new Leases(knex, 'one', 600_000).acquire('source:folders'))!;
    start();
    const partsOf = async () => (await knex('maturity_parts').orderBy('environment').pluck('environment')).join();
    await until(async () => (await partsOf()) === 'old,prod');
    folders = ['prod'];
    await settle();
    expect(await environments()).toBe('old,prod');
    now += 16 * minute;
    await until(async () => (await environments()) === 'prod' && (await partsOf()) === 'prod');
    stop.abort();
    await running;
    folders = [];
    now += 16 * minute;
    start();
    await until(async () => (await environments()) === '' && (await partsOf()) === '');
  });
});
