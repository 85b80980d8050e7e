// A process of its own with the real maturity and Kubernetes plugins on a shared database, as a replica in production.
// Usage: tsx maturityBackend.ts '<JSON: connection, clusters, components, token>'; says its port once it is ready.
import { createBackend } from '@backstage/backend-defaults';
import { coreServices, createServiceFactory } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { freePort } from './freePort';

/** What a replica is told. */
export interface ReplicaInput {
  connection: object;
  clusters: object[];
  components: string[];
  /** By which callers are known. */
  token: string;
}

const entityOf = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default' },
  spec: { type: 'service', owner: 'group:default/team' },
});

async function main({ connection, clusters, components, token }: ReplicaInput): Promise<void> {
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const data = {
    app: { baseUrl },
    backend: {
      baseUrl,
      listen: { host: '127.0.0.1', port },
      database: { client: 'pg', pluginDivisionMode: 'schema', connection },
      auth: { externalAccess: [{ type: 'static', options: { token, subject: 'test' } }] },
    },
    kubernetes: {
      serviceLocatorMethod: { type: 'multiTenant' },
      clusterLocatorMethods: [{ type: 'config', clusters }],
    },
  };
  const backend = createBackend();
  backend.add(
    createServiceFactory({
      service: coreServices.rootConfig,
      deps: {},
      factory: () => mockServices.rootConfig({ data }),
    }),
  );
  backend.add(catalogServiceMock.factory({ entities: components.map(entityOf) }));
  backend.add(import('@backstage/plugin-kubernetes-backend'));
  backend.add(import('..'));
  await backend.start();
  process.stdout.write(`ready on ${port}\n`);
  process.stdin.resume().on('end', () => process.exit(0));
}

main(JSON.parse(process.argv[2]) as ReplicaInput).catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
