// A cluster that is left out is not asked for anything, and nothing is said of it.
import { setTimeout as delay } from 'node:timers/promises';
import { TestDatabases } from '@backstage/backend-test-utils';
import { clusterObjects, fleet } from '@maturity-roadmap/engine/testing';
import { migrate } from './store/Database';
import { refOf } from './testing/refOf';
import { startReplica } from './testing/replica';
import { SimulatedApiServer } from './testing/SimulatedApiServer';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

it('reads the other clusters only', async () => {
  const knex = await databases.init('SQLITE_3');
  await migrate(knex);
  const objects = [...clusterObjects(2, 7), ...[...fleet({ components: 2 })].flatMap(one => one.objects)];
  const [read, leftOut] = [new SimulatedApiServer(objects), new SimulatedApiServer(objects)];
  const urls = { read: await read.start(), leftOut: await leftOut.start() };
  const components = () => ['service-0', 'service-1'];
  const replica = startReplica({ name: 'a', knex, urls, exclude: ['leftOut'], components });
  const environments = async () => {
    const stored = await replica.reports.get(refOf('service-0'));
    return stored?.report.environments.map(({ environment }) => environment);
  };
  for (let waited = 0; waited < 20_000 && !(await environments()); waited += 50) await delay(50);
  expect(await environments()).toEqual(['read']);
  expect(read.requests.length).toBeGreaterThan(0);
  expect(leftOut.requests).toEqual([]);
  await replica.stop();
  await Promise.all([read.stop(), leftOut.stop()]);
  await knex.destroy();
});
