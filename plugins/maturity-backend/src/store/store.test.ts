// The store on real databases: reports on change only, transitions with their causes, counts, pages, visibility.
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Report, Verdict, VerdictRecord } from '@maturity-roadmap/engine';
import type { Knex } from 'knex';
import { migrate } from './Database';
import { Queries } from './queries';
import { ReportStore } from './ReportStore';
import { SourceStore } from './SourceStore';

const ids = ['SQLITE_3', 'POSTGRES_18'] as const;
const databases = TestDatabases.create({ ids: [...ids] });

it('has both databases at hand', () => {
  expect(ids.filter(id => databases.supports(id))).toEqual([...ids]);
});

const record = (check: string, verdict: Verdict, environment = 'prod'): VerdictRecord => ({
  check,
  topic: check.split('-')[0],
  severity: 'high',
  advice: false,
  verdict,
  reason: `${check} is ${verdict}`,
  ...(verdict === 'unknown' ? { code: 'forbidden' as const } : {}),
  evidence: [
    { object: { cluster: environment, apiVersion: 'v1', kind: 'Pod', name: 'p' }, path: 'spec', observed: verdict },
  ],
  environment,
});

function report(
  name: string,
  level: string,
  records: VerdictRecord[],
  observedAt = '2026-01-01T00:00:00.000Z',
): Report {
  const topics = [...new Set(records.map(one => one.topic))];
  const worst = (topic: string) =>
    records.find(one => one.topic === topic && one.verdict !== 'pass')?.verdict ?? 'pass';
  return {
    component: `component:default/${name}`,
    observedAt,
    level,
    score: 0.5,
    coverage: 1,
    workloads: [],
    environments: [],
    topics: topics.map(topic => ({ topic, verdict: worst(topic), met: 0, applicable: 1, blocks: false })),
    blockers: records
      .filter(one => one.verdict === 'fail')
      .map(one => ({
        check: one.check,
        topic: one.topic,
        severity: 'high',
        verdict: 'fail',
        environments: ['prod'],
        places: 1,
      })),
    verdicts: records,
  };
}

const component = (name: string, owner = 'group:default/a') => ({
  ref: `component:default/${name}`,
  title: name,
  owner,
});

