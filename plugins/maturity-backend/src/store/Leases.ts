// Lets one replica at a time do what must not be done twice: collecting a cluster, writing what it says.
import type { Knex } from 'knex';
import type { LeaseRow } from './rows';

/** A lease that is held; proves it to the database with every write. */
export interface Lease {
  name: string;
  holder: string;
  /** Grows with each change of holder, so that an old holder who wakes up is told from the new one. */
  term: number;
}

/** Thrown by a write whose lease has gone to another replica. Nothing was written. */
export class LeaseLostError extends Error {
  constructor({ name }: Lease) {
    super(`the lease ${name} has gone to another replica`);
    this.name = 'LeaseLostError';
  }
}

/** Milliseconds since 1970 by the database's clock: replicas' own clocks may differ. */
function now(knex: Knex): Knex.Raw {
  return knex.client.config.client === 'pg'
    ? knex.raw('(extract(epoch from clock_timestamp()) * 1000)::bigint')
    : knex.raw(`cast((julianday('now') - 2440587.5) * 86400000 as integer)`);
}

/** Leases in the database. */
export class Leases {
  constructor(
    private readonly knex: Knex,
    /** Names this replica; never used twice. */
    private readonly holder: string,
    /** Milliseconds that a lease lasts without being renewed. */
    private readonly duration = 15_000,
  ) {}

  private until = (): Knex.Raw => this.knex.raw('? + ?', [now(this.knex), this.duration]);

  /** Takes a lease that nobody holds; undefined if somebody does. */
  async acquire(name: string): Promise<Lease | undefined> {
    const inserted = await this.knex<LeaseRow>('maturity_leases')
      .insert({ name, holder: this.holder, term: 1, until: this.until() as never })
      .onConflict('name')
      .ignore()
      .returning('name');
    if (inserted.length > 0) return { name, holder: this.holder, term: 1 };
    const taken = await this.knex<LeaseRow>('maturity_leases')
      .where({ name })
      .andWhere('until', '<', now(this.knex))
      .update({ holder: this.holder, term: this.knex.raw('term + 1') as never, until: this.until() as never })
      .returning('term');
    return taken.length > 0 ? { name, holder: this.holder, term: Number(taken[0].term) } : undefined;
  }

  /** Keeps leases for another while. Returns the names of those that are still held. */
  async renew(leases: readonly Lease[]): Promise<Set<string>> {
    if (leases.length === 0) return new Set();
    const kept = await this.knex<LeaseRow>('maturity_leases')
      .where({ holder: this.holder })
      .whereIn(
        'name',
        leases.map(({ name }) => name),
      )
      .update({ until: this.until() as never })
      .returning(['name', 'term']);
    const terms = new Map(leases.map(({ name, term }) => [name, term]));
    return new Set(kept.filter(({ name, term }) => terms.get(name) === Number(term)).map(({ name }) => name));
  }

  /** Who holds which lease now. */
  async holders(): Promise<Map<string, string>> {
    const rows = await this.knex<LeaseRow>('maturity_leases')
      .where('until', '>=', now(this.knex))
      .select('name', 'holder');
    return new Map(rows.map(({ name, holder }) => [name, holder]));
  }

  /** Gives leases back, so that another replica need not wait for them to end. */
  async release(leases: readonly Lease[]): Promise<void> {
    for (const { name, term } of leases)
      await this.knex<LeaseRow>('maturity_leases').where({ name, holder: this.holder, term }).update({ until: 0 });
  }
}

/**
 * Fails unless the lease is held, and holds it to the end of the transaction.
 *
 * @throws LeaseLostError
 */
export async function requireLease(tx: Knex.Transaction, lease: Lease): Promise<void> {
  const { name, holder, term } = lease;
  const row = await tx<LeaseRow>('maturity_leases')
    .where({ name, holder, term })
    .andWhere('until', '>=', now(tx))
    .modify(query => tx.client.config.client === 'pg' && query.forShare())
    .first('name');
  if (!row) throw new LeaseLostError(lease);
}
