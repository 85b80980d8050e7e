// A process of its own with the real maturity and Kubernetes plugins on a shared database, as a replica in production.
// Usage: tsx maturityBackend.ts '<JSON: connection, clusters, components, token>'
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { entityOf } from './entityOf';
import { runBackend } from './runBackend';

/** What a replica is told. */
export interface ReplicaInput {
  connection: object;
  clusters: object[];
  components: string[];
  /** By which callers are known. */
  token: string;
}

const { connection, clusters, components, token } = JSON.parse(process.argv[2]) as ReplicaInput;

void runBackend({
  clusters,
  database: { client: 'pg', pluginDivisionMode: 'schema', connection },
  caller: { token, subject: 'test' },
  extend: backend => {
    backend.add(catalogServiceMock.factory({ entities: components.map(entityOf) }));
    backend.add(import('..'));
  },
});
