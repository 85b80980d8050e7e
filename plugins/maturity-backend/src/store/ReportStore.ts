// Keeps what each environment says of each component, the report that follows from it, and every change.
import type { Report } from '@maturity-roadmap/engine';
import type { Knex } from 'knex';
import { Pace } from '../source/Pace';
import type { Composer } from './Composer';
import type { Lease } from './Leases';
import { requireLease } from './Leases';
import { lockComponents } from './lockComponents';
import { PendingWrites } from './PendingWrites';
import type { Before, PartInput } from './preparePart';
import { preparePart, used } from './preparePart';
import type { StoredStanding } from './reportRows';
import { toPart } from './reportRows';
import type { PartRow, ReportRow } from './rows';
import { TransitionStore } from './TransitionStore';

export type { PartInput } from './preparePart';

/** Rows of one statement. */
const chunkSize = 90;

/** Stores parts and reports. */
export class ReportStore {
  private readonly history: TransitionStore;

  constructor(
    private readonly knex: Knex,
    private readonly composer: () => Promise<Composer>,
  ) {
    this.history = new TransitionStore(knex);
  }

  /** The current report; undefined if there is none. */
  async get(ref: string): Promise<{ report: Report; changedAt: string } | undefined> {
    const [row, parts, composer] = await Promise.all([
      this.knex<ReportRow>('maturity_reports').where('component_ref', ref).first('report', 'changed_at'),
      this.knex<PartRow>('maturity_parts').where('component_ref', ref),
      this.composer(),
    ]);
    if (!row) return undefined;
    const composed = composer.compose(ref, used(parts).map(toPart));
    // Without parts, as before the first judgement of an older installation, the row is all that is known.
    const report = parts.length > 0 ? composed : { ...composed, ...(JSON.parse(row.report) as StoredStanding) };
    return { report, changedAt: row.changed_at };
  }

  /**
   * Stores what was found in one environment, in one transaction. What is as it was is not written.
   *
   * @param inputs - each of another component: of two states of one, the first would never have been stored
   * @param lease - that must be held to write them
   * @param onMissing - told of components of which only some verdicts were given and the others are not stored
   * @returns the components whose report changed
   * @throws LeaseLostError if another replica holds it
   */
  async save(
    inputs: readonly PartInput[],
    lease?: Lease,
    onMissing: (refs: readonly string[]) => void = () => {},
  ): Promise<string[]> {
    const composer = await this.composer();
    const sorted = [...inputs].sort((a, b) => (a.component.ref < b.component.ref ? -1 : 1));
    const refs = sorted.map(({ component }) => component.ref);
    const writes = new PendingWrites(composer.layout);
    const missing: string[] = [];
    const pace = new Pace();
    const remember = await this.knex.transaction(async tx => {
      if (lease) await requireLease(tx, lease);
      await lockComponents(tx, refs);
      const before = await this.read(tx, refs);
      for (const input of sorted) {
        const { ref } = input.component;
        if (!preparePart(input, before.get(ref)!, composer, writes)) missing.push(ref);
        await pace.giveWay();
      }
      return writes.flush(tx, this.history);
    });
    remember();
    if (missing.length > 0) onMissing(missing);
    return writes.reports.map(row => row.component_ref);
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
        for (const table of ['maturity_reports', 'maturity_parts', 'maturity_unknowns'])
          await tx(table).whereIn('component_ref', some).delete();
      });
    }
    return gone;
  }
}
