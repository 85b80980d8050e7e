// Reads what the roadmap's pages ask beside the counts of all: one environment, one owner, changes of one topic.
import type { Share } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Report, Verdict } from '@maturity-roadmap/engine';
import type { Knex } from 'knex';
import { Layouts } from './Layouts';
import type { PartRow, ReportRow } from './rows';
import type { Shares } from './topicCounts';
import { addLetters, countTopics, verdictsOf, whereCounted } from './topicCounts';
import { TransitionStore } from './TransitionStore';
import type { Visible } from './visibility';
import { whereVisible } from './visibility';

/** Each a fixed number of statements. */
export class RoadmapQueries {
  private readonly layouts: Layouts;
  private readonly history: TransitionStore;

  constructor(private readonly knex: Knex) {
    this.layouts = new Layouts(knex);
    this.history = new TransitionStore(knex);
  }

  /** Share of components that meet each topic in one environment; overall if it is empty. */
  async topicsIn(environment: string, visible: Visible): Promise<Map<string, Share>> {
    if (environment === '') return countTopics(this.knex, this.layouts, visible);
    const rows: { layout: string; topics: string; components: number | string }[] = await this.partsOf(
      environment,
      visible,
    )
      .groupBy('p.layout', 'p.topics')
      .select('p.layout', 'p.topics')
      .count({ components: '*' });
    const layouts = await this.layouts.byId();
    const shares: Shares = new Map();
    for (const { layout, topics, components } of rows)
      addLetters(shares, layouts.get(layout)?.topics ?? [], topics, Number(components));
    return shares;
  }

  private partsOf(environment: string, visible: Visible) {
    const parts = whereVisible(this.knex({ p: 'maturity_parts' }), visible, 'p.component_ref');
    return whereCounted(parts.where('p.environment', environment), this.knex, 'p');
  }

  /** Verdicts of some components in all topics in one environment: component → topic → verdict. */
  async verdictsIn(environment: string, refs: readonly string[]): Promise<Map<string, Map<string, Verdict>>> {
    const columns = ['component_ref', 'layout', 'topics'] as const;
    const some = new Set(refs);
    const rows: Pick<PartRow, (typeof columns)[number]>[] =
      environment === ''
        ? await whereVisible(this.knex<ReportRow>('maturity_reports'), some).select(columns)
        : await this.partsOf(environment, some).select(columns.map(column => `p.${column}`));
    const layouts = await this.layouts.byId();
    return new Map(rows.map(row => [row.component_ref, verdictsOf(layouts.get(row.layout)?.topics, row.topics)]));
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
    return this.history.changedAt(topic, refs);
  }

  /** Changes of verdicts in a topic, newest first. */
  changesOf(topic: string, visible: Visible, limit: number) {
    return this.history.newest({ topic, visible }, limit);
  }
}
