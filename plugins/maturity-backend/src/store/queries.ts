// Reads lists and counts for the API: a fixed number of statements, whatever the number of components.
import type { Verdict, VerdictRecord } from '@maturity-roadmap/engine';
import type { ComponentsQuery, Share } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Knex } from 'knex';
import type { ListedReport } from './componentList';
import { listComponents, listed } from './componentList';
import type { HeatMapEntry } from './heatMap';
import { heatMap } from './heatMap';
import { leverage } from './leverage';
import { textToRecords } from './recordText';
import type { CheckRow, PartRow, ReportRow, TopicRow, TransitionRow, UnknownRow } from './rows';
import { addTo } from './shares';
import type { Visible } from './visibility';
import { whereVisible } from './visibility';

/** Reads what many components have in common. */
export class Queries {
  constructor(private readonly knex: Knex) {}

  /** A page of components and how many match in all. */
  components(query: ComponentsQuery, visible: Visible): Promise<{ rows: ListedReport[]; total: number }> {
    return listComponents(this.knex, query, visible);
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

  /** Share of components that meet each topic, overall or in each environment. */
  async topics(visible: Visible, topic?: string): Promise<Map<string, Map<string, Share>>> {
    const rows = await whereVisible(this.knex('maturity_topics'), visible)
      .modify(query => topic && query.where('topic', topic))
      .modify(query => !topic && query.where('environment', ''))
      .groupBy('topic', 'environment', 'verdict')
      .select('topic', 'environment', 'verdict')
      .count({ components: '*' });
    const shares = new Map<string, Map<string, Share>>();
    for (const row of rows) {
      const ofTopic = shares.get(String(row.topic)) ?? new Map<string, Share>();
      shares.set(String(row.topic), ofTopic);
      addTo(ofTopic, String(row.environment), String(row.verdict) as Verdict, Number(row.components));
    }
    return shares;
  }

  /** Share of components that pass each check. */
  async checks(visible: Visible): Promise<Map<string, Share>> {
    const rows = await whereVisible(this.knex<CheckRow>('maturity_checks'), visible)
      .groupBy('check_id', 'verdict')
      .select('check_id', 'verdict')
      .count({ components: '*' });
    const shares = new Map<string, Share>();
    for (const row of rows) addTo(shares, String(row.check_id), row.verdict as Verdict, Number(row.components));
    return shares;
  }

  /** Components with their verdict in a topic, highest level first. */
  async topicComponents(topic: string, verdicts: Verdict[], visible: Visible, limit: number, first: string[] = []) {
    const isFirst = this.knex.raw(
      `case when r.owner in (${first.map(() => '?').join(',') || 'null'}) then 0 else 1 end`,
      first,
    );
    const rows = await whereVisible(this.knex({ t: 'maturity_topics' }), visible, 't.component_ref')
      .join({ r: 'maturity_reports' }, 'r.component_ref', 't.component_ref')
      .where({ 't.topic': topic, 't.environment': '' })
      .whereIn('t.verdict', verdicts)
      .orderBy([
        { column: isFirst as never },
        { column: 'r.level_rank', order: 'desc' },
        { column: 'r.score', order: 'desc' },
        { column: 'r.search' },
      ])
      .limit(limit)
      .select('r.component_ref', 'r.title', 'r.owner', 'r.system', 'r.level', 't.verdict');
    const records = await this.recordsOf(rows.map(row => String(row.component_ref)));
    return rows.map(row => ({
      ...(row as Pick<ReportRow, 'component_ref' | 'title' | 'owner' | 'system' | 'level'> & { verdict: Verdict }),
      records: records.get(String(row.component_ref)) ?? [],
    }));
  }

  /** The verdicts of some components, by component. */
  async recordsOf(refs: readonly string[]): Promise<Map<string, VerdictRecord[]>> {
    const parts = await this.knex<PartRow>('maturity_parts')
      .whereIn('component_ref', refs)
      .orderBy('environment')
      .select('component_ref', 'environment', 'records');
    const found = new Map<string, VerdictRecord[]>();
    for (const part of parts) {
      const records = textToRecords(part.records, part.environment);
      found.set(part.component_ref, [...(found.get(part.component_ref) ?? []), ...records]);
    }
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
    const rows = await whereVisible(this.knex<TopicRow>('maturity_topics'), new Set(refs))
      .where('environment', '')
      .select('component_ref', 'topic', 'verdict');
    const found = new Map<string, Map<string, Verdict>>();
    for (const { component_ref: ref, topic, verdict } of rows) {
      if (!found.has(ref)) found.set(ref, new Map());
      found.get(ref)!.set(topic, verdict as Verdict);
    }
    return found;
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
    return heatMap(this.knex, by, visible);
  }

  /** Which checks keep most components from their next level. */
  leverage(visible: Visible) {
    return leverage(this.knex, visible);
  }

  /** Of what is visible, the components with one of these owners or systems. */
  async within(by: 'owner' | 'system', keys: readonly string[], visible: Visible): Promise<ReadonlySet<string>> {
    const belong = whereVisible(this.knex('maturity_reports'), new Set(keys), by);
    return new Set(await whereVisible(belong, visible).pluck('component_ref'));
  }

  /** Transitions, newest first: of one component, or the changes of level of all. */
  async transitions(of: { component: string } | { levelsOf: Visible }, limit: number) {
    const query = this.knex({ t: 'maturity_transitions' })
      .join({ r: 'maturity_reports' }, 'r.component_ref', 't.component_ref')
      .orderBy([
        { column: 't.at', order: 'desc' },
        { column: 't.id', order: 'desc' },
      ])
      .limit(limit)
      .select('t.*', 'r.title', 'r.owner', 'r.system');
    if ('component' in of) query.where('t.component_ref', of.component);
    else whereVisible(query, of.levelsOf, 't.component_ref').whereNull('t.environment').whereNotNull('t.from');
    return (await query) as (TransitionRow & Pick<ReportRow, 'title' | 'owner' | 'system'>)[];
  }
}
