// The page of the legacy frontend system: header and tabs around the same bodies.
import { Header, Page, TabbedLayout } from '@backstage/core-components';
import { OrganisationPage } from '../organisation/OrganisationPage';
import { RoadmapRoutes } from '../roadmap/RoadmapRoutes';

/** Roadmap and organisation under one header. */
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
      </TabbedLayout>
    </Page>
  );
}
