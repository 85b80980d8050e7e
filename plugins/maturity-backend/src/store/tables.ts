// Writes many rows of a table at once: statements whose text never changes, prepared once on SQLite, one each on PostgreSQL.
import type { Knex } from 'knex';
import { Pace } from '../source/Pace';

/** Types of columns, as PostgreSQL names them. */
export type ColumnType = 'text' | 'integer' | 'bigint' | 'real' | 'boolean';

/** A table as it is written. */
export interface Table {
  name: string;
  /** Tells rows apart; empty where rows are only added. */
  key: readonly string[];
  columns: Readonly<Record<string, ColumnType>>;
}

/** The part of better-sqlite3 that is used. */
interface Connection {
  prepare(sql: string): { run(...values: unknown[]): unknown };
}

const quote = (name: string) => `"${name}"`;
const list = (names: readonly string[], of: (name: string) => string = quote) => names.map(of).join(', ');

const prepared = new WeakMap<Connection, Map<string, ReturnType<Connection['prepare']>>>();

function prepare(connection: Connection, sql: string): ReturnType<Connection['prepare']> {
  let statements = prepared.get(connection);
  if (!statements) prepared.set(connection, (statements = new Map()));
  let statement = statements.get(sql);
  if (!statement) statements.set(sql, (statement = connection.prepare(sql)));
  return statement;
}

/** SQLite has no booleans. */
const plain = (value: unknown) => (typeof value === 'boolean' ? Number(value) : (value ?? null));

/** The rows as a table of PostgreSQL, from one parameter: there is a limit on how many parameters there may be. */
function recordset(names: readonly string[], { columns }: Table): string {
  return `jsonb_to_recordset(?::jsonb) as x(${list(names, name => `${quote(name)} ${columns[name]}`)})`;
}

async function runEach(tx: Knex.Transaction, sql: string, names: readonly string[], rows: readonly object[]) {
  const statement = prepare((await tx.client.acquireConnection()) as Connection, sql);
  const pace = new Pace();
  for (const row of rows) {
    statement.run(names.map(name => plain((row as Record<string, unknown>)[name])));
    await pace.giveWay();
  }
}

const isPostgres = (tx: Knex.Transaction) => tx.client.config.client === 'pg';

/** Adds rows, or writes over those that have the same key. Each row has the fields of the first one. */
export async function upsertRows(tx: Knex.Transaction, table: Table, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(rows[0]).filter(name => table.columns[name]);
  const changing = names.filter(name => !table.key.includes(name));
  const conflict =
    table.key.length > 0
      ? ` on conflict (${list(table.key)}) do update set ${list(changing, name => `${quote(name)} = excluded.${quote(name)}`)}`
      : '';
  const insert = `insert into ${quote(table.name)} (${list(names)})`;
  if (!isPostgres(tx)) {
    await runEach(tx, `${insert} values (${list(names, () => '?')})${conflict}`, names, rows);
    return;
  }
  const select = `select ${list(names)} from ${recordset(names, table)}`;
  await tx.raw(`${insert} ${select}${conflict}`, [JSON.stringify(rows)]);
}

/** Changes some fields of rows that there are. */
export async function updateRows(tx: Knex.Transaction, table: Table, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(rows[0]).filter(name => table.columns[name]);
  const changing = names.filter(name => !table.key.includes(name));
  const update = `update ${quote(table.name)} set`;
  if (!isPostgres(tx)) {
    const where = table.key.map(name => `${quote(name)} = ?`).join(' and ');
    const sql = `${update} ${list(changing, name => `${quote(name)} = ?`)} where ${where}`;
    await runEach(tx, sql, [...changing, ...table.key], rows);
    return;
  }
  const where = table.key.map(name => `${quote(table.name)}.${quote(name)} = x.${quote(name)}`).join(' and ');
  const set = list(changing, name => `${quote(name)} = x.${quote(name)}`);
  await tx.raw(`${update} ${set} from ${recordset(names, table)} where ${where}`, [JSON.stringify(rows)]);
}
