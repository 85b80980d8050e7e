// Collects what one transaction has to write, and writes it with a fixed number of statements for each chunk of rows.
import { randomUUID } from 'node:crypto';
import type { Report } from '@maturity-roadmap/engine';
import { repositoryEnvironment } from '@maturity-roadmap/engine';
import type { Knex } from 'knex';
import { detailRows, detailTables } from './detailRows';
import type { DetailChange } from './flushDetails';
import { flushDetails } from './flushDetails';
import { chunks } from './chunks';
import type { Change } from './diffReports';
import { shortEvidence } from './recordText';
import type { PartRow, ReportRow, TransitionRow } from './rows';

const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));

let ids = 0;

/** Sorts by when it was written, so that changes of the same instant keep their order. */
function transitionId(): string {
  ids = (ids + 1) % 36 ** 4;
  const time = Date.now().toString(36).padStart(9, '0');
  return `${time}-${ids.toString(36).padStart(4, '0')}-${randomUUID().slice(0, 8)}`;
}

/** The rows of one transaction. */
export class PendingWrites {
  /** Components whose report is written. */
  readonly reports: ReportRow[] = [];
  private readonly parts: PartRow[] = [];
  private readonly gone: PartRow[] = [];
  private readonly transitions: TransitionRow[] = [];
  private readonly moved: string[] = [];
  private readonly details: DetailChange[] = [];

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

  /** @param written - the report whose details are stored; undefined if that is not known */
  report(row: ReportRow, report: Report, written: Report | undefined): void {
    this.reports.push(row);
    const ref = row.component_ref;
    this.details.push({
      ref,
      after: detailRows(ref, report),
      ...(written ? { before: detailRows(ref, written) } : {}),
    });
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
        evidence_before: json(change.evidenceBefore && shortEvidence(change.evidenceBefore, change.workload)),
        evidence_after: json(change.evidenceAfter && shortEvidence(change.evidenceAfter, change.workload)),
        cause: json(change.cause),
      });
    }
  }

  async flush(tx: Knex.Transaction): Promise<void> {
    await this.flushParts(tx);
    await upsert(tx, 'maturity_reports', this.reports, ['component_ref']);
    for (const table of detailTables) await flushDetails(tx, table, this.details);
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
