// Rows of reports and parts, and back.
import type { Report, VerdictRecord } from '@maturity-roadmap/engine';
import { createHash } from 'node:crypto';
import type { Composer, Part } from './Composer';
import { recordsToText, textToRecords } from './recordText';
import type { PartRow, ReportRow } from './rows';
import type { StoredWorkload } from './storedWorkloads';

/** A component as lists show it. */
export interface ComponentMetadata {
  ref: string;
  title: string;
  owner?: string;
  system?: string;
}

/** Hashes by component, of the composer that asked last for one. */
const rowHashes = new WeakMap<ComponentMetadata, { composer: Composer; hash: string }>();

/** Differs with what a row holds beside the parts: the catalog's metadata, and the standard it was composed by. */
export function rowHash(component: ComponentMetadata, composer: Composer): string {
  const known = rowHashes.get(component);
  if (known?.composer === composer) return known.hash;
  const { ref, title, owner, system } = component;
  const text = JSON.stringify([composer.version, ref, title, owner, system]);
  const hash = createHash('sha256').update(text).digest('hex');
  rowHashes.set(component, { composer, hash });
  return hash;
}

/** What a row keeps of a report beside its columns. The rest follows from the parts. */
export type StoredStanding = Pick<
  Report,
  'component' | 'observedAt' | 'level' | 'blockers' | 'environments' | 'workloads'
>;

/** A report as a row. */
export function reportRow(component: ComponentMetadata, report: Report, composer: Composer): ReportRow {
  const { level, blockers, environments, workloads, observedAt } = report;
  const standing: StoredStanding = { component: component.ref, observedAt, level, blockers, environments, workloads };
  return {
    component_ref: component.ref,
    title: component.title,
    search: `${component.ref.slice(component.ref.indexOf('/') + 1)} ${component.title}`.toLowerCase(),
    owner: component.owner ?? null,
    system: component.system ?? null,
    level,
    level_rank: composer.levelRank(level),
    score: report.score ?? null,
    coverage: report.coverage ?? null,
    blockers: blockers.length,
    workloads: workloads.length,
    observed_at: observedAt,
    changed_at: observedAt,
    hash: rowHash(component, composer),
    layout: composer.layout.id,
    ...composer.lettersOf(report),
    report: JSON.stringify(standing),
  };
}

/** All columns of a part but those of long texts that not everybody needs. */
export type PartHead = Omit<PartRow, 'workloads'>;

/** Verdicts with those of some checks in place of the ones before. */
export function withRecent(records: readonly VerdictRecord[], recent: readonly VerdictRecord[]): VerdictRecord[] {
  const byCheck = new Map<string, VerdictRecord[]>();
  for (const record of recent) byCheck.set(record.check, [...(byCheck.get(record.check) ?? []), record]);
  const merged: VerdictRecord[] = [];
  for (const record of records) {
    const newer = byCheck.get(record.check);
    if (!newer) merged.push(record);
    else merged.push(...newer.splice(0));
  }
  return merged;
}

/** The verdicts of a part as it was found. */
export function recordsOf({ records, recent, environment }: Pick<PartRow, 'records' | 'recent' | 'environment'>) {
  const before = textToRecords(records, environment);
  return recent ? withRecent(before, textToRecords(recent, environment)) : before;
}

/** A part as it was found. */
export function toPart(row: PartRow): Part {
  return {
    environment: row.environment,
    observedAt: row.observed_at,
    provisional: Boolean(row.provisional),
    records: recordsOf(row),
    workloads: JSON.parse(row.workloads) as StoredWorkload[],
  };
}

/** A part as a row. */
export function partRow(ref: string, part: Part, composer: Composer): Omit<PartRow, 'due_at'> {
  const records = recordsToText(part.records);
  const workloads = JSON.stringify(part.workloads);
  return {
    component_ref: ref,
    environment: part.environment,
    provisional: part.provisional,
    observed_at: part.observedAt,
    hash: createHash('sha256').update(composer.version).update(records).update(workloads).digest('hex'),
    layout: composer.layout.id,
    topics: composer.topicLetters(part.records),
    recent: null,
    workloads,
    records,
  };
}
