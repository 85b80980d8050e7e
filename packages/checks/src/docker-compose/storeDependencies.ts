// Which services of a compose project wait for which stores, and for what.
import type { ComposeProject } from '../repository';
import { isMapping, isStore, toMapping } from '../repository';

export interface StoreDependency {
  service: string;
  store: string;
  path: string;
  /** `service_started` if none is written. */
  condition: string;
  /** Whether the store has a health check: of its own, perhaps in its image, or switched off. */
  health: 'own' | 'image' | 'disabled';
}

function healthOf(healthcheck: unknown): StoreDependency['health'] {
  if (!isMapping(healthcheck)) return 'image';
  const { test, disable } = healthcheck;
  if (disable === true || test === 'NONE' || (Array.isArray(test) && test[0] === 'NONE')) return 'disabled';
  return test === undefined ? 'image' : 'own';
}

export function storeDependencies(project: ComposeProject): StoreDependency[] {
  return [...project.services].flatMap(([service, spec]) =>
    Object.entries(toMapping(spec.depends_on)).flatMap(([store, how]) => {
      const target = project.services.get(store);
      if (!target || !isStore(target)) return [];
      const condition = isMapping(how) && typeof how.condition === 'string' ? how.condition : 'service_started';
      const path = `services.${service}.depends_on.${store}`;
      return { service, store, path, condition, health: healthOf(target.healthcheck) };
    }),
  );
}
