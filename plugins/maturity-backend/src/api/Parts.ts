// Finds out which part of the organisation a query is about, as far as the caller may see it.
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { PartQuery } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Belonging } from '../components/Hierarchy';
import { Hierarchy } from '../components/Hierarchy';
import type { Census, CountedComponent } from '../store/Census';
import type { Queries } from '../store/queries';
import type { RollupRow } from '../store/rows';
import type { Visible } from '../store/visibility';
import type { Access } from './Access';
import { PerCaller } from './PerCaller';
import { componentsOf } from './views/steering/part';

/** How long groups, systems and domains are remembered, in milliseconds. */
const hierarchyFor = 15_000;

const refsOf = ({ within = [] }: PartQuery): readonly string[] => (typeof within === 'string' ? [within] : within);

/** What days are counted by. */
export interface CountedBy {
  scope: RollupRow['scope'];
  keys: readonly string[];
}

/** Answers per caller. */
export class Parts {
  private readonly hierarchies: PerCaller<Hierarchy>;

  constructor(
    private readonly access: Access,
    private readonly queries: Queries,
    private readonly census: Census,
    catalog: CatalogService,
  ) {
    this.hierarchies = new PerCaller(hierarchyFor, credentials => Hierarchy.read(catalog, credentials));
  }

  /** Groups, systems and domains as the caller sees them. */
  hierarchy(credentials: BackstageCredentials): Promise<Hierarchy> {
    return this.hierarchies.get(credentials);
  }

  /** The components that the caller may see and that belong to all that the query names. */
  async visible(credentials: BackstageCredentials, query: PartQuery): Promise<Visible> {
    let visible = await this.access.visibleTo(credentials);
    for (const ref of refsOf(query)) {
      const { by, keys } = (await this.hierarchy(credentials)).belongingTo(ref);
      visible = await this.queries.within(by, keys, visible);
    }
    return visible;
  }

  /** These components with their verdicts. */
  async components(credentials: BackstageCredentials, query: PartQuery): Promise<CountedComponent[]> {
    const [visible, census] = await Promise.all([this.visible(credentials, query), this.census.get()]);
    return componentsOf(census, visible, query.environment);
  }

  /**
   * By which counts of past days the part can be told.
   *
   * @throws InputError where days are not counted for such a part
   */
  async countedBy(credentials: BackstageCredentials, query: PartQuery): Promise<CountedBy> {
    const refs = refsOf(query);
    if (refs.length + (query.environment ? 1 : 0) > 1)
      throw new InputError('Days are counted by owner, by system or by environment, not by several of them at once.');
    if (query.environment) return { scope: 'environment', keys: [query.environment] };
    if (refs.length === 0) return { scope: 'all', keys: [''] };
    const { by, keys }: Belonging = (await this.hierarchy(credentials)).belongingTo(refs[0]);
    return { scope: by, keys };
  }
}
