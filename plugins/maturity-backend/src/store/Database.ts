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
 * The database, up to date unless migrations are left to others.
 */
export async function openDatabase(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) await migrate(knex);
  return knex;
}
