// The store on real databases: reports on change only, transitions with their causes, counts, pages, visibility.
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Check, RoadmapOutline, Verdict, VerdictRecord } from '@maturity-roadmap/engine';
import type { Knex } from 'knex';
import { Composer } from './Composer';
import { migrate } from './Database';
import { HistoryStore } from './HistoryStore';
import { LeaseLostError, Leases } from './Leases';
import { ProgressStore } from './ProgressStore';
import { Queries } from './queries';
import { Recheck } from './Recheck';
import type { PartInput } from './ReportStore';
import { ReportStore } from './ReportStore';
import { SourceStore } from './SourceStore';

jest.setTimeout(60_000);

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

/** Two tiers: `pod` decides the step to mid, `rbac` the one to senior. */
const roadmap: RoadmapOutline = {
  levels: ['junior', 'mid', 'senior'].map(id => ({ id, title: id })),
  tiers: [
    { id: 'one', title: 'One', from: 'junior', to: 'mid', sections: [{ id: 'a', title: 'A', topics: ['pod'] }] },
    { id: 'two', title: 'Two', from: 'mid', to: 'senior', sections: [{ id: 'b', title: 'B', topics: ['rbac'] }] },
  ],
} as never;
const check = (id: string) => ({ id, topic: id.split('-')[0], severity: 'high' }) as Check;
const composer = new Composer(['pod-a', 'rbac-b'].map(check), roadmap);
const workload = (name: string, cluster: string) => ({
  ref: { cluster, apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name },
  object: { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name, namespace: 'shop' } },
});

const component = (name: string, owner = 'group:default/a') => ({
  ref: `component:default/${name}`,
  title: name,
  owner,
});

const day = (number: number) => `2026-01-0${number}T00:00:00.000Z`;

function part(name: string, records: VerdictRecord[], more: Partial<PartInput> = {}, owner?: string): PartInput {
  const environment = more.environment ?? 'prod';
  return {
    component: component(name, owner),
    environment,
    observedAt: day(1),
    provisional: false,
    records,
    workloads: [workload(name, environment)],
    ...more,
  };
}

