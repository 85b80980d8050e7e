// Collects what one transaction has to write, and writes it with a fixed number of statements.
import { randomUUID } from 'node:crypto';
import { repositoryEnvironment } from '@maturity-roadmap/engine';
import type { Knex } from 'knex';
import { chunks } from './chunks';
import type { Change } from './diffReports';
import type { Layout } from './Layouts';
import { keepLayout } from './Layouts';
import type { PartRow, ReportRow, UnknownRow } from './rows';
import { partTable, reportTable, unknownTable } from './tableList';
import { updateRows, upsertRows } from './tables';
import type { DatedChange, TransitionStore } from './TransitionStore';

/** A part that is written whole. Being due is not part of it: it may have become due again while it was judged. */
export type WholePart = Omit<PartRow, 'due_at'>;
/** What is written of a part of which only some verdicts changed. */
export type PartChange = Omit<WholePart, 'provisional' | 'records' | 'workloads'>;

/** The rows of one transaction. */
export class PendingWrites {
  /** Components whose report is written. */
  readonly reports: ReportRow[] = [];
  private readonly parts: WholePart[] = [];
  private readonly changedParts: PartChange[] = [];
  private readonly changedWorkloads: (PartChange & Pick<PartRow, 'workloads'>)[] = [];
  private readonly gone: Pick<PartRow, 'component_ref' | 'environment'>[] = [];
  private readonly transitions: DatedChange[] = [];
  private readonly moved: string[] = [];
  private readonly unknownsOf: string[] = [];
  private readonly unknowns: UnknownRow[] = [];

  constructor(private readonly layout: Layout) {}

  part(row: WholePart): void {
    this.parts.push(row);
  }

  /** @param workloads - where they changed as well */
  partChange(row: PartChange, workloads?: string): void {
    if (workloads === undefined) this.changedParts.push(row);
    else this.changedWorkloads.push({ ...row, workloads });
  }

  partGone(row: Pick<PartRow, 'component_ref' | 'environment'>): void {
    this.gone.push(row);
  }

  /** The workloads of a component changed: what is judged from its repository has to be looked at again. */
  workloadsChanged(ref: string): void {
    this.moved.push(ref);
  }

  report(row: ReportRow): void {
    this.reports.push(row);
  }

  /** Replaces the reasons why something of a component could not be judged. */
  replaceUnknowns(ref: string, rows: readonly UnknownRow[]): void {
    this.unknownsOf.push(ref);
    this.unknowns.push(...rows);
  }

  changes(ref: string, at: string, changes: readonly Change[]): void {
    for (const change of changes) this.transitions.push({ ref, at: Date.parse(at), change });
  }

  /** Writes all. Returns what to call once the transaction has ended well. */
  async flush(tx: Knex.Transaction, history: TransitionStore): Promise<() => void> {
    if (this.reports.length > 0) await keepLayout(tx, this.layout);
    await this.flushParts(tx);
    await upsertRows(tx, reportTable, this.reports);
    for (const some of chunks(this.unknownsOf))
      await tx<UnknownRow>('maturity_unknowns').whereIn('component_ref', some).delete();
    await upsertRows(tx, unknownTable, this.unknowns);
    return history.add(tx, this.transitions);
  }

  private async flushParts(tx: Knex.Transaction): Promise<void> {
    for (const { component_ref, environment } of this.gone)
      await tx<PartRow>('maturity_parts').where({ component_ref, environment }).delete();
    await upsertRows(tx, partTable, this.parts);
    await updateRows(tx, partTable, this.changedParts);
    await updateRows(tx, partTable, this.changedWorkloads);
    for (const some of chunks(this.moved))
      await tx<PartRow>('maturity_parts')
        .where('environment', repositoryEnvironment)
        .whereIn('component_ref', some)
        .update({ due_at: randomUUID() });
  }
}
