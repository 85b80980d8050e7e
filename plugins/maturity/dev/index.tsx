// A legacy app with the plugin's page, tabs, cards and level, on a running maturity backend: `yarn start` in this folder.
import '@backstage/cli/asset-types';
import { createApp } from '@backstage/app-defaults';
import { AppRouter, FlatRoutes } from '@backstage/core-app-api';
import { AlertDisplay, ProxiedSignInPage, Sidebar, SidebarItem, SidebarPage } from '@backstage/core-components';
import {
  CatalogEntityPage,
  CatalogIndexPage,
  EntityLayout,
  EntitySwitch,
  catalogPlugin,
} from '@backstage/plugin-catalog';
import CssBaseline from '@material-ui/core/CssBaseline';
import AssessmentIcon from '@material-ui/icons/Assessment';
import CatalogIcon from '@material-ui/icons/Category';
import ReactDOM from 'react-dom/client';
import { Navigate, Route } from 'react-router-dom';
import {
  EntityMaturityCard,
  EntityMaturityContent,
  EntityMaturityLevel,
  EntityMaturityRollupCard,
  EntityMaturityRollupContent,
  MaturityPage,
  maturityPlugin,
} from '../src/legacy';

const isComponent = ({ kind }: { kind: string }) => kind === 'Component';

const entityPage = (
  <EntityLayout>
    <EntityLayout.Route path="/" title="Overview">
      <EntitySwitch>
        <EntitySwitch.Case if={isComponent}>
          <EntityMaturityLevel />
          <EntityMaturityCard />
        </EntitySwitch.Case>
        <EntitySwitch.Case>
          <EntityMaturityRollupCard />
        </EntitySwitch.Case>
      </EntitySwitch>
    </EntityLayout.Route>
    <EntityLayout.Route path="/maturity" title="Maturity" if={isComponent}>
      <EntityMaturityContent />
    </EntityLayout.Route>
    <EntityLayout.Route path="/maturity" title="Maturity" if={entity => !isComponent(entity)}>
      <EntityMaturityRollupContent />
    </EntityLayout.Route>
  </EntityLayout>
);

const app = createApp({
  plugins: [catalogPlugin, maturityPlugin],
  components: { SignInPage: props => <ProxiedSignInPage {...props} provider="guest" /> },
  __experimentalTranslations: { availableLanguages: ['en', 'de'] },
});

const Root = app.createRoot(
  <>
    <AlertDisplay />
    <AppRouter>
      <CssBaseline />
      <SidebarPage>
        <Sidebar>
          <SidebarItem icon={CatalogIcon} to="catalog" text="Catalog" />
          <SidebarItem icon={AssessmentIcon} to="maturity" text="Maturity" />
        </Sidebar>
        <FlatRoutes>
          <Route path="/" element={<Navigate to="/maturity" />} />
          <Route path="/catalog" element={<CatalogIndexPage />} />
          <Route path="/catalog/:namespace/:kind/:name" element={<CatalogEntityPage />}>
            {entityPage}
          </Route>
          <Route path="/maturity" element={<MaturityPage />} />
        </FlatRoutes>
      </SidebarPage>
    </AppRouter>
  </>,
);

ReactDOM.createRoot(document.getElementById('root')!).render(<Root />);
