// Keeps the state of each environment, so that every replica can show it.
import type { ObjectRef } from '@maturity-roadmap/engine';
import type { SourceStatus } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Knex } from 'knex';
import type { SourceRow } from './rows';

/** An environment's state and the workloads in it that belong to nobody. */
export interface StoredSource {
  status: SourceStatus;
  unmapped: UnmappedWorkload[];
}

/** A workload that belongs to no component, with the names by which someone might mean it. */
export interface UnmappedWorkload {
  ref: ObjectRef;
  names: string[];
}

/** Stores the states of sources. */
export class SourceStore {
  constructor(private readonly knex: Knex) {}

  /** Replaces all states by these. */
  async save(sources: readonly StoredSource[]): Promise<void> {
    await this.knex.transaction(async tx => {
      await tx<SourceRow>('maturity_sources').delete();
      for (const { status, unmapped } of sources) {
        await tx<SourceRow>('maturity_sources').insert({
          environment: status.environment,
          status: JSON.stringify(status),
          unmapped: JSON.stringify(unmapped),
        });
      }
    });
  }

  /** All states, sorted by environment. */
  async list(): Promise<StoredSource[]> {
    const rows = await this.knex<SourceRow>('maturity_sources').orderBy('environment');
    return rows.map(({ status, unmapped }) => ({ status: JSON.parse(status), unmapped: JSON.parse(unmapped) }));
  }
}
