// A process of its own with the real Kubernetes backend plugin, since its client can't be loaded inside jest.
// Usage: tsx kubernetesBackend.ts '<clusters as JSON>' <token of the caller>; says its port once it is ready, and ends with its input.
import { createBackend } from '@backstage/backend-defaults';
import { coreServices, createServiceFactory } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { freePort } from './freePort';

async function main(): Promise<void> {
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const data = {
    app: { baseUrl },
    backend: {
      baseUrl,
      listen: { host: '127.0.0.1', port },
      database: { client: 'better-sqlite3', connection: ':memory:' },
      auth: { externalAccess: [{ type: 'static', options: { token: process.argv[3], subject: 'plugin:maturity' } }] },
    },
    kubernetes: {
      serviceLocatorMethod: { type: 'multiTenant' },
      clusterLocatorMethods: [{ type: 'config', clusters: JSON.parse(process.argv[2]) }],
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
  backend.add(import('@backstage/plugin-kubernetes-backend'));
  await backend.start();
  process.stdout.write(`ready on ${port}\n`);
  process.stdin.resume().on('end', () => process.exit(0));
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
