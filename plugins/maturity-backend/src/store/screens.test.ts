// What the screens read beside reports, on real databases: insights, reads and proofs, one check, one environment.
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Check, RoadmapOutline, Verdict, VerdictRecord } from '@maturity-roadmap/engine';
import type { Knex } from 'knex';
import type { Insight } from '../scoring/Insight';
import { CheckQueries } from './CheckQueries';
import { Composer } from './Composer';
import { migrate } from './Database';
import { HistoryStore } from './HistoryStore';
import { InsightStore } from './InsightStore';
import { LearningStore } from './LearningStore';
import { LeaseLostError, Leases } from './Leases';
import { ReportStore } from './ReportStore';
import { RoadmapQueries } from './RoadmapQueries';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const roadmap = {
  levels: ['junior', 'mid'].map(id => ({ id, title: id })),
  tiers: [{ id: 'one', title: 'One', from: 'junior', to: 'mid', sections: [{ id: 'a', title: 'A', topics: ['pod'] }] }],
} as unknown as RoadmapOutline;
const composer = new Composer([{ id: 'pod-a', topic: 'pod', severity: 'high' } as Check], roadmap);

const record = (verdict: Verdict, environment: string): VerdictRecord => ({
  check: 'pod-a',
  topic: 'pod',
  severity: 'high',
  advice: false,
  verdict,
  reason: verdict,
  evidence: [],
  environment,
});

const ref = (name: string) => `component:default/${name}`;
const insight = (environment: string, command = 'kubectl'): Insight => ({
  environment,
  diagnoses: [{ causes: [{ command }] } as never],
  objects: [],
  deliveries: [],
});

