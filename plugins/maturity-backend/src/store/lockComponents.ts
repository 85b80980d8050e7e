// Keeps two replicas from writing the same component at once: each would compose its report without the other's part.
import type { Knex } from 'knex';

/**
 * Locks components until the end of the transaction. SQLite lets only one transaction write anyway.
 *
 * @param refs - sorted, so that two transactions never wait for each other
 */
export async function lockComponents(tx: Knex.Transaction, refs: readonly string[]): Promise<void> {
  if (tx.client.config.client !== 'pg') return;
  // The subquery is read in the order of the list; OFFSET keeps the planner from changing that.
  await tx.raw(
    `select pg_advisory_xact_lock(hashtextextended(ref, 20261124)) from
       (select ref from unnest(?::text[]) with ordinality as listed(ref, place) order by place offset 0) as refs`,
    [[...refs]],
  );
}
