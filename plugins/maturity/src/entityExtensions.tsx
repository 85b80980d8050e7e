// What the new frontend system shows on the pages of entities: a tab, a card and the level for components, and for what holds them.
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
  EntityIconLinkBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { useLevelIconLink } from './badge/useLevelIconLink';
import { entityContentRouteRef } from './routes';

/** Entities that have components below them. */
const rollups = { kind: { $in: ['group', 'system', 'domain'] } };

const rollupTab = EntityContentBlueprint.make({
  name: 'rollup',
  params: {
    path: '/maturity',
    title: 'Maturity',
    group: 'operation',
    filter: rollups,
    loader: () => import('./steeringScreens').then(m => <m.RollupTab />),
  },
});

const rollupCard = EntityCardBlueprint.make({
  name: 'rollup',
  params: {
    type: 'info',
    filter: rollups,
    loader: () => import('./entityCards').then(m => <m.RollupCard />),
  },
});

const tab = EntityContentBlueprint.make({
  params: {
    path: '/maturity',
    title: 'Maturity',
    group: 'operation',
    routeRef: entityContentRouteRef,
    filter: { kind: 'component' },
    loader: () => import('./component/MaturityTab').then(m => <m.MaturityTab />),
  },
});

const card = EntityCardBlueprint.make({
  name: 'summary',
  params: {
    type: 'info',
    filter: { kind: 'component' },
    loader: () => import('./entityCards').then(m => <m.MaturityCard />),
  },
});

/** The header of the entity page can only be replaced as a whole, so the level stands in the row of the About card. */
const level = EntityIconLinkBlueprint.make({
  name: 'level',
  params: { filter: { kind: 'component' }, useProps: useLevelIconLink },
});

/** All of them. */
export const entityExtensions = [tab, card, level, rollupTab, rollupCard];
