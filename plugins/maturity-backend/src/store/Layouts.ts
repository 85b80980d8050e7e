// Which topics and checks the letters of a row stand for, in which order.
import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { LayoutRow } from './rows';

/** The order in which letters stand. */
export interface Layout {
  id: string;
  topics: readonly string[];
  checks: readonly string[];
}

/** The layout of some topics and checks: the same ones in the same order have the same id. */
export function layoutOf(topics: readonly string[], checks: readonly string[]): Layout {
  const text = JSON.stringify([topics, checks]);
  return { id: createHash('sha256').update(text).digest('hex').slice(0, 16), topics, checks };
}

/** Notes a layout, before any row refers to it. */
export async function keepLayout(tx: Knex.Transaction, { id, topics, checks }: Layout): Promise<void> {
  await tx<LayoutRow>('maturity_layouts')
    .insert({ id, topics: JSON.stringify(topics), checks: JSON.stringify(checks) })
    .onConflict('id')
    .ignore();
}

/** Reads layouts. There are few: one for each state of the roadmap and the checks that something was judged by. */
export class Layouts {
  private known = new Map<string, Layout>();

  constructor(private readonly knex: Knex) {}

  /** All layouts that rows may refer to. */
  async all(): Promise<Layout[]> {
    const rows = await this.knex<LayoutRow>('maturity_layouts').select('id');
    if (rows.some(({ id }) => !this.known.has(id))) {
      const read = await this.knex<LayoutRow>('maturity_layouts');
      this.known = new Map(
        read.map(row => [row.id, { id: row.id, topics: JSON.parse(row.topics), checks: JSON.parse(row.checks) }]),
      );
    }
    return rows.flatMap(({ id }) => this.known.get(id) ?? []);
  }

  /** Layouts by id. */
  async byId(): Promise<Map<string, Layout>> {
    return new Map((await this.all()).map(layout => [layout.id, layout]));
  }
}

/** SQL for the letter of one topic or check, whatever the layout of the row; null where a layout does not have it. */
export function letterOf(
  knex: Knex,
  layouts: readonly Layout[],
  { column, id: wanted, row }: { column: 'topics' | 'checks'; id: string; row: string },
): Knex.Raw {
  const having = layouts.filter(layout => layout[column].includes(wanted));
  if (having.length === 0) return knex.raw('null');
  const cases = having.map(() => 'when ? then substr(??, ?, 1)').join(' ');
  const values = having.flatMap(layout => [layout.id, `${row}.${column}`, layout[column].indexOf(wanted) + 1]);
  return knex.raw(`case ?? ${cases} end`, [`${row}.layout`, ...values]);
}

/** SQL for the letter of one topic. */
export const letterOfTopic = (knex: Knex, layouts: readonly Layout[], topic: string, row: string): Knex.Raw =>
  letterOf(knex, layouts, { column: 'topics', id: topic, row });
