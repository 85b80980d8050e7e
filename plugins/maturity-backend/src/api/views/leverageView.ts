// Which checks keep most components from their next level, and in which namespaces.
import type { Leverage } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Check } from '@maturity-roadmap/engine';
import type { CountedComponent } from '../../store/Census';

const itemsShown = 20;
const placesShown = 3;

interface Place {
  environment: string;
  namespace: string;
  components: number;
}

/** What one check keeps from rising. */
interface Tally {
  blocks: number;
  /** Components that nothing else keeps from their next level. */
  lifts: number;
  places: Map<string, Place>;
}

/** Counts the namespaces in which a component misses a check; in one environment at most once each. */
function countPlaces({ places }: Tally, check: string, environments: readonly string[], component: CountedComponent) {
  for (const environment of environments) {
    const open = component.parts.get(environment)?.open ?? [];
    const namespaces = open.flatMap(one => (one.check === check && one.namespace ? [one.namespace] : []));
    for (const namespace of new Set(namespaces)) {
      const key = JSON.stringify([environment, namespace]);
      const place = places.get(key) ?? { environment, namespace, components: 0 };
      place.components += 1;
      places.set(key, place);
    }
  }
}

const byText = (a: string, b: string) => (a < b ? -1 : Number(a > b));
const mostFirst = (a: Place, b: Place) =>
  b.components - a.components || byText(a.environment, b.environment) || byText(a.namespace, b.namespace);

/** The changes that lift most components, then those that most need. Checks that no longer exist are left out. */
export function leverageView(
  components: readonly CountedComponent[],
  checks: readonly Check[],
): Pick<Leverage, 'items'> {
  const known = new Map(checks.map(check => [check.id, check]));
  const tallies = new Map<string, Tally>();
  for (const component of components) {
    for (const { check, environments } of component.blocking) {
      const tally = tallies.get(check) ?? { blocks: 0, lifts: 0, places: new Map() };
      tallies.set(check, tally);
      tally.blocks += 1;
      if (component.blocking.length === 1) tally.lifts += 1;
      countPlaces(tally, check, environments, component);
    }
  }
  const items = [...tallies].flatMap(([id, { blocks, lifts, places }]) => {
    const check = known.get(id);
    const shown = [...places.values()].sort(mostFirst).slice(0, placesShown);
    return check ? [{ check: id, title: check.title, topic: check.topic, blocks, lifts, places: shown }] : [];
  });
  items.sort((a, b) => b.lifts - a.lifts || b.blocks - a.blocks || byText(a.check, b.check));
  return { items: items.slice(0, itemsShown) };
}
