// Opens the plugin's database and brings its tables up to date.
import type { DatabaseService } from '@backstage/backend-plugin-api';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

const migrations = () => resolvePackagePath('@maturity-roadmap/backstage-plugin-maturity-backend', 'migrations');

/**
 * Brings the tables up to date.
 */
export async function migrate(knex: Knex): Promise<void> {
  await knex.migrate.latest({ directory: migrations(), tableName: 'maturity_migrations' });
}

/**
 * Lets SQLite read while it writes, and write without waiting for the disk: a crash of the machine may then lose the
 * last moments, a crash of the process nothing. A database in memory stays as it is.
 */
export async function useWriteAheadLog(knex: Knex): Promise<void> {
  if (knex.client.config.client === 'better-sqlite3') await knex.raw('pragma journal_mode = wal');
}

/**
 * The database, up to date unless migrations are left to others.
 */
export async function openDatabase(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
  await useWriteAheadLog(knex);
  if (!database.migrations?.skip) await migrate(knex);
  return knex;
}
