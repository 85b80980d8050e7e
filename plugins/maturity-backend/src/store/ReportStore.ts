// Keeps the current report of each component, and every change of a verdict or level.
import { createHash, randomUUID } from 'node:crypto';
import type { Report } from '@maturity-roadmap/engine';
import { groupBy, worstVerdict } from '@maturity-roadmap/engine';
import type { Knex } from 'knex';
import { diffReports } from './diffReports';
import type { CheckRow, ReportRow, TopicRow, TransitionRow, UnknownRow } from './rows';

/** What the store keeps of a component beside its report. */
export interface ComponentMetadata {
  ref: string;
  title: string;
  owner?: string;
  system?: string;
}

/** Rows of one insert; SQLite takes at most 999 values in older builds. */
const chunkSize = 100;
const reasonLimit = 1000;

/** Stores reports. */
export class ReportStore {
  constructor(private readonly knex: Knex) {}

  /** The current report; undefined if there is none. */
  async get(ref: string): Promise<{ report: Report; changedAt: string } | undefined> {
    const row = await this.knex<ReportRow>('maturity_reports')
      .where('component_ref', ref)
      .first('report', 'changed_at');
    return row && { report: JSON.parse(row.report) as Report, changedAt: row.changed_at };
  }

  /**
   * Stores a report with its transitions, if anything but its instant changed.
   *
   * @param levelRank - position of the report's level
   * @returns whether something changed
   */
  async save(component: ComponentMetadata, report: Report, levelRank: number): Promise<boolean> {
    const hash = hashOf(component, report);
    return this.knex.transaction(async tx => {
      const stored = await tx<ReportRow>('maturity_reports').where('component_ref', component.ref).first();
      if (stored?.hash === hash) return false;
      const row: ReportRow = {
        component_ref: component.ref,
        title: component.title,
        search: `${component.ref.slice(component.ref.indexOf('/') + 1)} ${component.title}`.toLowerCase(),
        owner: component.owner ?? null,
        system: component.system ?? null,
        level: report.level,
        level_rank: levelRank,
        score: report.score ?? null,
        coverage: report.coverage ?? null,
        blockers: report.blockers.length,
        workloads: report.workloads.length,
        observed_at: report.observedAt,
        changed_at: report.observedAt,
        hash,
        report: JSON.stringify(report),
      };
      await tx<ReportRow>('maturity_reports').insert(row).onConflict('component_ref').merge();
      await this.replaceDetails(tx, component.ref, report);
      await this.appendTransitions(tx, component.ref, stored && (JSON.parse(stored.report) as Report), report);
      return true;
    });
  }

  /** Removes the reports of all components but these; their transitions stay as history. */
  async retain(refs: ReadonlySet<string>): Promise<string[]> {
    const stored = await this.knex<ReportRow>('maturity_reports').pluck('component_ref');
    const gone = stored.filter(ref => !refs.has(ref));
    for (const ref of gone) {
      await this.knex.transaction(async tx => {
        for (const table of ['reports', 'topics', 'checks', 'unknowns']) {
          await tx(`maturity_${table}`).where('component_ref', ref).delete();
        }
      });
    }
    return gone;
  }

  private async replaceDetails(tx: Knex.Transaction, ref: string, report: Report): Promise<void> {
    const tables = {
      maturity_topics: topicRows(ref, report),
      maturity_checks: checkRows(ref, report),
      maturity_unknowns: unknownRows(ref, report),
    };
    for (const [table, rows] of Object.entries(tables)) {
      await tx(table).where('component_ref', ref).delete();
      if (rows.length > 0) await tx.batchInsert(table, rows, chunkSize);
    }
  }

  private async appendTransitions(
    tx: Knex.Transaction,
    ref: string,
    before: Report | undefined,
    after: Report,
  ): Promise<void> {
    const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
    const rows = diffReports(before, after).map((change): TransitionRow => ({
      id: randomUUID(),
      component_ref: ref,
      at: after.observedAt,
      check_id: change.check ?? null,
      topic: change.topic ?? null,
      environment: change.environment ?? null,
      workload: json(change.workload),
      from: change.from ?? null,
      to: change.to,
      reason: change.reason,
      evidence_before: json(change.evidenceBefore),
      evidence_after: json(change.evidenceAfter),
    }));
    if (rows.length > 0) await tx.batchInsert('maturity_transitions', rows, chunkSize / 2);
  }
}

function hashOf(component: ComponentMetadata, { observedAt: _, ...report }: Report): string {
  const { ref, title, owner, system } = component;
  return createHash('sha256')
    .update(JSON.stringify([ref, title, owner, system, report]))
    .digest('hex');
}

function topicRows(ref: string, report: Report): TopicRow[] {
  const overall = report.topics.map(({ topic, verdict }) => ({ component_ref: ref, environment: '', topic, verdict }));
  const scored = report.verdicts.filter(record => !record.advice);
  const places = groupBy(scored, record => `${record.environment}|${record.topic}`);
  const inEnvironments = [...places.values()].map(records => ({
    component_ref: ref,
    environment: records[0].environment,
    topic: records[0].topic,
    verdict: worstVerdict(records.map(record => record.verdict)),
  }));
  return [...overall, ...inEnvironments];
}

function checkRows(ref: string, report: Report): CheckRow[] {
  return [...groupBy(report.verdicts, record => record.check)].map(([check, records]) => ({
    component_ref: ref,
    check_id: check,
    verdict: worstVerdict(records.map(record => record.verdict)),
  }));
}

function unknownRows(ref: string, report: Report): UnknownRow[] {
  const rows = new Map<string, UnknownRow>();
  for (const { verdict, code, environment, reason } of report.verdicts) {
    if (verdict !== 'unknown' || !code) continue;
    const row = { component_ref: ref, environment, code, reason: reason.slice(0, reasonLimit) };
    rows.set(JSON.stringify(row), row);
  }
  return [...rows.values()];
}
