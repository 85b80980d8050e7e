// Both frontend systems mount the same screens: page, tab and card.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createExtensionTester, renderTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider, entityRouteRef } from '@backstage/plugin-catalog-react';
import { EntityIconLinkBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { TestApiProvider, renderInTestApp } from '@backstage/test-utils';
import { coreExtensionData } from '@backstage/frontend-plugin-api';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { maturityApiRef } from './api/MaturityApi';
import plugin from './index';
import {
  EntityMaturityCard,
  EntityMaturityContent,
  EntityMaturityRollupCard,
  EntityMaturityRollupContent,
  MaturityPage,
} from './legacy';
import { fakeApi } from './testing/renderScreen';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'cart', namespace: 'default' },
};
const apis = [[maturityApiRef, fakeApi()]] as const;

// The screens are loaded when they are first shown, which takes its time.
jest.setTimeout(30_000);

describe('new frontend system', () => {
  it.each([
    ['/maturity', 'Containers'],
    ['/maturity/roadmap/r/topics/docker-commands', 'docker commands'],
    ['/maturity/checks/image-ref-explicit', 'Every image has a tag'],
  ])('shows %s', async (path, heading) => {
    renderTestApp({
      features: [plugin],
      initialRouteEntries: [path],
      apis: [...apis] as never,
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef as never },
    });
    expect(await screen.findByRole('heading', { name: heading, level: 1 }, { timeout: 10_000 })).toBeInTheDocument();
  });

  it('names each of its extensions in the README, and none that is not there', () => {
    const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');
    const listed = [...readme.matchAll(/`((?:page|sub-page|entity-[a-z-]+|api):maturity[a-z/-]*)`/g)].map(
      ([, id]) => id,
    );
    const there = (id: string) => plugin.getExtension(id as 'page:maturity') !== undefined;
    expect(listed.filter(id => !there(id))).toEqual([]);
    const source = ['plugin.tsx', 'entityExtensions.tsx']
      .map(file => readFileSync(join(__dirname, file), 'utf8'))
      .join();
    expect(new Set(listed).size).toBe(source.match(/Blueprint\.make\(/g)!.length);
  });

  it('has a tab and a card for components', () => {
    expect(createExtensionTester(plugin.getExtension('entity-content:maturity')).get(coreExtensionData.routePath)).toBe(
      '/maturity',
    );
    expect(plugin.getExtension('entity-card:maturity/summary')).toBeDefined();
  });

  it('puts the level of components into the row of the About card', () => {
    const level = createExtensionTester(plugin.getExtension('entity-icon-link:maturity/level'));
    const applies = level.get(EntityIconLinkBlueprint.dataRefs.filterFunction);
    expect([applies?.(entity), applies?.({ ...entity, kind: 'API' })]).toEqual([true, false]);
  });

  it('has a tab and a card for groups, systems and domains', () => {
    for (const id of ['entity-content:maturity/rollup', 'entity-card:maturity/rollup'])
      expect(plugin.getExtension(id as 'entity-card:maturity/rollup')).toBeDefined();
  });
});

describe('legacy frontend system', () => {
  const mountedRoutes = {
    '/catalog/:namespace/:kind/:name': entityRouteRef,
  };

  it('mounts the page', async () => {
    await renderInTestApp(
      <TestApiProvider apis={[...apis]}>
        <Routes>
          <Route path="/maturity/*" element={<MaturityPage />} />
        </Routes>
      </TestApiProvider>,
      { routeEntries: ['/maturity/roadmap'], mountedRoutes },
    );
    expect(await screen.findByText('The Basics', undefined, { timeout: 10_000 })).toBeInTheDocument();
  });

  it('mounts tab and card', async () => {
    await renderInTestApp(
      <TestApiProvider apis={[...apis]}>
        <EntityProvider entity={entity}>
          <Routes>
            <Route path="/tab" element={<EntityMaturityContent />} />
          </Routes>
          <EntityMaturityCard />
        </EntityProvider>
      </TestApiProvider>,
      { routeEntries: ['/tab'], mountedRoutes },
    );
    expect(await screen.findByTestId('level', undefined, { timeout: 10_000 })).toHaveTextContent('Junior');
    expect(await screen.findByRole('region', { name: 'Maturity' })).toBeInTheDocument();
  });

  it('mounts the roll-up tab and card', async () => {
    await renderInTestApp(
      <TestApiProvider apis={[...apis]}>
        <EntityProvider entity={{ ...entity, kind: 'Group' }}>
          <Routes>
            <Route path="/maturity/*" element={<MaturityPage />} />
            <Route path="/tab" element={<EntityMaturityRollupContent />} />
          </Routes>
          <EntityMaturityRollupCard />
        </EntityProvider>
      </TestApiProvider>,
      { routeEntries: ['/tab'], mountedRoutes },
    );
    expect(await screen.findByRole('region', { name: 'Leverage' }, { timeout: 10_000 })).toBeInTheDocument();
    expect(await screen.findByText('All services')).toBeInTheDocument();
  });
});
