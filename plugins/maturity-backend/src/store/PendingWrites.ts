// Collects what one transaction has to write, and writes it with a fixed number of statements for each chunk of rows.
import { randomUUID } from 'node:crypto';
import type { Report } from '@maturity-roadmap/engine';
import { repositoryEnvironment } from '@maturity-roadmap/engine';
import type { Knex } from 'knex';
import { detailRows, detailTables } from './detailRows';
import type { Change } from './diffReports';
import type { PartRow, ReportRow, TransitionRow } from './rows';

/** Rows of one insert; older builds of SQLite take at most 999 values. */
const chunkSize = 60;

const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));

let written = 0;

/** Sorts by when it was written, so that changes of the same instant keep their order. */
function transitionId(): string {
  written = (written + 1) % 36 ** 4;
  const time = Date.now().toString(36).padStart(9, '0');
  return `${time}-${written.toString(36).padStart(4, '0')}-${randomUUID().slice(0, 8)}`;
}

/** The rows of one transaction. */
export class PendingWrites {
  /** Components whose report is written. */
  readonly reports: ReportRow[] = [];
  private readonly parts: PartRow[] = [];
  private readonly gone: PartRow[] = [];
  private readonly transitions: TransitionRow[] = [];
  private readonly moved: string[] = [];
  private readonly details: ReturnType<typeof detailRows>[] = [];

  part(row: PartRow): void {
    this.parts.push(row);
  }

  partGone(row: PartRow): void {
    this.gone.push(row);
  }

  /** The workloads of a component changed: what is judged from its repository has to be looked at again. */
  workloadsChanged(ref: string): void {
    this.moved.push(ref);
  }

  report(row: ReportRow, report: Report): void {
    this.reports.push(row);
    this.details.push(detailRows(row.component_ref, report));
  }

  changes(ref: string, at: string, changes: readonly Change[]): void {
    for (const change of changes) {
      this.transitions.push({
        id: transitionId(),
        component_ref: ref,
        at,
        check_id: change.check ?? null,
        topic: change.topic ?? null,
        environment: change.environment ?? null,
        workload: json(change.workload),
        from: change.from ?? null,
        to: change.to,
        reason: change.reason,
        evidence_before: json(change.evidenceBefore),
        evidence_after: json(change.evidenceAfter),
        cause: json(change.cause),
      });
    }
  }

  async flush(tx: Knex.Transaction): Promise<void> {
    await this.flushParts(tx);
    await upsert(tx, 'maturity_reports', this.reports, ['component_ref']);
    const refs = this.reports.map(row => row.component_ref);
    for (const table of detailTables) {
      for (const some of chunks(refs)) await tx(table).whereIn('component_ref', some).delete();
      const rows = this.details.flatMap((one): object[] => one[table]);
      for (const some of chunks(rows, 200)) await tx(table).insert(some);
    }
    for (const some of chunks(this.transitions)) await tx('maturity_transitions').insert(some);
  }

  private async flushParts(tx: Knex.Transaction): Promise<void> {
    for (const { component_ref, environment } of this.gone)
      await tx<PartRow>('maturity_parts').where({ component_ref, environment }).delete();
    // Being due is not part of a part: it may have become due again while it was judged.
    const rows = this.parts.map(({ due_at: _, ...row }) => row);
    await upsert(tx, 'maturity_parts', rows, ['component_ref', 'environment']);
    for (const some of chunks(this.moved))
      await tx<PartRow>('maturity_parts')
        .where('environment', repositoryEnvironment)
        .whereIn('component_ref', some)
        .update({ due_at: randomUUID() });
  }
}

async function upsert(tx: Knex.Transaction, table: string, rows: readonly object[], key: string[]): Promise<void> {
  for (const some of chunks(rows)) await tx(table).insert(some).onConflict(key).merge();
}

function* chunks<T>(values: readonly T[], size = chunkSize): Generator<T[]> {
  for (let at = 0; at < values.length; at += size) yield values.slice(at, at + size);
}
