// How scores went, on real databases: written down on change only, compared, sorted by, and forgotten but for the last.
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Check, RoadmapOutline, Verdict, VerdictRecord } from '@maturity-roadmap/engine';
import type { Knex } from 'knex';
import { Composer } from './Composer';
import { migrate } from './Database';
import { HistoryStore } from './HistoryStore';
import { listComponents } from './componentList';
import { Layouts } from './Layouts';
import { ReportStore } from './ReportStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const levels = ['junior', 'mid'].map(id => ({ id, title: id }));
const sections = [{ id: 'a', title: 'A', topics: ['pod'] }];
const roadmap = {
  levels,
  tiers: [{ id: 'one', title: 'One', from: 'junior', to: 'mid', sections }],
} as unknown as RoadmapOutline;
const checks = ['pod-a', 'pod-b'];
const composer = new Composer(
  checks.map(id => ({ id, topic: 'pod', severity: 'high' }) as Check),
  roadmap,
);
const refOf = (name: string) => `component:default/${name}`;

const workload = (name: string) => ({
  ref: { cluster: 'prod', apiVersion: 'apps/v1', kind: 'Deployment', name },
  object: { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name } },
});

function record(check: string, verdict: Verdict): VerdictRecord {
  const base = { check, topic: 'pod', severity: 'high' as const, advice: false, reason: '', evidence: [] };
  return { ...base, verdict, environment: 'prod', ...(verdict === 'unknown' ? { code: 'forbidden' as const } : {}) };
}

describe.each(databases.eachSupportedId())('%s', id => {
  let knex: Knex;
  let history: HistoryStore;
  /** Gives each component its verdicts of both checks, and counts the day. */
  const turn = async (day: string, verdicts: Record<string, [Verdict, Verdict]>) => {
    await new ReportStore(knex, async () => composer).save(
      Object.entries(verdicts).map(([name, of]) => ({
        component: { ref: refOf(name), title: name },
        environment: 'prod',
        observedAt: `${day}T00:00:00.000Z`,
        provisional: false,
        records: of.map((verdict, at) => record(checks[at], verdict)),
        workloads: [workload(name)],
      })),
    );
    await history.rollUp(day);
  };

  beforeEach(async () => {
    knex = await databases.init(id);
    await migrate(knex);
    history = new HistoryStore(knex);
    await turn('2026-01-01', { cart: ['pass', 'fail'], mail: ['pass', 'pass'], none: ['unknown', 'unknown'] });
    await turn('2026-01-02', { cart: ['pass', 'fail'] });
    await turn('2026-01-04', { cart: ['pass', 'pass'], late: ['pass', 'fail'] });
    await turn('2026-01-06', { mail: ['fail', 'fail'], late: ['pass', 'pass'], none: ['pass', 'pass'] });
  });
  afterEach(() => knex.destroy());

  it('keeps the days that changed a score, and begins with the score that a range was entered with', async () => {
    expect(await history.scoresOf(refOf('cart'), '2025-01-01')).toEqual([
      { day: '2026-01-01', score: 0.5 },
      { day: '2026-01-04', score: 1 },
    ]);
    expect(await history.scoresOf(refOf('cart'), '2026-01-03')).toEqual([
      { day: '2026-01-03', score: 0.5 },
      { day: '2026-01-04', score: 1 },
    ]);
    expect(await history.scoresOf(refOf('none'), '2026-01-05')).toEqual([
      { day: '2026-01-05', score: null },
      { day: '2026-01-06', score: 1 },
    ]);
    expect(await history.scoresOf(refOf('unheard-of'), '2026-01-01')).toEqual([]);
  });

  it('replaces what was counted of the same day before', async () => {
    await turn('2026-01-06', { cart: ['fail', 'fail'] });
    await turn('2026-01-06', { cart: ['pass', 'pass'] });
    expect((await history.scoresOf(refOf('cart'), '2026-01-05')).at(-1)).toEqual({ day: '2026-01-06', score: 1 });
  });

  it('writes a day down with one statement, however many components there are', async () => {
    const seen: string[] = [];
    knex.on('query', ({ sql }: { sql: string }) => sql.includes('maturity_scores') && seen.push(sql));
    await turn('2026-01-07', { cart: ['fail', 'fail'], mail: ['pass', 'pass'], late: ['fail', 'fail'] });
    expect(seen).toHaveLength(1);
    expect(await knex('maturity_scores').where({ day: '2026-01-07' })).toHaveLength(3);
  });

  it('compares with the score at a day, or the first one after it, but never with today', async () => {
    const days = { since: '2026-01-03', today: '2026-01-06' };
    expect(await history.scoresBefore(undefined, days)).toEqual(
      new Map([
        [refOf('cart'), { day: '2026-01-03', score: 0.5 }],
        [refOf('mail'), { day: '2026-01-03', score: 1 }],
        [refOf('late'), { day: '2026-01-04', score: 0.5 }],
      ]),
    );
    expect([...(await history.scoresBefore(new Set([refOf('mail')]), days)).keys()]).toEqual([refOf('mail')]);
    expect(await history.scoresBefore(undefined, { since: '2026-01-01', today: '2026-01-01' })).toEqual(new Map());
  });

  it('sorts components by how their score changed, those without an earlier one last', async () => {
    const now = new Date('2026-01-06T12:00:00.000Z');
    const names = async (order: 'asc' | 'desc') => {
      const query = { sort: 'change', order, days: 4 } as const;
      const { rows, total } = await listComponents(knex, new Layouts(knex), query, undefined, now);
      expect(total).toBe(4);
      return rows.map(({ title }) => title);
    };
    expect(await names('asc')).toEqual(['mail', 'cart', 'late', 'none']);
    expect(await names('desc')).toEqual(['cart', 'late', 'mail', 'none']);
  });

  it('forgets what is old, but not with which score a component went into the days that are kept', async () => {
    await history.forgetBefore(new Date('2026-01-05T00:00:00.000Z'));
    expect(await history.scoresOf(refOf('cart'), '2026-01-01')).toEqual([{ day: '2026-01-04', score: 1 }]);
    expect(await history.scoresOf(refOf('mail'), '2026-01-05')).toEqual([
      { day: '2026-01-05', score: 1 },
      { day: '2026-01-06', score: 0 },
    ]);
  });
});