describe.each(databases.eachSupportedId())('%s', id => {
  let knex: Knex;
  let reports: ReportStore;
  let queries: Queries;

  beforeEach(async () => {
    knex = await databases.init(id);
    await migrate(knex);
    reports = new ReportStore(knex, async () => composer);
    queries = new Queries(knex);
  });
  afterEach(() => knex.destroy());

  it('migrates forth and back', async () => {
    await knex.migrate.rollback({ directory: `${__dirname}/../../migrations`, tableName: 'maturity_migrations' }, true);
    expect(await knex.schema.hasTable('maturity_reports')).toBe(false);
    await migrate(knex);
    expect(await knex.schema.hasTable('maturity_reports')).toBe(true);
  });

  const ref = 'component:default/cart';
  const plain = async () => {
    const rows = await queries.transitions({ component: ref }, 50);
    return rows
      .map(row => [row.at.slice(8, 10), row.check_id ?? row.environment, row.from, row.to, row.reason])
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  };

  it('keeps what was there before the migration, and judges it anew', async () => {
    const directory = `${__dirname}/../../migrations`;
    await knex.migrate.rollback({ directory, tableName: 'maturity_migrations' }, true);
    await knex.migrate.up({ directory, tableName: 'maturity_migrations', name: '20261101000000_reports.js' });
    const old = { component: ref, observedAt: day(1), level: 'mid', workloads: [], blockers: [], verdicts: [] };
    await knex('maturity_reports').insert({
      ...{ component_ref: ref, title: 'cart', search: 'cart cart', level: 'mid', level_rank: 1, blockers: 0 },
      ...{ workloads: 1, observed_at: day(1), changed_at: day(1), hash: 'x', report: JSON.stringify(old) },
    });
    await knex('maturity_transitions').insert({
      id: 'a',
      component_ref: ref,
      at: day(1),
      to: 'mid',
      reason: 'first seen',
    });
    await migrate(knex);
    expect(await reports.get(ref)).toMatchObject({ report: { level: 'mid', verdicts: [] } });
    await reports.save([part('cart', [record('pod-a', 'fail')], { observedAt: day(2) })]);
    expect(await plain()).toEqual([
      ['01', null, null, 'mid', 'first seen'],
      ['02', 'prod', 'notJudged', 'judged', 'judged in prod'],
      ['02', null, null, 'junior', 'judged in prod'],
    ]);
  });

  it('keeps what was there before rows were made of letters and history of numbers', async () => {
    const migrations = { directory: `${__dirname}/../../migrations`, tableName: 'maturity_migrations' };
    await knex.migrate.rollback(migrations, true);
    for (const name of ['20261101000000_reports', '20261124000000_parts', '20261124000001_topics_by_environment'])
      await knex.migrate.up({ ...migrations, name: `${name}.js` });
    const standing = { component: ref, observedAt: day(1), level: 'mid', workloads: [], blockers: [] };
    await knex('maturity_reports').insert({
      ...{ component_ref: ref, title: 'cart', search: 'cart cart', level: 'mid', level_rank: 1, blockers: 1 },
      ...{ owner: 'group:default/a', workloads: 1, observed_at: day(1), changed_at: day(1), hash: 'x', score: 0.5 },
      report: JSON.stringify(standing),
    });
    await knex('maturity_parts').insert({
      ...{ component_ref: ref, environment: 'prod', provisional: false, observed_at: day(1), hash: 'x' },
      records: JSON.stringify({ workloads: [], records: [['pod-a', 'pod', 'high', 0, 'pass', 'fine', -1]] }),
      workloads: JSON.stringify([workload('cart', 'prod')]),
    });
    const topics = [
      ['', 'pod', 'pass'],
      ['', 'rbac', 'fail'],
      ['prod', 'pod', 'pass'],
    ];
    for (const [environment, topic, verdict] of topics)
      await knex('maturity_topics').insert({ component_ref: ref, environment, topic, verdict });
    await knex('maturity_checks').insert({ component_ref: ref, check_id: 'pod-a', verdict: 'pass' });
    const own = workload('cart', 'prod').ref;
    const cause = { object: own, change: 'changed' as const };
    await knex('maturity_transitions').insert({
      ...{ id: 'a', component_ref: ref, at: day(1), check_id: 'pod-a', topic: 'pod', environment: 'prod' },
      ...{ workload: JSON.stringify(own), from: 'fail', to: 'pass', reason: 'fine', cause: JSON.stringify(cause) },
      evidence_before: JSON.stringify([{ path: 'spec', observed: 'bad', expected: 'good' }]),
      evidence_after: JSON.stringify(record('pod-a', 'pass').evidence),
    });
    const rollup = { day: '2026-01-01', scope: 'owner', key: 'group:default/a' };
    await knex('maturity_rollups').insert([
      { ...rollup, topic: '', value: 'mid', components: 1, score: 0.5 },
      { ...rollup, topic: 'pod', value: 'pass', components: 1, score: null },
    ]);
    await migrate(knex);
    expect((await queries.topics(undefined)).get('rbac')!.get('')).toEqual({ met: 0, applicable: 1, unknown: 0 });
    expect([...(await queries.topics(undefined, 'pod')).get('pod')!.keys()].sort()).toEqual(['', 'prod']);
    expect((await queries.checks(undefined)).get('pod-a')).toEqual({ met: 1, applicable: 1, unknown: 0 });
    expect(await queries.transitions({ component: ref }, 5)).toMatchObject([
      {
        ...{ component_ref: ref, at: day(1), check_id: 'pod-a', topic: 'pod', environment: 'prod', workload: own },
        ...{ from: 'fail', to: 'pass', reason: 'fine', cause },
        evidenceBefore: [{ object: own, path: 'spec', observed: 'bad', expected: 'good' }],
        evidenceAfter: record('pod-a', 'pass').evidence,
      },
    ]);
    const history = new HistoryStore(knex);
    const trend = async (topic: string) => history.trend('owner', ['group:default/a'], topic, '');
    expect(await trend('')).toEqual([{ day: '2026-01-01', value: 'mid', components: 1, score: 0.5 }]);
    expect(await trend('pod')).toEqual([{ day: '2026-01-01', value: 'pass', components: 1, score: null }]);
    const [due] = await new Recheck(knex).due('prod', 5);
    expect(due).toBeUndefined();
    await reports.save([part('cart', [record('pod-a', 'fail')], { observedAt: day(2) })]);
    expect((await plain()).slice(1)).toEqual([
      ['02', 'pod-a', 'pass', 'fail', 'pod-a is fail'],
      ['02', null, 'mid', 'junior', 'pod-a in prod: pod-a is fail'],
    ]);
  });

  it('takes verdicts of some checks and leaves the others as they are', async () => {
    const records = [record('pod-a', 'pass'), record('rbac-b', 'unknown')];
    await reports.save([part('cart', records)]);
    const only = new Set(['pod-a']);
    const changed = part('cart', [record('pod-a', 'fail')], { observedAt: day(2), only });
    expect(await reports.save([changed])).toEqual([ref]);
    const expected = [record('pod-a', 'fail'), record('rbac-b', 'unknown')];
    expect((await reports.get(ref))!.report.verdicts).toEqual(expected);
    expect((await queries.topics(undefined, 'pod')).get('pod')!.get('prod')).toEqual({
      ...{ met: 0, applicable: 1, unknown: 0 },
    });
    expect((await plain()).slice(2).map(([at, what, from, to]) => [at, what, from, to])).toEqual([
      ['02', 'pod-a', 'pass', 'fail'],
      ['02', null, 'mid', 'junior'],
    ]);
    // The same state as a whole is no change, however it came about.
    expect(await reports.save([part('cart', expected, { observedAt: day(3) })])).toEqual([]);
    const mended = { observedAt: day(4), only: new Set(['rbac-b']) };
    await reports.save([part('cart', [record('rbac-b', 'pass')], mended)]);
    expect(await queries.unknowns(undefined, 5)).toEqual([]);
    expect((await queries.checks(undefined)).get('pod-a')).toEqual({ met: 0, applicable: 1, unknown: 0 });
    await reports.save([part('cart', records, { observedAt: day(5) })]);
    expect((await reports.get(ref))!.report.verdicts).toEqual(records);
  });

  it('asks for all verdicts where those of some checks have nothing to stand among', async () => {
    const only = new Set(['pod-a']);
    const missing: string[] = [];
    const lone = part('cart', [record('pod-a', 'fail')], { only });
    expect(await reports.save([lone], undefined, refs => missing.push(...refs))).toEqual([]);
    await reports.save([part('cart', [record('pod-a', 'pass')])]);
    const other = new ReportStore(knex, async () => new Composer(['pod-a', 'pod-c'].map(check), roadmap));
    expect(await other.save([lone], undefined, refs => missing.push(...refs))).toEqual([]);
    expect(missing).toEqual([ref, ref]);
    expect((await reports.get(ref))!.report.verdicts).toEqual([record('pod-a', 'pass')]);
  });

  it('composes the report, gives it back, and writes only what changed', async () => {
    const one = part('cart', [record('pod-a', 'pass'), record('rbac-b', 'fail')]);
    expect(await reports.save([one])).toEqual([ref]);
    expect(await reports.save([{ ...one, observedAt: day(2) }])).toEqual([]);
    const { report } = (await reports.get(ref))!;
    expect(report).toEqual(composer.compose(ref, [one]));
    expect([report.level, report.nextLevel, report.blockers.map(blocker => blocker.check)]).toEqual([
      'mid',
      'senior',
      ['rbac-b'],
    ]);
    expect(await reports.get('component:default/none')).toBeUndefined();
  });

  it('joins what environments say, whoever says it first, and takes out what is gone', async () => {
    const prod = part('cart', [record('pod-a', 'pass')]);
    const stage = part('cart', [record('pod-a', 'fail', 'stage')], { environment: 'stage', observedAt: day(2) });
    await reports.save([prod]);
    await reports.save([stage]);
    expect((await reports.get(ref))!.report).toEqual(composer.compose(ref, [stage, prod]));
    await reports.save([{ ...stage, records: [], workloads: [], observedAt: day(3) }]);
    expect((await reports.get(ref))!.report.workloads.map(({ cluster }) => cluster)).toEqual(['prod']);
    expect(await plain()).toEqual([
      ['01', 'prod', 'notJudged', 'judged', 'judged in prod'],
      ['01', null, null, 'mid', 'first seen'],
      ['02', 'stage', 'notJudged', 'judged', 'judged in stage'],
      ['02', null, null, 'junior', 'judged in stage'],
      ['03', 'stage', 'judged', 'notJudged', 'no longer judged in stage'],
      ['03', null, 'junior', 'mid', 'no longer judged in stage'],
    ]);
  });

  it('appends each change with its evidence, its cause, and the cause of a new level', async () => {
    await reports.save([part('cart', [record('pod-a', 'pass'), record('rbac-b', 'pass')])]);
    const cause = { object: workload('cart', 'prod').ref, change: 'changed' as const, manager: 'helm' };
    const records = [record('pod-a', 'fail'), record('rbac-b', 'pass')];
    await reports.save([part('cart', records, { observedAt: day(2), cause })]);
    expect((await plain()).slice(2)).toEqual([
      ['02', 'pod-a', 'pass', 'fail', 'pod-a is fail'],
      ['02', null, 'senior', 'junior', 'pod-a in prod: pod-a is fail'],
    ]);
    const rows = await queries.transitions({ component: ref }, 10);
    const changed = rows.find(row => row.check_id === 'pod-a')!;
    expect(changed.evidenceBefore).toEqual(record('pod-a', 'pass').evidence);
    expect(changed.evidenceAfter).toEqual(record('pod-a', 'fail').evidence);
    expect(changed.cause).toEqual(cause);
    const movers = await queries.transitions({ levelsOf: undefined }, 10);
    expect(movers.map(row => [row.from, row.to])).toEqual([['senior', 'junior']]);
  });

  it('shows early verdicts of what nothing is known of, without history, and never over final ones', async () => {
    const early = part('cart', [record('pod-a', 'unknown')], { provisional: true });
    await reports.save([early]);
    expect((await reports.get(ref))!.report.level).toBe('junior');
    await reports.save([part('cart', [record('pod-a', 'pass')])]);
    expect(await reports.save([early])).toEqual([]);
    expect((await plain()).map(([, , from, to]) => [from, to])).toEqual([
      ['notJudged', 'judged'],
      [null, 'mid'],
    ]);
  });

  it('asks for repositories to be judged anew when workloads changed, and forgets no later request', async () => {
    const recheck = new Recheck(knex);
    await reports.save([
      part('cart', [record('pod-a', 'pass', 'repository')], { environment: 'repository', workloads: [] }),
    ]);
    await reports.save([part('cart', [record('rbac-b', 'pass')])]);
    const first = await recheck.due('repository', 10);
    expect(first.map(one => one.ref)).toEqual([ref]);
    await recheck.request(ref);
    await recheck.done('repository', first);
    expect(await recheck.isPending(ref)).toBe(true);
    for (const environment of ['repository', 'prod'])
      await recheck.done(environment, await recheck.due(environment, 10));
    expect(await recheck.isPending(ref)).toBe(false);
    expect((await recheck.workloadsOf([ref])).get(ref)).toEqual([workload('cart', 'prod')]);
  });

  it('gives a lease to one holder at a time, and lets no former one write', async () => {
    const [one, other] = ['one', 'other'].map(holder => new Leases(knex, holder, 300));
    const held = (await one.acquire('cluster:prod'))!;
    expect(await other.acquire('cluster:prod')).toBeUndefined();
    expect([...(await one.renew([held]))]).toEqual(['cluster:prod']);
    await reports.save([part('cart', [record('pod-a', 'pass')])], held);
    await new Promise(resolve => setTimeout(resolve, 400));
    await expect(reports.save([part('mail', [record('pod-a', 'pass')])], held)).rejects.toThrow(LeaseLostError);
    const taken = (await other.acquire('cluster:prod'))!;
    expect(taken.term).toBe(held.term + 1);
    expect([...(await one.renew([held]))]).toEqual([]);
    await expect(reports.save([part('mail', [record('pod-a', 'pass')])], held)).rejects.toThrow(LeaseLostError);
    expect([...(await reports.refs())]).toEqual([ref]);
    await other.release([taken]);
    expect((await one.acquire('cluster:prod'))?.term).toBe(taken.term + 1);
  });

  it('loses nothing when replicas write parts of the same components at once', async () => {
    const names = Array.from({ length: 8 }, (_, at) => `c${at}`);
    const environments = ['e1', 'e2', 'e3', 'e4'];
    await Promise.all(
      environments.map(environment =>
        reports.save(names.map(name => part(name, [record('pod-a', 'pass', environment)], { environment }))),
      ),
    );
    for (const name of names) {
      const { report } = (await reports.get(`component:default/${name}`))!;
      expect(report.workloads.map(({ cluster }) => cluster)).toEqual(environments);
      const row = await knex('maturity_reports').where('component_ref', `component:default/${name}`).first();
      expect(row.workloads).toBe(environments.length);
    }
  });

  it('counts each day once, and forgets what is too old', async () => {
    const history = new HistoryStore(knex);
    await reports.save([part('cart', [record('pod-a', 'pass')]), part('mail', [record('pod-a', 'fail')])]);
    for (const at of ['2026-01-01', '2026-01-02', '2026-01-02']) await history.rollUp(at);
    const trend = async (...of: Parameters<HistoryStore['trend']>) =>
      (await history.trend(...of)).map(row => [row.day.slice(8), row.value, Number(row.components)]);
    expect(await trend('all', [''], '', '2026-01-02')).toEqual([
      ['02', 'junior', 1],
      ['02', 'mid', 1],
    ]);
    expect(await trend('owner', ['group:default/a', 'group:default/none'], 'pod', '2026-01-02')).toEqual([
      ['02', 'fail', 1],
      ['02', 'pass', 1],
    ]);
    expect(await trend('environment', ['prod'], 'pod', '2026-01-02')).toHaveLength(2);
    expect(await history.trend('all', [''], '', '2026-01-02')).toContainEqual({
      day: '2026-01-02',
      value: 'mid',
      components: 1,
      score: 1,
    });
    expect(await history.forgetBefore(new Date(day(2)))).toBe(4);
    expect(await trend('all', [''], '', '')).toHaveLength(2);
  });

  it('finds what belongs to owners, of what is visible', async () => {
    await reports.save([
      part('cart', [record('pod-a', 'pass')]),
      part('web-shop', [record('pod-a', 'pass')], {}, 'group:default/b'),
    ]);
    const keys = ['group:default/b', 'group:default/c'];
    expect(await queries.within('owner', keys, undefined)).toEqual(new Set(['component:default/web-shop']));
    expect(await queries.within('owner', keys, new Set(['component:default/cart']))).toEqual(new Set());
    expect(await queries.within('system', [], undefined)).toEqual(new Set());
  });

  it("keeps a learner's progress apart from that of others", async () => {
    const progress = new ProgressStore(knex);
    const at = new Date(day(1));
    await progress.set('user:default/ann', 'k8s', 'pod', 'learning', at);
    await progress.set('user:default/ann', 'k8s', 'pod', 'done', at);
    await progress.set('user:default/ann', 'k8s', 'rbac', 'skipped', at);
    await progress.set('user:default/bob', 'k8s', 'pod', 'learning', at);
    await progress.set('user:default/ann', 'k8s', 'rbac', 'todo', at);
    expect(await progress.of('user:default/ann', 'k8s')).toEqual({ pod: 'done' });
    expect(await progress.of('user:default/bob', 'k8s')).toEqual({ pod: 'learning' });
    expect(await progress.of('user:default/ann', 'other')).toEqual({});
  });

  describe('with some components', () => {
    beforeEach(async () => {
      await reports.save([
        part('cart', [record('pod-a', 'pass'), record('rbac-b', 'fail')]),
        part('web-shop', [record('pod-a', 'pass'), record('rbac-b', 'warn')], {}, 'group:default/b'),
        part('mail', [record('pod-a', 'unknown'), record('rbac-b', 'notApplicable')]),
      ]);
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
    const pod = { cluster: 'prod', apiVersion: 'v1', kind: 'Pod', name: 'p' };
    const source = {
      status: { environment: 'prod', type: 'cluster' as const, objects: 3, kinds: [], problems: [] },
      unmapped: [{ ref: pod, names: ['p'] }],
    };
    await store.save(source);
    await store.save(source);
    expect(await store.list()).toEqual([source]);
    await store.seen(['prod'], new Date(day(1)));
    expect(await store.unseenSince(new Date(day(1)))).toEqual([]);
    expect(await store.unseenSince(new Date(day(2)))).toEqual(['prod']);
  });
});
