// Keeps what environments say of components beside verdicts. What is as it was is not written.
import { createHash } from 'node:crypto';
import type { Insight } from '../scoring/Insight';
import type { Knex } from 'knex';
import { chunks } from './chunks';
import type { Lease } from './Leases';
import { requireLease } from './Leases';

interface InsightRow {
  component_ref: string;
  environment: string;
  insight: string;
}

/** What was found of a component; without insight there is nothing to say. */
export interface InsightInput {
  ref: string;
  insight?: Insight;
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64');

/** Writes the insights of one environment, and remembers what is stored so that the many without any cost nothing. */
export class InsightWriter {
  private stored?: Map<string, string>;

  constructor(
    private readonly knex: Knex,
    private readonly environment: string,
  ) {}

  /**
   * @param lease - that must be held to write them
   * @returns the components of which something else is known now
   * @throws LeaseLostError if another replica holds it
   */
  async save(inputs: readonly InsightInput[], lease: Lease): Promise<string[]> {
    const stored = (this.stored ??= await this.read());
    const written: InsightRow[] = [];
    const gone: string[] = [];
    for (const { ref, insight } of inputs) {
      const text = insight && JSON.stringify(insight);
      if (!text && stored.has(ref)) gone.push(ref);
      if (text && stored.get(ref) !== hashOf(text))
        written.push({ component_ref: ref, environment: this.environment, insight: text });
    }
    if (written.length === 0 && gone.length === 0) return [];
    await this.knex.transaction(async tx => {
      await requireLease(tx, lease);
      for (const some of chunks(written))
        await tx<InsightRow>('maturity_insights').insert(some).onConflict(['component_ref', 'environment']).merge();
      for (const some of chunks(gone))
        await tx<InsightRow>('maturity_insights')
          .where('environment', this.environment)
          .whereIn('component_ref', some)
          .delete();
    });
    for (const row of written) stored.set(row.component_ref, hashOf(row.insight));
    for (const ref of gone) stored.delete(ref);
    return [...written.map(row => row.component_ref), ...gone];
  }

  private async read(): Promise<Map<string, string>> {
    const rows = await this.knex<InsightRow>('maturity_insights')
      .where('environment', this.environment)
      .select('component_ref', 'insight');
    return new Map(rows.map(row => [row.component_ref, hashOf(row.insight)]));
  }
}

/** Stores insights. */
export class InsightStore {
  constructor(private readonly knex: Knex) {}

  /** What all environments say of a component, in their order. */
  async of(ref: string): Promise<Insight[]> {
    const rows = await this.knex<InsightRow>({ i: 'maturity_insights' })
      .where('i.component_ref', ref)
      // An environment that is no more has no part either.
      .whereExists(
        this.knex({ p: 'maturity_parts' })
          .whereRaw('p.component_ref = i.component_ref and p.environment = i.environment')
          .select(this.knex.raw('1')),
      )
      .orderBy('i.environment')
      .select('i.insight');
    return rows.map(({ insight }) => JSON.parse(insight) as Insight);
  }

  /** The insights of one environment, for whoever keeps it. */
  writer(environment: string): InsightWriter {
    return new InsightWriter(this.knex, environment);
  }
}
