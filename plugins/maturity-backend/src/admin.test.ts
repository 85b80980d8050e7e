// What keepers tell of clusters in every state, and what the admin page makes of it.
import { setTimeout as delay } from 'node:timers/promises';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { AdminEnvironment, AdminState } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { KubernetesObject } from '@maturity-roadmap/engine';
import type { Knex } from 'knex';
import { parse } from 'yaml';
import { adminState } from './api/views/adminView';
import { migrate } from './store/Database';
import { Leases } from './store/Leases';
import { OperationStore } from './store/OperationStore';
import { SourceStore } from './store/SourceStore';
import type { Replica } from './testing/replica';
import { startReplica } from './testing/replica';
import { SimulatedApiServer } from './testing/SimulatedApiServer';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'cart', namespace: 'shop', uid: 'cart' },
  spec: { replicas: 1 },
} as unknown as KubernetesObject;

describe.each(databases.eachSupportedId())('%s', id => {
  let knex: Knex;
  let servers: Record<'good' | 'poor' | 'gone', SimulatedApiServer>;
  let replica: Replica;
  let urls: Record<string, string>;

  async function look(): Promise<AdminState> {
    const [told, holders, stored] = await Promise.all([
      new OperationStore(knex).list(),
      new Leases(knex, 'reader').holders(),
      new SourceStore(knex).list(),
    ]);
    return adminState({ told, holders, stored, repositoriesEnabled: false, perHour: () => 100 });
  }
  const environmentOf = async (name: string): Promise<AdminEnvironment> =>
    (await look()).environments.find(({ environment }) => environment === name)!;
  const kindOf = async (name: string, kind: string) =>
    (await environmentOf(name))?.kinds.find(one => one.kind === kind);
  async function until(isTrue: () => Promise<boolean>): Promise<void> {
    for (let waited = 0; waited < 40_000 && !(await isTrue()); waited += 200) await delay(200);
    expect(await isTrue()).toBe(true);
  }

  beforeEach(async () => {
    knex = await databases.init(id);
    await migrate(knex);
    servers = {
      good: new SimulatedApiServer([deployment]),
      poor: new SimulatedApiServer([deployment]),
      gone: new SimulatedApiServer([deployment]),
    };
    for (const path of ['/api/v1/pods', '/api/v1/services']) servers.poor.faults.set(path, { status: 403 });
    urls = {};
    for (const [name, server] of Object.entries(servers)) urls[name] = await server.start();
    await servers.gone.stop();
    replica = startReplica({ name: 'one', knex, urls, components: () => ['cart'], tellEvery: 200 });
  });
  afterEach(async () => {
    await replica.stop();
    await Promise.all([servers.good, servers.poor].map(server => server.stop()));
    await knex.destroy();
  });

  it('tells what is read, what is forbidden with the rules to paste, and what can not be reached', async () => {
    await until(async () => (await kindOf('good', 'apps/v1/Deployment'))?.state === 'synced');
    await until(async () => (await kindOf('poor', 'v1/Pod'))?.state === 'forbidden');
    await until(async () => (await kindOf('gone', 'apps/v1/Deployment'))?.message?.includes('no answer') === true);
    expect(await environmentOf('good')).toMatchObject({ keeper: { holder: 'one' }, type: 'cluster', objects: 1 });
    expect(await kindOf('good', 'apps/v1/Deployment')).toMatchObject({ objects: 1, listedAt: expect.any(String) });
    expect(await kindOf('good', 'keda.sh/v1alpha1/ScaledObject')).toMatchObject({ state: 'notServed', objects: 0 });
    expect(await kindOf('poor', 'v1/Pod')).toMatchObject({
      message: expect.stringContaining('grant list and watch on pods'),
      lastError: { message: expect.stringContaining('refused by the test') },
    });
    const [first] = (await environmentOf('poor')).kinds;
    expect(first.state).toBe('forbidden');
    expect(parse((await environmentOf('poor')).missingRule!)).toEqual([
      { apiGroups: [''], resources: ['pods', 'services'], verbs: ['get', 'list', 'watch'] },
    ]);
    expect((await environmentOf('good')).missingRule).toBeUndefined();
    expect(parse((await look()).clusterRole!)).toMatchObject({
      kind: 'ClusterRole',
      metadata: { name: 'maturity-reader-missing' },
      rules: [{ apiGroups: [''], resources: ['pods', 'services'] }],
    });
  });

  it('tells changes, and since when a kind is as it is, across replicas; afterwards that nobody keeps it', async () => {
    await until(async () => (await kindOf('good', 'v1/Service'))?.state === 'synced');
    const { since } = (await kindOf('good', 'v1/Service'))!;
    servers.good.history.apply({ ...deployment, kind: 'Service', apiVersion: 'v1' } as KubernetesObject);
    await until(async () => (await kindOf('good', 'v1/Service'))?.objects === 1);
    expect(await kindOf('good', 'v1/Service')).toMatchObject({ eventAt: expect.any(String), since });
    await replica.stop();
    expect((await environmentOf('good')).keeper).toBeUndefined();
    replica = startReplica({ name: 'two', knex, urls, components: () => ['cart'], tellEvery: 200 });
    await until(async () => (await environmentOf('good')).keeper?.holder === 'two');
    await until(async () => (await kindOf('good', 'v1/Service'))?.state === 'synced');
  });
});
