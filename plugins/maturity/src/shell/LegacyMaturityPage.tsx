// The page of the legacy frontend system: header and tabs around the same bodies.
import { Header, Page, TabbedLayout } from '@backstage/core-components';
import { AdminPage } from '../admin/AdminPage';
import { ChecksRoutes } from '../checks/ChecksRoutes';
import { HeatMapPage } from '../heatmap/HeatMapPage';
import { OrganisationPage } from '../organisation/OrganisationPage';
import { RoadmapRoutes } from '../roadmap/RoadmapRoutes';
import { useTexts } from '../translation/useTexts';

/** Roadmap, organisation, heat map, checks and admin under one header. */
export function LegacyMaturityPage() {
  const t = useTexts();
  return (
    <Page themeId="tool">
      <Header title={t('shell.title')} subtitle={t('shell.subtitle')} />
      <TabbedLayout>
        <TabbedLayout.Route path="/roadmap" title={t('shell.roadmap')}>
          <RoadmapRoutes />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/organisation" title={t('shell.organisation')}>
          <OrganisationPage />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/heat-map" title={t('shell.heatMap')}>
          <HeatMapPage />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/checks" title={t('shell.checks')}>
          <ChecksRoutes />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/admin" title={t('shell.admin')}>
          <AdminPage />
        </TabbedLayout.Route>
      </TabbedLayout>
    </Page>
  );
}
