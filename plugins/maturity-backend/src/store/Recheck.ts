// Lets any replica ask for a component to be judged anew, by whichever replica holds its environments.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { PartRow } from './rows';
import type { StoredWorkload } from './storedWorkloads';

/** A part that someone wants judged anew. */
export interface DuePart {
  ref: string;
  /** Tells this request from a later one. */
  request: string;
}

/** Requests to judge anew, in the database. */
export class Recheck {
  constructor(private readonly knex: Knex) {}

  /** Asks for all parts of a component. */
  async request(ref: string): Promise<void> {
    await this.knex<PartRow>('maturity_parts').where('component_ref', ref).update({ due_at: randomUUID() });
  }

  /** Whether some part of a component is still to be judged. */
  async isPending(ref: string): Promise<boolean> {
    const row = await this.knex<PartRow>('maturity_parts')
      .where('component_ref', ref)
      .whereNotNull('due_at')
      .first('environment');
    return row !== undefined;
  }

  /** The environments of a component, and whether each is still to be judged. */
  async progress(ref: string): Promise<{ environment: string; pending: boolean }[]> {
    const rows = await this.knex<PartRow>('maturity_parts')
      .where('component_ref', ref)
      .orderBy('environment')
      .select('environment', 'due_at');
    return rows.map(({ environment, due_at: due }) => ({ environment, pending: due !== null }));
  }

  /** What is asked for in an environment. */
  async due(environment: string, limit: number): Promise<DuePart[]> {
    const rows = await this.knex<PartRow>('maturity_parts')
      .where('environment', environment)
      .whereNotNull('due_at')
      .limit(limit)
      .select('component_ref', 'due_at');
    return rows.map(row => ({ ref: row.component_ref, request: row.due_at! }));
  }

  /** Says that parts were judged after they were asked for. A later request for the same part stays. */
  async done(environment: string, parts: readonly DuePart[]): Promise<void> {
    for (const { ref, request } of parts)
      await this.knex<PartRow>('maturity_parts')
        .where({ component_ref: ref, environment, due_at: request })
        .update({ due_at: null });
  }

  /** The workloads of a component in all clusters, as they were stored last. */
  async workloadsOf(refs: readonly string[]): Promise<Map<string, StoredWorkload[]>> {
    const found = new Map<string, StoredWorkload[]>(refs.map(ref => [ref, []]));
    const rows = await this.knex<PartRow>('maturity_parts')
      .whereIn('component_ref', refs)
      .orderBy('environment')
      .select('component_ref', 'workloads');
    for (const row of rows) found.get(row.component_ref)!.push(...(JSON.parse(row.workloads) as StoredWorkload[]));
    return found;
  }
}
