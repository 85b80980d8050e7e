// The example app on the new frontend system: every plugin among the dependencies, found by discovery.
import { createApp } from '@backstage/frontend-defaults';
import { signInModule } from './signIn';

export const app = createApp({ features: [signInModule] });
