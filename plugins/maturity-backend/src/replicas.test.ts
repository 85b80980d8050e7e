// Three real backends on one PostgreSQL: their clusters are shared, and what one leaves behind when it is killed in the
// middle of its work is taken over, with no change lost or told twice.
import { setTimeout as delay } from 'node:timers/promises';
import { TestDatabases } from '@backstage/backend-test-utils';
import { asServed, clusterObjects, fleet } from '@maturity-roadmap/engine/testing';
import type { Knex } from 'knex';
import knexFactory from 'knex';
import { recordsOf } from './store/reportRows';
import type { LeaseRow, PartRow } from './store/rows';
import { TransitionStore } from './store/TransitionStore';
import type { BackendProcess } from './testing/processes';
import { startMaturityBackend } from './testing/processes';
import { refOf } from './testing/refOf';
import { SimulatedApiServer } from './testing/SimulatedApiServer';

jest.setTimeout(180_000);

const token = 'token-of-a-service-account';
const caller = 'token-of-the-test-0123456789';
const names = ['one', 'two', 'three'];
const components = Array.from({ length: 21 }, (_, at) => `service-${at}`);
const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

let servers: SimulatedApiServer[];
const replicas: BackendProcess[] = [];
let knex: Knex;
/** Finds tables where the plugin keeps them. */
let inSchema: Knex;
const table = <T extends object>(name: string) => knex<T>(name).withSchema('maturity');

const leases = async () =>
  table<LeaseRow>('maturity_leases')
    .where('name', 'like', 'cluster:%')
    .orderBy('name')
    .select('name', 'holder', 'term');

async function until(what: string, isTrue: () => Promise<boolean>, most = 60_000): Promise<number> {
  const started = performance.now();
  while (performance.now() - started < most) {
    if (await isTrue()) return performance.now() - started;
    await delay(100);
  }
  throw new Error(`${what} did not come true within ${most / 1000} s`);
}

const verdictOf = async (component: string, environment: string, check: string) => {
  const part = await table<PartRow>('maturity_parts')
    .where({ component_ref: refOf(component), environment })
    .first();
  const records = part ? recordsOf(part) : [];
  return records.find(record => record.check === check)?.verdict;
};

beforeAll(async () => {
  knex = await databases.init('POSTGRES_18');
  servers = names.map(() => {
    const objects = clusterObjects(components.length, 7);
    for (const one of fleet({ components: components.length })) objects.push(...one.objects);
    const server = new SimulatedApiServer(objects.map(asServed));
    server.token = token;
    return server;
  });
  const clusters = await Promise.all(
    servers.map(async (server, at) => ({
      name: names[at],
      url: await server.start(),
      skipTLSVerify: true,
      authProvider: 'serviceAccount',
      serviceAccountToken: token,
    })),
  );
  // Knex hides the password from whoever lists the settings.
  const { connection: settings } = knex.client.config;
  const connection = { ...settings, password: settings.password };
  inSchema = knexFactory({ client: 'pg', connection, searchPath: ['maturity'] });
  const input = { connection, clusters, components, token: caller };
  // One after the other, as a rolling start does.
  for (const _ of names) replicas.push(await startMaturityBackend(input));
});

afterAll(async () => {
  for (const { child } of replicas) child.kill('SIGKILL');
  await Promise.all(servers.map(server => server.stop()));
  await inSchema.destroy();
  await knex.destroy();
});

/** Takes the readiness probe out of a component's Deployment. */
function takeOutProbe(server: SimulatedApiServer, name: string): void {
  const held = server.history.all().find(one => one.kind === 'Deployment' && one.metadata.name === name);
  const text = JSON.stringify(held, (key, value) => (key === 'readinessProbe' ? undefined : value));
  server.history.apply(JSON.parse(text));
}

const broken = 'pod-readiness-probe';

it('takes over what a killed replica kept within 30 s, and tells each change once', async () => {
  await until('every component judged in every cluster', async () => {
    const [{ n }] = await table<PartRow>('maturity_parts').whereNot('environment', 'repository').count({ n: '*' });
    return Number(n) === components.length * names.length;
  });
  await until(
    'final verdicts',
    async () => !(await table<PartRow>('maturity_parts').where('provisional', true).first()),
  );
  const before = await leases();
  expect(before.map(({ name }) => name)).toEqual(names.map(name => `cluster:${name}`).sort());

  // Changes go on in all clusters while one replica, which keeps some of them, is killed.
  const change = (round: number) => {
    for (const server of servers) takeOutProbe(server, components[round]);
  };
  for (let round = 0; round < 5; round++) change(round);
  const victim = replicas.shift()!;
  victim.child.kill('SIGKILL');
  for (let round = 5; round < components.length; round++) {
    change(round);
    await delay(20);
  }
  const seconds = await until('the clusters of the killed replica kept by others', async () => {
    const now = await leases();
    const holders = new Set(now.map(({ holder }) => holder));
    const expected = await Promise.all(
      names.flatMap(name => components.map(component => verdictOf(component, name, broken))),
    );
    return holders.size <= 2 && expected.every(verdict => verdict === 'fail');
  });
  expect(seconds).toBeLessThan(30_000);
  const after = await leases();
  const moved = after.filter(({ term }, at) => term !== before[at].term);
  expect(moved.length).toBeGreaterThan(0);

  // Each change of a verdict is told once: every transition starts where the one before it ended.
  const rows = (await new TransitionStore(inSchema).all()).filter(row => row.check_id !== null);
  const last = new Map<string, string>();
  for (const row of rows) {
    const place = `${row.component_ref} ${row.environment} ${row.check_id}`;
    expect([place, last.get(place) ?? row.from]).toEqual([place, row.from]);
    expect(row.from).not.toBe(row.to);
    last.set(place, row.to);
  }
  const told = rows.filter(row => row.check_id === broken);
  expect(told).toHaveLength(components.length * names.length);
});

it('serves reports from every replica, also from those that keep nothing of them', async () => {
  for (const { url } of replicas) {
    const response = await fetch(`${url}/api/maturity/reports/component/default/${components[0]}`, {
      headers: { authorization: `Bearer ${caller}` },
    });
    expect(response.status).toBe(200);
    const { report } = (await response.json()) as { report: { environments: { environment: string }[] } };
    expect(report.environments.map(({ environment }) => environment)).toEqual([...names].sort());
  }
});
