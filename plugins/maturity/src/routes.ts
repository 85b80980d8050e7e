// The places of the plugin, the same in both frontend systems.
import { createRouteRef, createSubRouteRef } from '@backstage/core-plugin-api';

/** The page with roadmap and organisation. @public */
export const rootRouteRef = createRouteRef({ id: 'maturity' });

/** A roadmap. @public */
export const roadmapRouteRef = createSubRouteRef({
  id: 'maturity-roadmap',
  parent: rootRouteRef,
  path: '/roadmap/:roadmapId',
});

/** A topic of a roadmap. @public */
export const topicRouteRef = createSubRouteRef({
  id: 'maturity-topic',
  parent: rootRouteRef,
  path: '/roadmap/:roadmapId/topics/:topicId',
});

/** The organisation's adoption. @public */
export const organisationRouteRef = createSubRouteRef({
  id: 'maturity-organisation',
  parent: rootRouteRef,
  path: '/organisation',
});

/** The Maturity tab of an entity. @public */
export const entityContentRouteRef = createRouteRef({ id: 'maturity-entity-content' });

/** The catalogue of checks. @public */
export const checksRouteRef = createSubRouteRef({ id: 'maturity-checks', parent: rootRouteRef, path: '/checks' });

/** A check of the catalogue. @public */
export const checkRouteRef = createSubRouteRef({
  id: 'maturity-check',
  parent: rootRouteRef,
  path: '/checks/:checkId',
});

/** The heat map. @public */
export const heatMapRouteRef = createSubRouteRef({ id: 'maturity-heat-map', parent: rootRouteRef, path: '/heat-map' });

/** How the plugin's own work goes. @public */
export const adminRouteRef = createSubRouteRef({ id: 'maturity-admin', parent: rootRouteRef, path: '/admin' });
