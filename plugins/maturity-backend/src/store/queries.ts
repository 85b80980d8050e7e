// Reads lists and counts for the API: a fixed number of statements, whatever the number of components.
import type { Verdict, VerdictRecord } from '@maturity-roadmap/engine';
import type { ComponentsQuery, Share } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Knex } from 'knex';
import type { ListedReport } from './componentList';
import { listComponents, listed } from './componentList';
import type { HeatMapEntry } from './heatMap';
import { heatMap } from './heatMap';
import { Layouts, letterOfTopic } from './Layouts';
import { fromLetter, lettersOf } from './letters';
import { recordsOf } from './reportRows';
import type { PartRow, ReportRow, UnknownRow } from './rows';
import { countChecks, countTopic, countTopics, verdictsOf } from './topicCounts';
import { TransitionStore } from './TransitionStore';
import type { Visible } from './visibility';
import { whereVisible } from './visibility';

/** Reads what many components have in common. */
export class Queries {
  private readonly layouts: Layouts;
  private readonly history: TransitionStore;

  constructor(private readonly knex: Knex) {
    this.layouts = new Layouts(knex);
    this.history = new TransitionStore(knex);
  }

  /** A page of components and how many match in all. */
  components(query: ComponentsQuery, visible: Visible): Promise<{ rows: ListedReport[]; total: number }> {
    return listComponents(this.knex, this.layouts, query, visible);
  }

  /** Components by level, with sums to make means from. */
  async levels(visible: Visible) {
    const rows: Record<string, unknown>[] = await whereVisible(this.knex('maturity_reports'), visible)
      .groupBy('level', 'level_rank')
      .select('level', 'level_rank')
      .count({ components: '*' })
      .sum({ score: 'score', coverage: 'coverage' })
      .count({ scored: 'score', covered: 'coverage' })
      .max({ observed_at: 'observed_at' });
    return rows.map(row => ({
      level: String(row.level),
      rank: Number(row.level_rank),
      components: Number(row.components),
      score: { sum: Number(row.score ?? 0), of: Number(row.scored) },
      coverage: { sum: Number(row.coverage ?? 0), of: Number(row.covered) },
    }));
  }

  /** Share of components that meet each topic: topic → environment (empty: overall) → share. */
  async topics(visible: Visible, topic?: string): Promise<Map<string, Map<string, Share>>> {
    if (topic) return new Map([[topic, await countTopic(this.knex, this.layouts, visible, topic)]]);
    const overall = await countTopics(this.knex, this.layouts, visible);
    return new Map([...overall].map(([id, share]) => [id, new Map([['', share]])]));
  }

  /** Share of components that pass each check. */
  checks(visible: Visible): Promise<Map<string, Share>> {
    return countChecks(this.knex, this.layouts, visible);
  }

  /** Components with their verdict in a topic, highest level first. */
  async topicComponents(topic: string, verdicts: Verdict[], visible: Visible, limit: number, first: string[] = []) {
    const isFirst = this.knex.raw(
      `case when r.owner in (${first.map(() => '?').join(',') || 'null'}) then 0 else 1 end`,
      first,
    );
    const letter = letterOfTopic(this.knex, await this.layouts.all(), topic, 'r');
    const rows = await whereVisible(this.knex({ r: 'maturity_reports' }), visible, 'r.component_ref')
      .whereIn(letter as never, lettersOf(verdicts))
      .orderBy([
        { column: isFirst as never },
        { column: 'r.level_rank', order: 'desc' },
        { column: 'r.score', order: 'desc' },
        { column: 'r.search' },
      ])
      .limit(limit)
      .select('r.component_ref', 'r.title', 'r.owner', 'r.system', 'r.level', { letter });
    const records = await this.recordsOf(rows.map(row => String(row.component_ref)));
    return rows.map(({ letter: verdict, ...row }) => ({
      ...(row as Pick<ReportRow, 'component_ref' | 'title' | 'owner' | 'system' | 'level'>),
      verdict: fromLetter(verdict)!,
      records: records.get(String(row.component_ref)) ?? [],
    }));
  }

  /** The verdicts of some components, by component. */
  async recordsOf(refs: readonly string[]): Promise<Map<string, VerdictRecord[]>> {
    const parts = await this.knex<PartRow>('maturity_parts')
      .whereIn('component_ref', refs)
      .orderBy('environment')
      .select('component_ref', 'environment', 'records', 'recent');
    const found = new Map<string, VerdictRecord[]>();
    for (const part of parts)
      found.set(part.component_ref, [...(found.get(part.component_ref) ?? []), ...recordsOf(part)]);
    return found;
  }

  /** Components of some owners, by name. */
  async ownedBy(owners: readonly string[], visible: Visible, limit: number): Promise<ListedReport[]> {
    const rows = await whereVisible(this.knex<ReportRow>('maturity_reports'), visible)
      .whereIn('owner', owners)
      .orderBy('search')
      .limit(limit)
      .select(listed);
    return rows as unknown as ListedReport[];
  }

  /** Verdicts of some components in all topics: component → topic → verdict. */
  async topicVerdicts(refs: readonly string[]): Promise<Map<string, Map<string, Verdict>>> {
    const [rows, layouts] = await Promise.all([
      whereVisible(this.knex<ReportRow>('maturity_reports'), new Set(refs)).select('component_ref', 'layout', 'topics'),
      this.layouts.byId(),
    ]);
    return new Map(rows.map(row => [row.component_ref, verdictsOf(layouts.get(row.layout)?.topics, row.topics)]));
  }

  /** Why checks could not be judged, most components first. */
  async unknowns(visible: Visible, limit: number) {
    const rows = await whereVisible(this.knex<UnknownRow>('maturity_unknowns'), visible)
      .groupBy('code', 'environment', 'reason')
      .select('code', 'environment', 'reason')
      .countDistinct({ components: 'component_ref' })
      .orderBy([
        { column: 'components', order: 'desc' },
        { column: 'code' },
        { column: 'environment' },
        { column: 'reason' },
      ])
      .limit(limit);
    return rows.map(row => ({
      code: row.code,
      environment: row.environment,
      reason: row.reason,
      components: Number(row.components),
    }));
  }

  /** Share of components that meet each topic, by owner or system. */
  heatMap(by: 'owner' | 'system', visible: Visible): Promise<HeatMapEntry[]> {
    return heatMap(this.knex, this.layouts, by, visible);
  }

  /** Of what is visible, the components with one of these owners or systems. */
  async within(by: 'owner' | 'system', keys: readonly string[], visible: Visible): Promise<ReadonlySet<string>> {
    const belong = whereVisible(this.knex('maturity_reports'), new Set(keys), by);
    return new Set(await whereVisible(belong, visible).pluck('component_ref'));
  }

  /** Transitions, newest first: of one component, or the changes of level of all. */
  transitions(of: { component: string } | { levelsOf: Visible }, limit: number) {
    return this.history.newest(of, limit);
  }
}
