// Rows of reports and parts, and back.
import type { Report } from '@maturity-roadmap/engine';
import { createHash } from 'node:crypto';
import type { Composer, Part } from './Composer';
import { recordsToText, textToRecords } from './recordText';
import type { PartRow, ReportRow } from './rows';

/** A component as lists show it. */
export interface ComponentMetadata {
  ref: string;
  title: string;
  owner?: string;
  system?: string;
}

/** Differs with what a row holds beside the parts: the catalog's metadata, and the standard it was composed by. */
export const rowHash = ({ ref, title, owner, system }: ComponentMetadata, composer: Composer): string =>
  createHash('sha256')
    .update(JSON.stringify([composer.version, ref, title, owner, system]))
    .digest('hex');

/** A report as a row. Its verdicts are left to the parts. */
export function reportRow(component: ComponentMetadata, report: Report, composer: Composer): ReportRow {
  const { verdicts: _, ...standing } = report;
  return {
    component_ref: component.ref,
    title: component.title,
    search: `${component.ref.slice(component.ref.indexOf('/') + 1)} ${component.title}`.toLowerCase(),
    owner: component.owner ?? null,
    system: component.system ?? null,
    level: report.level,
    level_rank: composer.levelRank(report.level),
    score: report.score ?? null,
    coverage: report.coverage ?? null,
    blockers: report.blockers.length,
    workloads: report.workloads.length,
    observed_at: report.observedAt,
    changed_at: report.observedAt,
    hash: rowHash(component, composer),
    report: JSON.stringify(standing),
  };
}

/** A part as it was found. */
export function toPart(row: PartRow): Part {
  return {
    environment: row.environment,
    observedAt: row.observed_at,
    provisional: Boolean(row.provisional),
    records: textToRecords(row.records, row.environment),
    workloads: JSON.parse(row.workloads),
  };
}

/** A part as a row. */
export function partRow(ref: string, part: Part, composer: Composer): PartRow {
  const records = recordsToText(part.records);
  const workloads = JSON.stringify(part.workloads);
  return {
    component_ref: ref,
    environment: part.environment,
    provisional: part.provisional,
    observed_at: part.observedAt,
    hash: createHash('sha256').update(composer.version).update(records).update(workloads).digest('hex'),
    records,
    workloads,
    due_at: null,
  };
}
