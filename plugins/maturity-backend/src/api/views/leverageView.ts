// The changes that lift most components.
import type { Leverage } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Check } from '@maturity-roadmap/engine';
import type { Queries } from '../../store/queries';

const placesShown = 3;

/** Checks that no longer exist are left out. */
export function leverageView(
  found: Awaited<ReturnType<Queries['leverage']>>,
  checks: readonly Check[],
): Pick<Leverage, 'items'> {
  const byId = new Map(checks.map(check => [check.id, check]));
  return {
    items: found.items.flatMap(({ check: id, blocks, lifts }) => {
      const check = byId.get(id);
      if (!check) return [];
      const places = found.places
        .filter(place => place.check === id)
        .slice(0, placesShown)
        .map(({ environment, namespace, components }) => ({ environment, namespace, components }));
      return [{ check: id, title: check.title, topic: check.topic, blocks, lifts, places }];
    }),
  };
}
