// Writes what lists and counts need: of components that are known, only the rows that changed.
import type { Knex } from 'knex';
import { chunks } from './chunks';
import type { DetailRows, DetailTable } from './detailRows';

/** The details of a component, before and after. */
export interface DetailChange {
  ref: string;
  /** Absent if it is not known what is stored. */
  before?: DetailRows;
  after: DetailRows;
}

/** Columns that tell the rows of a component apart; none where rows have no key. */
const keys: Record<DetailTable, readonly string[]> = {
  maturity_topics: ['component_ref', 'environment', 'topic'],
  maturity_checks: ['component_ref', 'check_id'],
  maturity_unknowns: [],
};

const keyOf = (row: object, key: readonly string[]) =>
  key.map(column => (row as Record<string, unknown>)[column]).join('\n');

/** Brings one table up to date. */
export async function flushDetails(
  tx: Knex.Transaction,
  table: DetailTable,
  changes: readonly DetailChange[],
): Promise<void> {
  const key = keys[table];
  const replaced: string[] = [];
  const written: object[] = [];
  for (const { ref, before, after } of changes) {
    const texts = new Set((before?.[table] ?? []).map(row => JSON.stringify(row)));
    const fresh = after[table].filter(row => !texts.delete(JSON.stringify(row)));
    if (before && fresh.length === 0 && texts.size === 0) continue;
    // A row that only changed is written over; where one went, or rows have no key, all are written anew.
    const goneKeys = [...texts].map(text => keyOf(JSON.parse(text), key));
    const freshKeys = new Set(fresh.map(row => keyOf(row, key)));
    const isPlain = before && key.length > 0 && goneKeys.every(gone => freshKeys.has(gone));
    if (!isPlain) replaced.push(ref);
    written.push(...(isPlain ? fresh : after[table]));
  }
  for (const some of chunks(replaced)) await tx(table).whereIn('component_ref', some).delete();
  for (const some of chunks(written, 200)) {
    const insert = tx(table).insert(some);
    await (key.length > 0 ? insert.onConflict([...key]).merge() : insert);
  }
}
