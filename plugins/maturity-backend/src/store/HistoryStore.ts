// Counts at the end of each day, and forgets what is older than anybody asked to keep.
import type { Knex } from 'knex';
import type { RollupRow, TopicRow } from './rows';
import type { TopicCount } from './topicTrends';
import { topicTrends } from './topicTrends';
import { whereVisible } from './visibility';

/** A count at the end of a day. */
export type DayCount = Pick<RollupRow, 'day' | 'value' | 'components' | 'score'>;

type Scope = RollupRow['scope'];

/** Column by which each scope counts. */
const columns = { owner: 'r.owner', system: 'r.system' } as const;

/** Keeps history within bounds, and makes it quick to draw. */
export class HistoryStore {
  constructor(private readonly knex: Knex) {}

  /** Counts everything as it is now under a day; counting again replaces the day's counts. */
  async rollUp(day: string): Promise<void> {
    await this.knex.transaction(async tx => {
      await tx<RollupRow>('maturity_rollups').where({ day }).delete();
      for (const scope of ['all', 'owner', 'system'] as const) {
        await this.countLevels(tx, day, scope);
        await this.countTopics(tx, day, scope);
      }
      await this.countEnvironments(tx, day);
    });
  }

  private async countLevels(tx: Knex.Transaction, day: string, scope: 'all' | 'owner' | 'system'): Promise<void> {
    const key = scope === 'all' ? tx.raw(`''`) : tx.raw('??', [columns[scope]]);
    const counts = tx({ r: 'maturity_reports' })
      .modify(query => scope !== 'all' && query.whereNotNull(columns[scope]))
      .groupByRaw(scope === 'all' ? 'r.level' : `r.level, ${columns[scope]}`)
      .select(tx.raw(`?, ?, ?, '', r.level, count(*), sum(r.score)`, [day, scope, key]));
    await this.insert(tx, counts);
  }

  private async countTopics(tx: Knex.Transaction, day: string, scope: 'all' | 'owner' | 'system'): Promise<void> {
    const key = scope === 'all' ? tx.raw(`''`) : tx.raw('??', [columns[scope]]);
    const counts = tx({ t: 'maturity_topics' })
      .join({ r: 'maturity_reports' }, 'r.component_ref', 't.component_ref')
      .where('t.environment', '')
      .modify(query => scope !== 'all' && query.whereNotNull(columns[scope]))
      .groupByRaw(scope === 'all' ? 't.topic, t.verdict' : `t.topic, t.verdict, ${columns[scope]}`)
      .select(tx.raw('?, ?, ?, t.topic, t.verdict, count(*), null', [day, scope, key]));
    await this.insert(tx, counts);
  }

  private async countEnvironments(tx: Knex.Transaction, day: string): Promise<void> {
    const scope: Scope = 'environment';
    const counts = tx<TopicRow>({ t: 'maturity_topics' })
      .whereNot('t.environment', '')
      .groupByRaw('t.environment, t.topic, t.verdict')
      .select(tx.raw('?, ?, t.environment, t.topic, t.verdict, count(*), null', [day, scope]));
    await this.insert(tx, counts);
  }

  private async insert(tx: Knex.Transaction, counts: Knex.QueryBuilder): Promise<void> {
    const names = ['day', 'scope', 'key', 'topic', 'value', 'components', 'score'];
    const list = names.map(() => '??').join(', ');
    await tx(tx.raw(`?? (${list})`, ['maturity_rollups', ...names])).insert(counts as never);
  }

  /** Counts of all days since one, in their order, summed over the keys. */
  async trend(scope: Scope, keys: readonly string[], topic: string, since: string): Promise<DayCount[]> {
    const rows = await whereVisible(this.knex<RollupRow>('maturity_rollups'), new Set(keys), 'key')
      .where({ scope, topic })
      .andWhere('day', '>=', since)
      .groupBy('day', 'value')
      .orderBy(['day', 'value'])
      .select('day', 'value')
      .sum({ components: 'components', score: 'score' });
    return rows.map(({ day, value, components, score }) => ({
      day: String(day),
      value: String(value),
      components: Number(components),
      score: score === null ? null : Number(score),
    }));
  }

  /** Counts of all topics on some of the days since one. */
  topicTrends(scope: Scope, keys: readonly string[], since: string): Promise<TopicCount[]> {
    return topicTrends(this.knex, scope, keys, since);
  }

  /** Removes transitions before an instant, counts before its day, and insights of what is judged no longer. */
  async forgetBefore(instant: Date): Promise<number> {
    const text = instant.toISOString();
    await this.knex<RollupRow>('maturity_rollups').where('day', '<', text.slice(0, 10)).delete();
    await this.knex('maturity_insights')
      .whereNotExists(
        this.knex({ p: 'maturity_parts' })
          .whereRaw('p.component_ref = maturity_insights.component_ref')
          .whereRaw('p.environment = maturity_insights.environment')
          .select(this.knex.raw('1')),
      )
      .delete();
    return this.knex('maturity_transitions').where('at', '<', text).delete();
  }
}
