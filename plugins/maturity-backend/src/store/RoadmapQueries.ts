// Reads what the roadmap's pages ask beside the counts of all: one environment, one owner, changes of one topic.
import type { Share } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Report, Verdict } from '@maturity-roadmap/engine';
import type { Knex } from 'knex';
import type { ReportRow, TopicRow, TransitionRow } from './rows';
import { addTo } from './shares';
import type { Visible } from './visibility';
import { whereVisible } from './visibility';

/** Each a fixed number of statements. */
export class RoadmapQueries {
  constructor(private readonly knex: Knex) {}

  /** Share of components that meet each topic in one environment. */
  async topicsIn(environment: string, visible: Visible): Promise<Map<string, Share>> {
    const rows = await whereVisible(this.knex<TopicRow>('maturity_topics'), visible)
      .where({ environment })
      .groupBy('topic', 'verdict')
      .select('topic', 'verdict')
      .count({ components: '*' });
    const shares = new Map<string, Share>();
    for (const row of rows) addTo(shares, String(row.topic), row.verdict as Verdict, Number(row.components));
    return shares;
  }

  /** Verdicts of some components in all topics in one environment: component → topic → verdict. */
  async verdictsIn(environment: string, refs: readonly string[]): Promise<Map<string, Map<string, Verdict>>> {
    const rows = await whereVisible(this.knex<TopicRow>('maturity_topics'), new Set(refs))
      .where({ environment })
      .select('component_ref', 'topic', 'verdict');
    const found = new Map<string, Map<string, Verdict>>();
    for (const { component_ref: ref, topic, verdict } of rows) {
      if (!found.has(ref)) found.set(ref, new Map());
      found.get(ref)!.set(topic, verdict as Verdict);
    }
    return found;
  }

  /** Who owns components, most first. */
  async owners(visible: Visible, limit: number): Promise<{ owner: string; components: number }[]> {
    const rows = await whereVisible(this.knex<ReportRow>('maturity_reports'), visible)
      .whereNotNull('owner')
      .groupBy('owner')
      .select('owner')
      .count({ components: '*' })
      .orderBy([{ column: 'components', order: 'desc' }, { column: 'owner' }])
      .limit(limit);
    return rows.map(row => ({ owner: String(row.owner), components: Number(row.components) }));
  }

  /** How many of some components each topic keeps from their next level. */
  async blockedBy(refs: readonly string[]): Promise<Map<string, number>> {
    const rows = await whereVisible(this.knex<ReportRow>('maturity_reports'), new Set(refs)).pluck('report');
    const counts = new Map<string, number>();
    for (const text of rows) {
      const { blockers } = JSON.parse(String(text)) as Pick<Report, 'blockers'>;
      for (const topic of new Set(blockers.map(blocker => blocker.topic)))
        counts.set(topic, (counts.get(topic) ?? 0) + 1);
    }
    return counts;
  }

  /** When a verdict in a topic changed last, by component. */
  async changedAt(topic: string, refs: readonly string[]): Promise<Map<string, string>> {
    const rows = await whereVisible(this.knex<TransitionRow>('maturity_transitions'), new Set(refs))
      .where({ topic })
      .groupBy('component_ref')
      .select('component_ref')
      .max({ at: 'at' });
    return new Map(rows.map(row => [String(row.component_ref), String(row.at)]));
  }

  /** Changes of verdicts in a topic, newest first. */
  async changesOf(topic: string, visible: Visible, limit: number) {
    const rows = await whereVisible(this.knex({ t: 'maturity_transitions' }), visible, 't.component_ref')
      .join({ r: 'maturity_reports' }, 'r.component_ref', 't.component_ref')
      .where('t.topic', topic)
      .whereNotNull('t.from')
      .orderBy([
        { column: 't.at', order: 'desc' },
        { column: 't.id', order: 'desc' },
      ])
      .limit(limit)
      .select('t.*', 'r.title', 'r.owner', 'r.system');
    return rows as (TransitionRow & Pick<ReportRow, 'title' | 'owner' | 'system'>)[];
  }
}
