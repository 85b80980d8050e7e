// Signs everyone in as the demo's guest, so that the first page is the first thing to be seen.
import { ProxiedSignInPage } from '@backstage/core-components';
import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';

export const signInModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    SignInPageBlueprint.make({
      params: { loader: async () => props => <ProxiedSignInPage {...props} provider="guest" /> },
    }),
  ],
});
