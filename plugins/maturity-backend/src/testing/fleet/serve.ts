// A process of its own with the simulated API servers of a made-up organisation. Usage: tsx serve.ts <components> <port>...
import { SimulatedApiServer } from '../SimulatedApiServer';
import { fleetClusters, servedToday } from './fleetClusters';

const [components, ...ports] = process.argv.slice(2).map(Number);

async function main(): Promise<void> {
  for (const [at, cluster] of fleetClusters.entries()) {
    const server = new SimulatedApiServer(servedToday(cluster, components));
    for (const path of cluster.forbidden) server.faults.set(path, { status: 403, message: 'forbidden by the role' });
    await server.start(ports[at]);
  }
  process.stdout.write('ready\n');
  // Ends with whoever started it.
  process.stdin.resume().on('end', () => process.exit(0));
}

void main();
