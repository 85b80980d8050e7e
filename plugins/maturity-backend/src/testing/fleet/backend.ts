// The example backend on a made-up organisation. Usage: tsx backend.ts <components> --config <file>...
import { createBackend } from '@backstage/backend-defaults';
import { fleetCatalogFeatures } from './catalogPlugin';
import { fleetCatalog } from './fleetCatalog';
import { withRelations } from './relations';

const backend = createBackend();
for (const feature of fleetCatalogFeatures(withRelations(fleetCatalog(Number(process.argv[2]))))) backend.add(feature);
backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('@backstage/plugin-permission-backend-module-allow-all-policy'));
backend.add(import('@backstage/plugin-kubernetes-backend'));
backend.add(import('../..'));
void backend.start();