describe.each(databases.eachSupportedId())('%s', id => {
  let knex: Knex;
  let reports: ReportStore;
  let queries: Queries;

  beforeEach(async () => {
    knex = await databases.init(id);
    await migrate(knex);
    reports = new ReportStore(knex);
    queries = new Queries(knex);
  });
  afterEach(() => knex.destroy());

  it('migrates forth and back', async () => {
    await knex.migrate.rollback({ directory: `${__dirname}/../../migrations`, tableName: 'maturity_migrations' }, true);
    expect(await knex.schema.hasTable('maturity_reports')).toBe(false);
    await migrate(knex);
    expect(await knex.schema.hasTable('maturity_reports')).toBe(true);
  });

  it('gives back what it was given, and writes only what changed', async () => {
    const first = report('cart', 'mid', [record('pod-a', 'pass')]);
    expect(await reports.save(component('cart'), first, 1)).toBe(true);
    expect(await reports.save(component('cart'), { ...first, observedAt: '2026-01-02T00:00:00.000Z' }, 1)).toBe(false);
    expect(await reports.get('component:default/cart')).toEqual({ report: first, changedAt: first.observedAt });
    expect(await reports.get('component:default/none')).toBeUndefined();
  });

  it('appends each change with evidence before and after, and the cause of a new level', async () => {
    const before = report('cart', 'mid', [record('pod-a', 'pass'), record('rbac-b', 'pass')]);
    const after = report(
      'cart',
      'junior',
      [record('pod-a', 'fail'), record('rbac-b', 'pass')],
      '2026-01-02T00:00:00.000Z',
    );
    await reports.save(component('cart'), before, 1);
    await reports.save(component('cart'), after, 0);
    const rows = await queries.transitions({ component: 'component:default/cart' }, 10);
    const plain = rows.map(row => [row.check_id, row.from, row.to, row.reason]);
    expect(plain).toHaveLength(3);
    expect(plain).toEqual(
      expect.arrayContaining([
        ['pod-a', 'pass', 'fail', 'pod-a is fail'],
        [null, 'mid', 'junior', 'pod-a in prod: pod-a is fail'],
        [null, null, 'mid', 'first seen'],
      ]),
    );
    const changed = rows.find(row => row.check_id === 'pod-a')!;
    expect([changed.evidence_before, changed.evidence_after].map(text => JSON.parse(text!)[0].observed)).toEqual([
      'pass',
      'fail',
    ]);
    const movers = await queries.transitions({ levelsOf: undefined }, 10);
    expect(movers.map(row => [row.from, row.to])).toEqual([['mid', 'junior']]);
  });

  describe('with some components', () => {
    beforeEach(async () => {
      await reports.save(
        component('cart'),
        report('cart', 'mid', [record('pod-a', 'pass'), record('rbac-b', 'fail')]),
        1,
      );
      await reports.save(
        component('web-shop', 'group:default/b'),
        report('web-shop', 'senior', [record('pod-a', 'pass'), record('rbac-b', 'warn')]),
        2,
      );
      await reports.save(
        component('mail'),
        report('mail', 'junior', [record('pod-a', 'unknown'), record('rbac-b', 'notApplicable')]),
        0,
      );
    });

    const names = async (query: Parameters<Queries['components']>[0], visible?: ReadonlySet<string>) => {
      const { rows, total } = await queries.components(query, visible);
      return [rows.map(row => row.title).join(), total];
    };

    it.each<[Parameters<Queries['components']>[0], string, number]>([
      [{}, 'cart,mail,web-shop', 3],
      [{ order: 'desc' }, 'web-shop,mail,cart', 3],
      [{ sort: 'level', order: 'desc' }, 'web-shop,cart,mail', 3],
      [{ limit: 1, offset: 1 }, 'mail', 3],
      [{ q: 'SHOP' }, 'web-shop', 1],
      [{ q: '%' }, 'cart,mail,web-shop', 3],
      [{ owner: 'group:default/b' }, 'web-shop', 1],
      [{ level: 'junior' }, 'mail', 1],
      [{ topic: 'rbac', verdict: 'met' }, 'web-shop', 1],
      [{ topic: 'rbac', verdict: 'missed' }, 'cart', 1],
      [{ topic: 'pod', verdict: 'unknown' }, 'mail', 1],
      [{ topic: 'rbac', verdict: 'notApplicable' }, 'mail', 1],
    ])('lists %j', async (query, expected, total) => {
      expect(await names(query)).toEqual([expected, total]);
    });

    it('counts levels, topics and checks', async () => {
      const levels = await queries.levels(undefined);
      expect(Object.fromEntries(levels.map(row => [row.level, row.components]))).toEqual({
        junior: 1,
        mid: 1,
        senior: 1,
      });
      const topics = await queries.topics(undefined);
      expect(topics.get('rbac')!.get('')).toEqual({ met: 1, applicable: 2, unknown: 0 });
      expect(topics.get('pod')!.get('')).toEqual({ met: 2, applicable: 3, unknown: 1 });
      expect((await queries.topics(undefined, 'rbac')).get('rbac')!.get('prod')).toEqual({
        met: 1,
        applicable: 2,
        unknown: 0,
      });
      expect((await queries.checks(undefined)).get('rbac-b')).toEqual({ met: 1, applicable: 2, unknown: 0 });
      expect(await queries.unknowns(undefined, 5)).toEqual([
        { code: 'forbidden', environment: 'prod', reason: 'pod-a is unknown', components: 1 },
      ]);
    });

    it('names the components of a topic, those of some owners first', async () => {
      const found = await queries.topicComponents('pod', ['pass', 'unknown'], undefined, 5, ['group:default/a']);
      expect(found.map(row => row.title)).toEqual(['cart', 'mail', 'web-shop']);
      expect((await queries.ownedBy(['group:default/b'], undefined, 5)).map(row => row.title)).toEqual(['web-shop']);
      const verdicts = await queries.topicVerdicts(['component:default/cart']);
      expect([...verdicts.get('component:default/cart')!]).toEqual(
        expect.arrayContaining([
          ['pod', 'pass'],
          ['rbac', 'fail'],
        ]),
      );
    });

    it('shows and counts only what may be seen', async () => {
      const visible = new Set(['component:default/mail']);
      expect(await names({}, visible)).toEqual(['mail', 1]);
      expect((await queries.levels(visible)).map(row => row.level)).toEqual(['junior']);
      expect((await queries.topics(visible)).get('pod')!.get('')).toEqual({ met: 0, applicable: 1, unknown: 1 });
      expect(await names({}, new Set())).toEqual(['', 0]);
    });

    it('forgets components that are gone, but not their history', async () => {
      expect(await reports.retain(new Set(['component:default/cart']))).toHaveLength(2);
      expect(await names({})).toEqual(['cart', 1]);
      expect(await knex('maturity_transitions').count({ n: '*' })).toEqual([{ n: expect.anything() }]);
      expect((await queries.checks(undefined)).get('pod-a')).toEqual({ met: 1, applicable: 1, unknown: 0 });
    });
  });

  it('keeps the state of sources', async () => {
    const store = new SourceStore(knex);
    const ref = { cluster: 'prod', apiVersion: 'v1', kind: 'Pod', name: 'p' };
    const source = {
      status: { environment: 'prod', type: 'cluster' as const, objects: 3, kinds: [], problems: [] },
      unmapped: [{ ref, names: ['p'] }],
    };
    await store.save([source]);
    await store.save([source]);
    expect(await store.list()).toEqual([source]);
  });
});
