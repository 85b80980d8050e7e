// What each owner or system has in one environment, for the heat map.
import type { Share } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { groupBy } from '@maturity-roadmap/engine';
import type { CountedComponent } from '../../../store/Census';
import type { HeatMapEntry } from '../../../store/heatMap';
import { topicsIn } from './partSummary';

/** Components without an owner or system are left out. */
export function heatMapEntries(
  components: readonly CountedComponent[],
  by: 'owner' | 'system',
  environment: string,
  positions: ReadonlyMap<string, number[]>,
): HeatMapEntry[] {
  const owned = components.filter(component => component[by] !== null);
  return [...groupBy(owned, component => component[by]!)].map(([key, some]) => ({
    key,
    components: some.length,
    topics: Object.fromEntries<Share>(topicsIn(some, environment, positions)),
  }));
}
