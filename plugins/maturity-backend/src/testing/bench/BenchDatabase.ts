// The database of the benchmark: a file of SQLite, or the schema in which the plugin keeps its tables on PostgreSQL.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import knexFactory from 'knex';
import { migrate, useWriteAheadLog } from '../../store/Database';

/** A database that is empty at the start and gone at the end. */
export interface BenchDatabase {
  name: 'SQLite' | 'PostgreSQL';
  knex: Knex;
  /** Bytes of tables with their indexes. */
  sizeOf(...tables: string[]): Promise<number>;
  end(): Promise<void>;
}

const schema = 'maturity';

/** @param connection - of PostgreSQL; SQLite without */
export async function openBenchDatabase(connection: string | undefined): Promise<BenchDatabase> {
  return connection ? openPostgres(connection) : openSqlite();
}

async function openSqlite(): Promise<BenchDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'maturity-bench-'));
  const filename = join(folder, 'maturity.sqlite');
  const knex = knexFactory({ client: 'better-sqlite3', connection: { filename }, useNullAsDefault: true });
  await useWriteAheadLog(knex);
  await migrate(knex);
  return {
    name: 'SQLite',
    knex,
    sizeOf: async (...tables) => {
      const indexes = await knex('sqlite_master').whereIn('tbl_name', tables).pluck('name');
      const [{ bytes }] = await knex('dbstat').whereIn('name', indexes).sum({ bytes: 'pgsize' });
      return Number(bytes);
    },
    end: async () => {
      await knex.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openPostgres(connection: string): Promise<BenchDatabase> {
  const knex = knexFactory({ client: 'pg', connection, searchPath: [schema] });
  await knex.raw('drop schema if exists ?? cascade', [schema]);
  await knex.raw('create schema ??', [schema]);
  await migrate(knex);
  return {
    name: 'PostgreSQL',
    knex,
    sizeOf: async (...tables) => {
      const sizes = await Promise.all(
        tables.map(table => knex.raw('select pg_total_relation_size(?) as bytes', [`${schema}.${table}`])),
      );
      return sizes.reduce((sum, { rows }) => sum + Number(rows[0].bytes), 0);
    },
    end: () => knex.destroy(),
  };
}
