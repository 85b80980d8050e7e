// The title of the browser's tab names what is shown.
import { cleanup, waitFor } from '@testing-library/react';
import type { ReactElement } from 'react';
import { AdminPage } from '../admin/AdminPage';
import { ChecksRoutes } from '../checks/ChecksRoutes';
import { HeatMapPage } from '../heatmap/HeatMapPage';
import { OrganisationPage } from '../organisation/OrganisationPage';
import { RoadmapRoutes } from '../roadmap/RoadmapRoutes';
import { checkDetails } from '../testing/answers';
import { fakeApi, renderScreen } from '../testing/renderScreen';

const routes: [ReactElement, string, string][] = [
  [<RoadmapRoutes />, '/', 'Containers'],
  [<RoadmapRoutes />, '/r/topics/docker-commands', 'docker commands'],
  [<OrganisationPage />, '/', 'Organisation'],
  [<HeatMapPage />, '/', 'Heat map'],
  [<ChecksRoutes />, '/', 'Checks'],
  [<ChecksRoutes />, '/image-ref-explicit', checkDetails.title],
  [<AdminPage />, '/', 'Admin'],
];

it.each(routes)('%# at %s is called %s, until another page comes', async (screen, path, title) => {
  await renderScreen(screen, fakeApi(), path);
  await waitFor(() => expect(document.title).toBe(`${title} | Maturity | Backstage`));
  cleanup();
  await waitFor(() => expect(document.title).toBe('Backstage'));
});

it('leaves the title of the page of an entity to the catalog', async () => {
  document.title = 'Cart';
  await renderScreen(<OrganisationPage within="group:default/checkout" />);
  await new Promise(resolve => requestAnimationFrame(resolve));
  expect(document.title).toBe('Cart');
});
