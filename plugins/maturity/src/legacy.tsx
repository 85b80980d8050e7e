/**
 * The maturity plugin for the legacy frontend system.
 *
 * @packageDocumentation
 */
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { maturityApiRef } from './api/MaturityApi';
import { MaturityClient } from './api/MaturityClient';
import { entityContentRouteRef, rootRouteRef } from './routes';

/** @public */
export const maturityPlugin = createPlugin({
  id: 'maturity',
  apis: [
    createApiFactory({
      api: maturityApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: services => new MaturityClient(services),
    }),
  ],
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
});

/**
 * The page with roadmap and organisation, for a `Route` at `/maturity`.
 *
 * @public
 */
export const MaturityPage = maturityPlugin.provide(
  createRoutableExtension({
    name: 'MaturityPage',
    component: () => import('./shell/LegacyMaturityPage').then(m => m.LegacyMaturityPage),
    mountPoint: rootRouteRef,
  }),
);

/**
 * The Maturity tab, for an `EntityLayout.Route` of components.
 *
 * @public
 */
export const EntityMaturityContent = maturityPlugin.provide(
  createRoutableExtension({
    name: 'EntityMaturityContent',
    component: () => import('./component/MaturityTab').then(m => m.MaturityTab),
    mountPoint: entityContentRouteRef,
  }),
);

/**
 * The overview card of components.
 *
 * @public
 */
export const EntityMaturityCard = maturityPlugin.provide(
  createComponentExtension({
    name: 'EntityMaturityCard',
    component: { lazy: () => import('./entityCards').then(m => m.MaturityCard) },
  }),
);

/**
 * The Maturity tab of groups, systems and domains, for an `EntityLayout.Route`.
 *
 * @public
 */
export const EntityMaturityRollupContent = maturityPlugin.provide(
  createComponentExtension({
    name: 'EntityMaturityRollupContent',
    component: { lazy: () => import('./steeringScreens').then(m => m.RollupTab) },
  }),
);

/**
 * The overview card of groups, systems and domains.
 *
 * @public
 */
export const EntityMaturityRollupCard = maturityPlugin.provide(
  createComponentExtension({
    name: 'EntityMaturityRollupCard',
    component: { lazy: () => import('./entityCards').then(m => m.RollupCard) },
  }),
);

/**
 * The level of a component with its stair, leading to the Maturity tab.
 *
 * @public
 */
export const EntityMaturityLevel = maturityPlugin.provide(
  createComponentExtension({
    name: 'EntityMaturityLevel',
    component: { lazy: () => import('./badge/LevelBadge').then(m => m.LevelBadge) },
  }),
);
