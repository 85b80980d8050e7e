// Which control for whole namespaces would satisfy failing checks of most components, and lift them.
import type { ControlLeverage } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Check } from '@maturity-roadmap/engine';
import type { NamespaceControl } from '../../../scoring/namespaceControls';
import type { CountedComponent } from '../../../store/Census';

const placesShown = 3;

interface Tally {
  components: number;
  rise: number;
}

/** Most that would rise first, then most components. */
export function controlLeverage(
  components: readonly CountedComponent[],
  controls: readonly NamespaceControl[],
  checks: readonly Check[],
  only?: string,
): ControlLeverage[] {
  return controls
    .flatMap(control => leverageOf(control, components, checks, only))
    .sort((a, b) => b.rise - a.rise || b.components - a.components || (a.environment < b.environment ? -1 : 1));
}

function leverageOf(
  control: NamespaceControl,
  components: readonly CountedComponent[],
  checks: readonly Check[],
  only: string | undefined,
): ControlLeverage[] {
  const covered = new Set(control.checks);
  const byEnvironment = new Map<string, { total: Tally; namespaces: Map<string, Tally> }>();
  for (const component of components) {
    for (const [environment, { open }] of component.parts) {
      if (only && environment !== only) continue;
      const failing = open.filter(one => one.verdict === 'fail' && one.namespace && covered.has(one.check));
      if (failing.length === 0) continue;
      const namespaces = new Set(failing.map(one => one.namespace!));
      const found = byEnvironment.get(environment) ?? { total: { components: 0, rise: 0 }, namespaces: new Map() };
      byEnvironment.set(environment, found);
      const rises = Number(wouldRise(component, covered, environment));
      add(found.total, rises);
      for (const namespace of namespaces) {
        const tally = found.namespaces.get(namespace) ?? { components: 0, rise: 0 };
        found.namespaces.set(namespace, tally);
        // A component in two namespaces rises only if both have the control.
        add(tally, namespaces.size === 1 ? rises : 0);
      }
    }
  }
  return [...byEnvironment].map(([environment, { total, namespaces }]) => {
    const places = [...namespaces]
      .map(([namespace, tally]) => ({ namespace, ...tally }))
      .sort((a, b) => b.rise - a.rise || b.components - a.components || (a.namespace < b.namespace ? -1 : 1));
    return {
      control: control.id,
      environment,
      namespaces: places.length,
      checks: checks.filter(({ id }) => covered.has(id)).map(({ id, title }) => ({ id, title })),
      ...total,
      places: places.slice(0, placesShown),
      manifest: control.manifest(places[0].namespace),
    };
  });
}

function add(tally: Tally, rises: number): void {
  tally.components += 1;
  tally.rise += rises;
}

/** All that keeps it from its next level is covered there, and nothing is unknown. */
function wouldRise({ blocking }: CountedComponent, covered: ReadonlySet<string>, environment: string): boolean {
  return (
    blocking.length > 0 &&
    blocking.every(
      one => one.verdict === 'fail' && covered.has(one.check) && one.environments.every(name => name === environment),
    )
  );
}
