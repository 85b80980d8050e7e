// Counts at the end of each day, and forgets what is older than anybody asked to keep.
import type { Verdict } from '@maturity-roadmap/engine';
import { verdicts } from '@maturity-roadmap/engine';
import type { Knex } from 'knex';
import type { Counts } from './dayCounts';
import { DayCounts, componentsWith } from './dayCounts';
import { Layouts } from './Layouts';
import type { RollupRow } from './rows';
import { rollupTable } from './tableList';
import { upsertRows } from './tables';
import { whereCounted } from './topicCounts';
import type { TopicCount } from './topicTrends';
import { topicTrends } from './topicTrends';
import { TransitionStore } from './TransitionStore';
import type { DayScore, Since } from './ScoreStore';
import { ScoreStore } from './ScoreStore';
import type { Visible } from './visibility';
import { whereVisible } from './visibility';

/** A count at the end of a day. */
export interface DayCount {
  day: string;
  /** A level, or a verdict of a topic. */
  value: string;
  components: number;
  /** Sum over components, for levels. */
  score: number | null;
}

type Scope = RollupRow['scope'];

/** Keeps history within bounds, and makes it quick to draw. */
export class HistoryStore {
  private readonly layouts: Layouts;
  private readonly transitions: TransitionStore;
  private readonly scores: ScoreStore;

  constructor(private readonly knex: Knex) {
    this.layouts = new Layouts(knex);
    this.transitions = new TransitionStore(knex);
    this.scores = new ScoreStore(knex);
  }

  /** Counts everything as it is now under a day; counting again replaces the day's counts. */
  async rollUp(day: string): Promise<void> {
    const layouts = await this.layouts.all();
    await this.knex.transaction(async tx => {
      const reports: Counts[] = await tx('maturity_reports')
        .groupBy('owner', 'system', 'level', 'layout', 'topics')
        .select('owner', 'system', 'level', 'layout', 'topics')
        .count({ components: '*' })
        .sum({ score: 'score' });
      const parts: Counts[] = await whereCounted(tx({ p: 'maturity_parts' }), tx, 'p')
        .groupBy('p.environment', 'p.layout', 'p.topics')
        .select('p.environment', 'p.layout', 'p.topics')
        .count({ components: '*' });
      const counts = new DayCounts(layouts);
      for (const row of reports) {
        counts.add('all', '', row);
        if (row.owner) counts.add('owner', row.owner, row);
        if (row.system) counts.add('system', row.system, row);
      }
      for (const row of parts) counts.add('environment', row.environment!, row);
      await tx<RollupRow>('maturity_rollups').where({ day }).delete();
      await upsertRows(tx, rollupTable, counts.rows(day));
      await this.scores.record(tx, day);
    });
  }

  /** Counts of all days since one, in their order, summed over the keys. */
  async trend(scope: Scope, keys: readonly string[], topic: string, since: string): Promise<DayCount[]> {
    const rows = await whereVisible(this.knex<RollupRow>('maturity_rollups'), new Set(keys), 'key')
      .where({ scope })
      .andWhere('day', '>=', since)
      .orderBy('day')
      .select('day', 'layout', 'levels', 'topics');
    const layouts = await this.layouts.byId();
    const found = new Map<string, Map<string, DayCount>>();
    const add = (day: string, value: string, components: number, score: number | null) => {
      const ofDay = found.get(day) ?? new Map<string, DayCount>();
      found.set(day, ofDay);
      const count = ofDay.get(value) ?? { day, value, components: 0, score };
      const sum = score === null || !ofDay.has(value) ? score : count.score! + score;
      ofDay.set(value, { ...count, components: count.components + components, score: sum });
    };
    for (const { day, layout, levels, topics } of rows) {
      if (topic === '') {
        for (const [level, [components, score]] of Object.entries(JSON.parse(levels) as Record<string, number[]>))
          add(day, level, components, score);
        continue;
      }
      const text = topics.split(',')[layouts.get(layout)?.topics.indexOf(topic) ?? -1] ?? '';
      for (const verdict of verdicts as readonly Verdict[]) {
        const components = componentsWith(text, verdict);
        if (components > 0) add(day, verdict, components, null);
      }
    }
    const byValue = (a: DayCount, b: DayCount) => (a.value < b.value ? -1 : 1);
    return [...found.values()].flatMap(ofDay => [...ofDay.values()].sort(byValue));
  }

  /** Counts of all topics on some of the days since one. */
  topicTrends(scope: Scope, keys: readonly string[], since: string): Promise<TopicCount[]> {
    return topicTrends(this.knex, this.layouts, scope, keys, since);
  }

  /** How the score of a component went since a day, see {@link ScoreStore}. */
  scoresOf(ref: string, since: string): Promise<DayScore[]> {
    return this.scores.of(ref, since);
  }

  /** What to compare the scores of components with, by component. */
  scoresBefore(visible: Visible, days: Since): Promise<Map<string, { day: string; score: number }>> {
    return this.scores.before(visible, days);
  }

  /** Removes transitions before an instant, counts before its day, and insights of what is judged no longer. */
  async forgetBefore(instant: Date): Promise<number> {
    const text = instant.toISOString();
    await this.knex<RollupRow>('maturity_rollups').where('day', '<', text.slice(0, 10)).delete();
    await this.scores.forgetBefore(text.slice(0, 10));
    await this.knex('maturity_insights')
      .whereNotExists(
        this.knex({ p: 'maturity_parts' })
          .whereRaw('p.component_ref = maturity_insights.component_ref')
          .whereRaw('p.environment = maturity_insights.environment')
          .select(this.knex.raw('1')),
      )
      .delete();
    return this.transitions.forgetBefore(instant);
  }
}
