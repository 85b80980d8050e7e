// The plugin for the new frontend system: page with sub pages, entity tab, entity card, API.
import AssessmentIcon from '@material-ui/icons/Assessment';
import { discoveryApiRef, fetchApiRef } from '@backstage/core-plugin-api';
import { ApiBlueprint, PageBlueprint, SubPageBlueprint, createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { entityExtensions } from './entityExtensions';
import { maturityApiRef } from './api/MaturityApi';
import { MaturityClient } from './api/MaturityClient';
import { SubPageBody } from './shell/SubPageBody';
import {
  adminRouteRef,
  checkRouteRef,
  checksRouteRef,
  entityContentRouteRef,
  heatMapRouteRef,
  organisationRouteRef,
  roadmapRouteRef,
  rootRouteRef,
  topicRouteRef,
} from './routes';

const icon = <AssessmentIcon fontSize="inherit" />;

const api = ApiBlueprint.make({
  params: define =>
    define({
      api: maturityApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: services => new MaturityClient(services),
    }),
});

const page = PageBlueprint.make({ params: { path: '/maturity', title: 'Maturity', routeRef: rootRouteRef, icon } });

const roadmapPage = SubPageBlueprint.make({
  name: 'roadmap',
  attachTo: { id: 'page:maturity', input: 'pages' },
  params: {
    path: 'roadmap',
    title: 'Roadmap',
    loader: () =>
      import('./roadmap/RoadmapRoutes').then(m => (
        <SubPageBody>
          <m.RoadmapRoutes />
        </SubPageBody>
      )),
  },
});

const organisationPage = SubPageBlueprint.make({
  name: 'organisation',
  attachTo: { id: 'page:maturity', input: 'pages' },
  params: {
    path: 'organisation',
    title: 'Organisation',
    loader: () =>
      import('./steeringScreens').then(m => (
        <SubPageBody>
          <m.OrganisationPage />
        </SubPageBody>
      )),
  },
});

const heatMapPage = SubPageBlueprint.make({
  name: 'heat-map',
  attachTo: { id: 'page:maturity', input: 'pages' },
  params: {
    path: 'heat-map',
    title: 'Heat map',
    loader: () =>
      import('./steeringScreens').then(m => (
        <SubPageBody>
          <m.HeatMapPage />
        </SubPageBody>
      )),
  },
});

const checksPage = SubPageBlueprint.make({
  name: 'checks',
  attachTo: { id: 'page:maturity', input: 'pages' },
  params: {
    path: 'checks',
    title: 'Checks',
    loader: () =>
      import('./checks/ChecksRoutes').then(m => (
        <SubPageBody>
          <m.ChecksRoutes />
        </SubPageBody>
      )),
  },
});

const adminPage = SubPageBlueprint.make({
  name: 'admin',
  attachTo: { id: 'page:maturity', input: 'pages' },
  params: {
    path: 'admin',
    title: 'Admin',
    loader: () =>
      import('./admin/AdminPage').then(m => (
        <SubPageBody>
          <m.AdminPage />
        </SubPageBody>
      )),
  },
});

/**
 * The maturity plugin.
 *
 * @public
 */
export const maturityPlugin = createFrontendPlugin({
  pluginId: 'maturity',
  title: 'Maturity',
  icon,
  info: { packageJson: () => import('../package.json') },
  extensions: [api, page, roadmapPage, organisationPage, heatMapPage, checksPage, adminPage, ...entityExtensions],
  routes: {
    root: rootRouteRef,
    roadmap: roadmapRouteRef,
    topic: topicRouteRef,
    organisation: organisationRouteRef,
    heatMap: heatMapRouteRef,
    admin: adminRouteRef,
    checks: checksRouteRef,
    check: checkRouteRef,
    entityContent: entityContentRouteRef,
  },
});
