// Runs a backend as a process of its own: the real Kubernetes plugin, and what a test adds. Says its port once it is ready,
// and ends with its input.
import { createBackend } from '@backstage/backend-defaults';
import { coreServices, createServiceFactory } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { freePort } from './freePort';

type Backend = ReturnType<typeof createBackend>;

/** What backends of tests differ in. */
export interface BackendOptions {
  /** As the configuration of the Kubernetes plugin names them. */
  clusters: object[];
  database: object;
  /** Who may call: the token and the name that goes with it. */
  caller: { token: string; subject: string };
  /** Adds plugins beside the Kubernetes plugin. */
  extend?(backend: Backend): void;
}

/** Ends the process with the error if the backend does not start. */
export async function runBackend({ clusters, database, caller, extend }: BackendOptions): Promise<void> {
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const data = {
    app: { baseUrl },
    backend: {
      baseUrl,
      listen: { host: '127.0.0.1', port },
      database,
      auth: { externalAccess: [{ type: 'static', options: caller }] },
    },
    kubernetes: {
      serviceLocatorMethod: { type: 'multiTenant' },
      clusterLocatorMethods: [{ type: 'config', clusters }],
    },
  };
  const factory = () => mockServices.rootConfig({ data });
  const backend = createBackend();
  backend.add(createServiceFactory({ service: coreServices.rootConfig, deps: {}, factory }));
  extend?.(backend);
  backend.add(import('@backstage/plugin-kubernetes-backend'));
  try {
    await backend.start();
  } catch (error) {
    process.stderr.write(`${(error as Error).stack}\n`);
    process.exit(1);
  }
  process.stdout.write(`ready on ${port}\n`);
  process.stdin.resume().on('end', () => process.exit(0));
}
