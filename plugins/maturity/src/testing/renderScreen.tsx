// Renders a screen in a test app with a fake backend.
import { entityRouteRef, EntityProvider } from '@backstage/plugin-catalog-react';
import { TestApiProvider, renderInTestApp } from '@backstage/test-utils';
import type { ReactElement } from 'react';
import type { MaturityApi } from '../api/MaturityApi';
import { maturityApiRef } from '../api/MaturityApi';
import { rootRouteRef } from '../routes';
import * as answers from './answers';

/** A backend that answers everything; single calls can be replaced. */
export function fakeApi(overrides: Partial<MaturityApi> = {}): jest.Mocked<MaturityApi> {
  const api: MaturityApi = {
    getRoadmaps: async () => answers.roadmaps,
    getRoadmap: async () => answers.roadmap,
    getTopic: async () => answers.topic,
    getChecks: async () => answers.checks,
    getReport: async () => answers.report,
    recheck: async () => answers.report,
    getRecheck: async () => ({ environments: [] }),
    getCheck: async () => answers.checkDetails,
    getCheckComponents: async () => answers.checkComponents,
    getOrganisation: async () => answers.organisation,
    getTrend: async () => answers.trend,
    getHeatMap: async () => answers.heatMap,
    getLeverage: async () => answers.leverage,
    getComponents: async () => answers.components,
    exportComponents: async () => new Blob(['component']),
    getAdminState: async () => answers.adminState,
    getProgress: async () => answers.progress,
    setProgress: async (_roadmap, topic, state) => ({
      ...answers.progress,
      topics: state === 'todo' ? {} : { [topic]: state },
    }),
    setRead: async (_roadmap, topic, read) => ({
      ...answers.progress,
      read: read ? { [topic]: new Date().toISOString() } : {},
    }),
    ...overrides,
  };
  return Object.fromEntries(Object.entries(api).map(([name, call]) => [name, jest.fn(call)])) as never;
}

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'cart', namespace: 'default' },
};

/** Renders below an entity, at a path. */
export async function renderScreen(screen: ReactElement, api = fakeApi(), path = '/') {
  await renderInTestApp(
    <TestApiProvider apis={[[maturityApiRef, api]]}>
      <EntityProvider entity={entity}>{screen}</EntityProvider>
    </TestApiProvider>,
    {
      routeEntries: [path],
      mountedRoutes: { '/maturity': rootRouteRef, '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
  return api;
}
