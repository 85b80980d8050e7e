// Remembers repositories in the database, so that a restart or another replica does not read them all anew.
import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { TreeMemory, TreeRecord } from '../source/TreeMemory';
import { chunks } from './chunks';
import type { TreeRow } from './rows';

const idOf = (key: string) => createHash('sha256').update(key).digest('hex');

/** Stores trees. */
export class TreeStore implements TreeMemory {
  constructor(private readonly knex: Knex) {}

  async load(key: string): Promise<TreeRecord | undefined> {
    const row = await this.knex<TreeRow>('maturity_trees').where('id', idOf(key)).first('record', 'read_at');
    if (!row) return undefined;
    const record = JSON.parse(row.record) as TreeRecord;
    return { ...record, ...(row.read_at ? { readAt: row.read_at } : {}) };
  }

  async save(record: TreeRecord): Promise<void> {
    const row: TreeRow = {
      id: idOf(record.key),
      key: record.key,
      etag: record.etag ?? null,
      read_at: record.readAt ?? null,
      retry_at: record.failure?.retryAt ?? null,
      record: JSON.stringify(record),
    };
    await this.knex<TreeRow>('maturity_trees').insert(row).onConflict('id').merge();
  }

  async touch(key: string, readAt: string): Promise<void> {
    await this.knex<TreeRow>('maturity_trees').where('id', idOf(key)).update({ read_at: readAt });
  }

  /** When each tree was last read or is worth asking for again, in milliseconds since 1970. */
  async times(): Promise<Map<string, { readAt?: number; retryAt?: number }>> {
    const rows = await this.knex<TreeRow>('maturity_trees').select('key', 'read_at', 'retry_at');
    return new Map(
      rows.map(({ key, read_at: readAt, retry_at: retryAt }) => [
        key,
        {
          ...(readAt ? { readAt: Date.parse(readAt) } : {}),
          ...(retryAt ? { retryAt: Date.parse(retryAt) } : {}),
        },
      ]),
    );
  }

  /** Forgets all trees but these. */
  async retain(keys: ReadonlySet<string>): Promise<void> {
    const rows = await this.knex<TreeRow>('maturity_trees').select('id', 'key');
    const gone = rows.filter(({ key }) => !keys.has(key)).map(({ id }) => id);
    for (const some of chunks(gone)) await this.knex<TreeRow>('maturity_trees').whereIn('id', some).delete();
  }
}
