// Keeps what each keeper says of its own work, so that every replica can show the work of all.
import type { Knex } from 'knex';
import type { Lease } from './Leases';
import type { OperationRow } from './rows';

/** What a keeper said. */
export interface StoredOperation {
  /** An environment, or the repositories. */
  name: string;
  lease: string;
  holder: string;
  /** When the holder began, ISO 8601. */
  since: string;
  /** When it was said, ISO 8601. */
  at: string;
  state: unknown;
}

/** Stores what keepers say. */
export class OperationStore {
  private readonly began = new Map<string, { lease: Lease; since: string }>();

  constructor(
    private readonly knex: Knex,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** Replaces what was said under a name. */
  async save({ name, lease, state }: { name: string; lease: Lease; state: object }): Promise<void> {
    const at = this.now().toISOString();
    let begun = this.began.get(name);
    if (begun?.lease !== lease) this.began.set(name, (begun = { lease, since: at }));
    const row: OperationRow = {
      name,
      lease: lease.name,
      holder: lease.holder,
      since: begun.since,
      at,
      state: JSON.stringify(state),
    };
    await this.knex<OperationRow>('maturity_operations').insert(row).onConflict('name').merge();
  }

  /** What was said under a name last, by whichever replica. */
  async stateOf<T>(name: string): Promise<T | undefined> {
    const row = await this.knex<OperationRow>('maturity_operations').where({ name }).first('state');
    return row && (JSON.parse(row.state) as T);
  }

  /** All that was said, sorted by name. */
  async list(): Promise<StoredOperation[]> {
    const rows = await this.knex<OperationRow>('maturity_operations').orderBy('name');
    return rows.map(row => ({ ...row, state: JSON.parse(row.state) as unknown }));
  }

  /** Forgets a name. */
  async remove(name: string): Promise<void> {
    await this.knex<OperationRow>('maturity_operations').where({ name }).delete();
  }
}
