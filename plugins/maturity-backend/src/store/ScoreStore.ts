// How the score of each component went, day by day. Transitions name the worst verdict of a check alone, so that past scores
// do not follow from them.
import type { Knex } from 'knex';
import type { ScoreRow } from './rows';
import type { Visible } from './visibility';
import { whereVisible } from './visibility';

/** The score of a component at the end of a day. */
export interface DayScore {
  /** `2026-11-24`, in UTC. */
  day: string;
  /** 0 to 1; null where nothing could be judged. */
  score: number | null;
}

/** The days to compare: from one until before the other. */
export interface Since {
  since: string;
  today: string;
}

const whole = 1000;
const toScore = (thousandths: number | null) => (thousandths === null ? null : Number(thousandths) / whole);
const latest = (a: string, b: string) => (a > b ? a : b);

/** A row for each day on which a score was another than before. */
export class ScoreStore {
  constructor(private readonly knex: Knex) {}

  /** Writes down the scores as they are now, under a day, where they changed: one statement. Again replaces the day's. */
  async record(tx: Knex.Transaction, day: string): Promise<void> {
    const now = `cast(round(r.score * ${whole}) as integer)`;
    await tx.raw(
      `insert into maturity_scores (component_id, day, score)
       select n.id, ?, ${now} from maturity_reports r
       join maturity_names n on n.name = r.component_ref
       left join (select component_id, max(day) as day from maturity_scores where day <= ? group by component_id) l
         on l.component_id = n.id
       left join maturity_scores s on s.component_id = l.component_id and s.day = l.day
       where l.day is null or coalesce(s.score, -1) <> coalesce(${now}, -1)
       on conflict (component_id, day) do update set score = excluded.score`,
      [day, day],
    );
  }

  /** The scores of one component: at first that with which it went into `since`, then each day that changed it. */
  async of(ref: string, since: string): Promise<DayScore[]> {
    const rows: ScoreRow[] = await this.knex<ScoreRow>({ s: 'maturity_scores' })
      .join({ n: 'maturity_names' }, 'n.id', 's.component_id')
      .where('n.name', ref)
      .orderBy('s.day')
      .select('s.day', 's.score');
    const before = rows.filter(({ day }) => day <= since).length;
    return rows
      .slice(Math.max(0, before - 1))
      .map(({ day, score }) => ({ day: latest(day, since), score: toScore(score) }));
  }

  /** With which score components went into a day, or the first that is known after it: by component, one statement. */
  async before(visible: Visible, days: Since): Promise<Map<string, { day: string; score: number }>> {
    const rows: { ref_then: string; day_then: string; score_then: number }[] = await scoresBefore(
      this.knex,
      days,
      visible,
    );
    return new Map(
      rows.map(row => [row.ref_then, { day: latest(row.day_then, days.since), score: toScore(row.score_then)! }]),
    );
  }

  /** Removes what is before a day, but for the score with which each component went into it. */
  async forgetBefore(day: string): Promise<void> {
    await this.knex('maturity_scores')
      .where('day', '<', day)
      .whereExists(
        this.knex({ later: 'maturity_scores' })
          .whereRaw('later.component_id = maturity_scores.component_id')
          .whereRaw('later.day > maturity_scores.day')
          .where('later.day', '<=', day)
          .select(this.knex.raw('1')),
      )
      .delete();
  }
}

/** Scores to compare with as a table of `ref_then`, `day_then` and `score_then`, to be joined. */
export function scoresBefore(knex: Knex, { since, today }: Since, visible?: Visible): Knex.QueryBuilder {
  const days = knex('maturity_scores')
    .where('day', '<', today)
    .groupBy('component_id')
    .select('component_id', knex.raw('coalesce(max(case when day <= ? then day end), min(day)) as day', [since]));
  if (visible) days.whereIn('component_id', whereVisible(knex('maturity_names'), visible, 'name').select('id'));
  return knex
    .from(days.as('b'))
    .join({ s: 'maturity_scores' }, on => on.on('s.component_id', 'b.component_id').andOn('s.day', 'b.day'))
    .join({ n: 'maturity_names' }, 'n.id', 's.component_id')
    .whereNotNull('s.score')
    .select({ ref_then: 'n.name', day_then: 's.day', score_then: 's.score' });
}
