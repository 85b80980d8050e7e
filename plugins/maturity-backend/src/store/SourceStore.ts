// Keeps the state of each environment, so that every replica can show it.
import type { ObjectRef } from '@maturity-roadmap/engine';
import type { SourceStatus } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Knex } from 'knex';
import type { PartRow, SourceRow } from './rows';

/** An environment's state and the workloads in it that belong to nobody. */
export interface StoredSource {
  status: SourceStatus;
  unmapped: UnmappedWorkload[];
}

/** A workload that belongs to no component, with the names by which someone might mean it. */
export interface UnmappedWorkload {
  ref: ObjectRef;
  names: string[];
  /** A label of its pods by which it can be selected: `app=shop`. */
  label?: string;
  /** The component that most likely means it, and why it does not claim it. */
  nearest?: { component: string; why: string };
}

/** Stores the states of sources. */
export class SourceStore {
  constructor(private readonly knex: Knex) {}

  /** Replaces the state of one environment. */
  async save({ status, unmapped }: StoredSource): Promise<void> {
    const row = {
      environment: status.environment,
      status: JSON.stringify(status),
      unmapped: JSON.stringify(unmapped),
    };
    await this.knex<SourceRow>('maturity_sources').insert(row).onConflict('environment').merge();
  }

  /** All states, sorted by environment. */
  async list(): Promise<StoredSource[]> {
    const rows = await this.knex<SourceRow>('maturity_sources').orderBy('environment');
    return rows.map(({ status, unmapped }) => ({ status: JSON.parse(status), unmapped: JSON.parse(unmapped) }));
  }

  /** Notes which environments still exist. */
  async seen(environments: readonly string[], at: Date): Promise<void> {
    await this.knex<SourceRow>('maturity_sources')
      .whereIn('environment', environments)
      .update({ listed_at: at.toISOString() });
  }

  /** Environments that have not existed since an instant. */
  async unseenSince(at: Date): Promise<string[]> {
    return this.knex<SourceRow>('maturity_sources').where('listed_at', '<', at.toISOString()).pluck('environment');
  }

  /** Forgets an environment. */
  async remove(environment: string): Promise<void> {
    await this.knex<SourceRow>('maturity_sources').where({ environment }).delete();
  }

  /** Components that are judged in an environment. */
  async componentsIn(environment: string): Promise<string[]> {
    return this.knex<PartRow>('maturity_parts').where({ environment }).orderBy('component_ref').pluck('component_ref');
  }
}
