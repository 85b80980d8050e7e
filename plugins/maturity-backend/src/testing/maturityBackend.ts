// A process of its own with the real maturity and Kubernetes plugins on a shared database, as a replica in production.
// Usage: tsx maturityBackend.ts '<JSON: connection, clusters, components, token>'
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { entityOf, fleetEntities } from './entityOf';
import { runBackend } from './runBackend';

/** What a replica is told. */
export interface ReplicaInput {
  connection: object;
  clusters: object[];
  components: string[];
  /** A made-up fleet of so many components in place of those. */
  fleet?: number;
  /** By which callers are known. */
  token: string;
}

const { connection, clusters, components, fleet, token } = JSON.parse(process.argv[2]) as ReplicaInput;

const entities = fleet ? fleetEntities(fleet) : components.map(name => entityOf(name));

void runBackend({
  clusters,
  database: { client: 'pg', pluginDivisionMode: 'schema', connection },
  caller: { token, subject: 'test' },
  extend: backend => {
    backend.add(catalogServiceMock.factory({ entities }));
    backend.add(import('..'));
  },
});
