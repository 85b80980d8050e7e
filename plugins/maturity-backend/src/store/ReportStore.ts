// Keeps what each environment says of each component, the report that follows from it, and every change.
import type { ChangeCause, Report } from '@maturity-roadmap/engine';
import { repositoryEnvironment } from '@maturity-roadmap/engine';
import type { Knex } from 'knex';
import type { Composer, Part } from './Composer';
import { detailTables } from './detailRows';
import type { Standing } from './diffReports';
import { diffLevels, diffVerdicts } from './diffReports';
import type { Lease } from './Leases';
import { requireLease } from './Leases';
import { lockComponents } from './lockComponents';
import { PendingWrites } from './PendingWrites';
import type { ComponentMetadata } from './reportRows';
import { partRow, reportRow, rowHash, toPart } from './reportRows';
import type { PartRow, ReportRow } from './rows';

/** What was found of a component in one environment. */
export interface PartInput extends Part {
  component: ComponentMetadata;
  /** What made it be judged. */
  cause?: ChangeCause;
}

/** Rows of one statement. */
const chunkSize = 90;

/** What is known of a component before a part is written. */
interface Before {
  row?: ReportRow;
  parts: Map<string, PartRow>;
}

/** Provisional parts count only where there is nothing better. */
function used(parts: Iterable<PartRow>): PartRow[] {
  const all = [...parts];
  const final = all.filter(({ provisional }) => !provisional);
  return final.some(({ environment }) => environment !== repositoryEnvironment) ? final : all;
}

/** Stores parts and reports. */
export class ReportStore {
  constructor(
    private readonly knex: Knex,
    private readonly composer: () => Promise<Composer>,
  ) {}

  /** The current report; undefined if there is none. */
  async get(ref: string): Promise<{ report: Report; changedAt: string } | undefined> {
    const [row, parts, composer] = await Promise.all([
      this.knex<ReportRow>('maturity_reports').where('component_ref', ref).first('report', 'changed_at'),
      this.knex<PartRow>('maturity_parts').where('component_ref', ref),
      this.composer(),
    ]);
    if (!row) return undefined;
    const { verdicts } = composer.compose(ref, used(parts).map(toPart));
    return { report: { ...(JSON.parse(row.report) as Report), verdicts }, changedAt: row.changed_at };
  }

  /**
   * Stores what was found in one environment, in one transaction. What is as it was is not written.
   *
   * @param inputs - each of another component: of two states of one, the first would never have been stored
   * @param lease - that must be held to write them
   * @returns the components whose report changed
   * @throws LeaseLostError if another replica holds it
   */
  async save(inputs: readonly PartInput[], lease?: Lease): Promise<string[]> {
    const composer = await this.composer();
    const sorted = [...inputs].sort((a, b) => (a.component.ref < b.component.ref ? -1 : 1));
    const refs = sorted.map(({ component }) => component.ref);
    return this.knex.transaction(async tx => {
      if (lease) await requireLease(tx, lease);
      await lockComponents(tx, refs);
      const before = await this.read(tx, refs);
      const writes = new PendingWrites();
      for (const input of sorted) prepare(input, before.get(input.component.ref)!, composer, writes);
      await writes.flush(tx);
      return writes.reports.map(row => row.component_ref);
    });
  }

  private async read(tx: Knex.Transaction, refs: readonly string[]): Promise<Map<string, Before>> {
    const before = new Map<string, Before>(refs.map(ref => [ref, { parts: new Map() }]));
    for (let at = 0; at < refs.length; at += chunkSize) {
      const some = refs.slice(at, at + chunkSize);
      for (const row of await tx<ReportRow>('maturity_reports').whereIn('component_ref', some))
        before.get(row.component_ref)!.row = row;
      for (const part of await tx<PartRow>('maturity_parts').whereIn('component_ref', some))
        before.get(part.component_ref)!.parts.set(part.environment, part);
    }
    return before;
  }

  /** Components that have a report. */
  async refs(): Promise<Set<string>> {
    return new Set(await this.knex<ReportRow>('maturity_reports').pluck('component_ref'));
  }

  /** Removes all of the components but these; their transitions stay as history. */
  async retain(refs: ReadonlySet<string>): Promise<string[]> {
    const gone = [...(await this.refs())].filter(ref => !refs.has(ref)).sort();
    for (let at = 0; at < gone.length; at += chunkSize) {
      const some = gone.slice(at, at + chunkSize);
      await this.knex.transaction(async tx => {
        await lockComponents(tx, some);
        for (const table of ['maturity_reports', 'maturity_parts', ...detailTables])
          await tx(table).whereIn('component_ref', some).delete();
      });
    }
    return gone;
  }
}

/** Works out what has to be written for one part. */
function prepare(input: PartInput, { row, parts }: Before, composer: Composer, writes: PendingWrites): void {
  const { component, environment, provisional } = input;
  const stored = parts.get(environment);
  const wasProvisional = [...parts.values()].some(part => part.provisional);
  // Early verdicts are for components of which nothing is known yet.
  if (provisional && ((row && !wasProvisional) || (stored && !stored.provisional))) return;
  const part = partRow(component.ref, input, composer);
  const isGone = input.workloads.length === 0 && environment !== repositoryEnvironment;
  if (isGone && !stored) return;
  const isSame = !isGone && stored?.hash === part.hash && Boolean(stored.provisional) === provisional;
  const isRowCurrent = row?.hash === rowHash(component, composer);
  if (isSame && isRowCurrent) return;
  // Parts are long texts: each is read once, and what has just been judged not at all.
  const read = new Map<PartRow, Part>([[part, input]]);
  const partOf = (of: PartRow) => read.get(of) ?? read.set(of, toPart(of)).get(of)!;
  const before = isRowCurrent ? used(parts.values()).map(partOf) : undefined;
  if (isGone) {
    parts.delete(environment);
    writes.partGone(part);
  } else {
    parts.set(environment, part);
    if (!isSame) writes.part(part);
  }
  if (environment !== repositoryEnvironment && stored?.workloads !== part.workloads)
    writes.workloadsChanged(component.ref);
  const after = used(parts.values());
  const report = composer.compose(component.ref, after.map(partOf));
  const at = laterThan(row?.changed_at, input.observedAt);
  const written = before && composer.compose(component.ref, before);
  writes.report({ ...reportRow(component, report, composer), changed_at: at }, report, written);
  if (after.some(one => one.provisional)) return;
  const old = stored && !stored.provisional ? partOf(stored).records : undefined;
  const changes = diffVerdicts(environment, old, isGone ? undefined : input.records, input.cause);
  // Where nothing ran before, the first level that workloads reach is no move from the one without them.
  const isFirst = !row || wasProvisional || (row.workloads === 0 && report.workloads.length > 0);
  const standing = isFirst ? undefined : (JSON.parse(row.report) as Standing);
  const levels = diffLevels(standing, report, changes);
  // Nor is the level that follows from an environment which was not judged before: it stood there all along.
  const isNew = old === undefined && !isGone;
  writes.changes(component.ref, at, [...changes, ...(isNew ? levels.map(({ from: _, ...level }) => level) : levels)]);
}

/**
 * The instant of a change. Replicas judge at their own time and by their own clocks; what is written later counts as
 * later, so that history can be read in its order.
 */
function laterThan(before: string | undefined, observed: string): string {
  return before !== undefined && observed <= before ? new Date(Date.parse(before) + 1).toISOString() : observed;
}