describe.each(databases.eachSupportedId())('%s', id => {
  let knex: Knex;
  let reports: ReportStore;
  let day = 1;

  const save = async (name: string, verdict: Verdict, environment = 'prod', owner = 'group:default/a') =>
    reports.save([
      {
        component: { ref: ref(name), title: name, owner },
        environment,
        observedAt: `2026-01-${String(day++).padStart(2, '0')}T00:00:00.000Z`,
        provisional: false,
        records: [record(verdict, environment)],
        workloads: [
          {
            ref: { cluster: environment, apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name },
            object: { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name, namespace: 'shop' } },
          },
        ],
      },
    ]);

  beforeEach(async () => {
    day = 1;
    knex = await databases.init(id);
    await migrate(knex);
    reports = new ReportStore(knex, async () => composer);
  }, 60_000);
  afterEach(() => knex.destroy());

  it('keeps insights by environment, writes what changed, and forgets what there is no more', async () => {
    const lease = (await new Leases(knex, 'me').acquire('cluster:prod'))!;
    const store = new InsightStore(knex);
    const writer = store.writer('prod');
    await save('cart', 'pass');
    await save('mail', 'pass');
    const both = [
      { ref: ref('cart'), insight: insight('prod') },
      { ref: ref('mail'), insight: insight('prod') },
    ];
    expect(await writer.save(both, lease)).toEqual([ref('cart'), ref('mail')]);
    expect(await writer.save(both, lease)).toEqual([]);
    expect(await store.writer('prod').save(both, lease)).toEqual([]);
    expect(await writer.save([{ ref: ref('cart'), insight: insight('prod', 'other') }], lease)).toEqual([ref('cart')]);
    expect(await store.of(ref('cart'))).toEqual([insight('prod', 'other')]);
    expect(await writer.save([{ ref: ref('cart') }], lease)).toEqual([ref('cart')]);
    expect(await store.of(ref('cart'))).toEqual([]);
    await reports.retain(new Set([ref('cart')]));
    expect(await store.of(ref('mail'))).toEqual([]);
    await new HistoryStore(knex).forgetBefore(new Date(0));
    expect(await knex('maturity_insights')).toEqual([]);
  });

  it('writes insights only for who holds the lease', async () => {
    const lease = (await new Leases(knex, 'me').acquire('cluster:prod'))!;
    const writer = new InsightStore(knex).writer('prod');
    const input = [{ ref: ref('cart'), insight: insight('prod') }];
    await expect(writer.save(input, { ...lease, term: 99 })).rejects.toThrow(LeaseLostError);
    expect(await knex('maturity_insights')).toEqual([]);
  });

  it('proves a topic by a service that turned from fail to pass and still passes, to its owners', async () => {
    const learning = new LearningStore(knex);
    await save('cart', 'fail');
    await save('cart', 'pass');
    await save('mail', 'fail', 'prod', 'group:default/b');
    await save('mail', 'pass', 'prod', 'group:default/b');
    const mine = await learning.proofs(['group:default/a'], undefined);
    expect(mine).toEqual({
      pod: {
        component: { ref: ref('cart'), title: 'cart', owner: 'group:default/a' },
        check: 'pod-a',
        at: '2026-01-02T00:00:00.000Z',
      },
    });
    expect(await learning.proofs(['group:default/a'], new Set([ref('mail')]))).toEqual({});
    expect(await learning.proofs([], undefined)).toEqual({});
    await save('cart', 'fail');
    expect(await learning.proofs(['group:default/a'], undefined)).toEqual({});
  });

  it('keeps the first reading of a topic', async () => {
    const learning = new LearningStore(knex);
    await learning.setRead('user:default/u', 'r', 'pod', true, new Date('2026-01-01T00:00:00Z'));
    await learning.setRead('user:default/u', 'r', 'pod', true, new Date('2026-02-01T00:00:00Z'));
    expect(await learning.read('user:default/u', 'r')).toEqual({ pod: '2026-01-01T00:00:00.000Z' });
    expect(await learning.read('user:default/v', 'r')).toEqual({});
    await learning.setRead('user:default/u', 'r', 'pod', false, new Date());
    expect(await learning.read('user:default/u', 'r')).toEqual({});
  });

  it('counts and lists the components of a check, the own ones first', async () => {
    const queries = new CheckQueries(knex);
    await save('a', 'fail');
    await save('b', 'fail', 'prod', 'group:default/b');
    await save('c', 'pass');
    expect(await queries.counts('pod-a', undefined)).toEqual(
      new Map([
        ['fail', 2],
        ['pass', 1],
      ]),
    );
    const all = { visible: undefined, owners: ['group:default/b'], limit: 10, offset: 0 };
    const names = async (options: typeof all) =>
      (await queries.components('pod-a', ['fail'], options)).map(row => row.title);
    expect(await names(all)).toEqual(['b', 'a']);
    expect(await names({ ...all, owners: [] })).toEqual(['a', 'b']);
    expect(await names({ ...all, limit: 1, offset: 1 })).toEqual(['a']);
    expect(await queries.counts('pod-a', new Set([ref('a')]))).toEqual(new Map([['fail', 1]]));
  });

  it('counts in one environment, by owner, and by what blocks', async () => {
    const queries = new RoadmapQueries(knex);
    await save('a', 'fail');
    await save('a', 'pass', 'test');
    await save('b', 'pass', 'prod', 'group:default/b');
    await save('b', 'fail', 'prod', 'group:default/b');
    expect((await queries.topicsIn('test', undefined)).get('pod')).toEqual({ met: 1, applicable: 1, unknown: 0 });
    expect((await queries.topicsIn('', undefined)).get('pod')).toEqual({ met: 0, applicable: 2, unknown: 0 });
    expect((await queries.verdictsIn('prod', [ref('a')])).get(ref('a'))).toEqual(new Map([['pod', 'fail']]));
    expect(await queries.owners(undefined, 10)).toEqual([
      { owner: 'group:default/a', components: 1 },
      { owner: 'group:default/b', components: 1 },
    ]);
    expect(await queries.blockedBy([ref('a'), ref('b')])).toEqual(new Map([['pod', 2]]));
    expect((await queries.changedAt('pod', [ref('a'), ref('b')])).get(ref('b'))).toBe('2026-01-04T00:00:00.000Z');
    expect(await queries.changesOf('pod', undefined, 5)).toMatchObject([{ title: 'b', from: 'pass', to: 'fail' }]);
  });
});
