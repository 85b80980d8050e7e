// A replica that is stopped, at whatever it was: it says no error, gives its leases back and ends its watches.
import { setTimeout as delay } from 'node:timers/promises';
import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import { asServed, clusterObjects, fleet } from '@maturity-roadmap/engine/testing';
import { migrate } from './store/Database';
import { Leases } from './store/Leases';
import { startReplica } from './testing/replica';
import { SimulatedApiServer } from './testing/SimulatedApiServer';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const components = Array.from({ length: 60 }, (_, at) => `service-${at}`);

/** Milliseconds after the start: while it discovers, lists, judges and stores, and while it watches. */
const moments = [30, 400, 900, 2_500];

describe.each(databases.eachSupportedId())('%s', id => {
  it.each(moments)('ends cleanly after %i ms', async moment => {
    const knex = await databases.init(id);
    await migrate(knex);
    const objects = clusterObjects(components.length, 7);
    for (const one of fleet({ components: components.length })) objects.push(...one.objects);
    const servers = [new SimulatedApiServer(objects.map(asServed)), new SimulatedApiServer(objects.map(asServed))];
    for (const server of servers) server.latency = 20;
    const urls = { east: await servers[0].start(), west: await servers[1].start() };
    const logger = mockServices.logger.mock();
    const replica = startReplica({
      name: 'one',
      knex,
      urls,
      components: () => components,
      logger,
      leaseDuration: 60_000,
    });
    let isStopping = false;
    const changing = (async () => {
      for (let at = 0; !isStopping; at++) {
        const [object] = servers[at % 2].history.all().slice(at % objects.length);
        if (object)
          servers[at % 2].history.apply({ ...object, metadata: { ...object.metadata, labels: { at: `${at}` } } });
        await delay(5);
      }
    })();
    await delay(moment);
    await replica.stop();
    isStopping = true;
    await changing;
    expect(logger.error.mock.calls).toEqual([]);
    expect(logger.warn.mock.calls).toEqual([]);
    expect([...(await new Leases(knex, 'other').holders()).keys()]).toEqual([]);
    const writes = await knex('maturity_transitions').count({ n: '*' });
    for (let waited = 0; waited < 5_000 && servers.some(({ openWatches }) => openWatches > 0); waited += 50)
      await delay(50);
    expect(servers.map(({ openWatches }) => openWatches)).toEqual([0, 0]);
    // What was sent before the end may arrive a moment later.
    await delay(500);
    const asked = servers.map(({ requests }) => requests.length);
    await delay(500);
    expect(servers.map(({ requests }) => requests.length)).toEqual(asked);
    expect(await knex('maturity_transitions').count({ n: '*' })).toEqual(writes);
    await Promise.all(servers.map(server => server.stop()));
    await knex.destroy();
  });
});
