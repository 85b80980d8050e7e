// The page of the legacy frontend system: header and tabs around the same bodies.
import { Header, Page, TabbedLayout } from '@backstage/core-components';
import { ChecksRoutes } from '../checks/ChecksRoutes';
import { HeatMapPage } from '../heatmap/HeatMapPage';
import { OrganisationPage } from '../organisation/OrganisationPage';
import { RoadmapRoutes } from '../roadmap/RoadmapRoutes';

/** Roadmap, organisation, heat map and checks under one header. */
export function LegacyMaturityPage() {
  return (
    <Page themeId="tool">
      <Header title="Maturity" subtitle="What good looks like, and how far we have come" />
      <TabbedLayout>
        <TabbedLayout.Route path="/roadmap" title="Roadmap">
          <RoadmapRoutes />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/organisation" title="Organisation">
          <OrganisationPage />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/heat-map" title="Heat map">
          <HeatMapPage />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/checks" title="Checks">
          <ChecksRoutes />
        </TabbedLayout.Route>
      </TabbedLayout>
    </Page>
  );
}
