// A process of its own with the real Kubernetes backend plugin, since its client can't be loaded inside jest.
// Usage: tsx kubernetesBackend.ts '<clusters as JSON>' <token of the caller>
import { runBackend } from './runBackend';

void runBackend({
  clusters: JSON.parse(process.argv[2]),
  database: { client: 'better-sqlite3', connection: ':memory:' },
  caller: { token: process.argv[3], subject: 'plugin:maturity' },
});
