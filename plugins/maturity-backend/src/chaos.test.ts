// Chaos, seeded: whatever happens to clusters and replicas, what is stored ends equal to a judgement from scratch, and
// transitions tell how it came to be. `CHAOS_SECONDS` and `CHAOS_SEED` make it longer or another one.
import { setTimeout as delay } from 'node:timers/promises';
import { TestDatabases } from '@backstage/backend-test-utils';
import { allChecks, fieldsRead } from '@maturity-roadmap/checks';
import type { Check, VerdictRecord } from '@maturity-roadmap/engine';
import {
  ComponentMapper,
  checksInOrder,
  componentSelector,
  judgeComponent,
  kindDefinitions,
  timeKey,
  verdicts,
} from '@maturity-roadmap/engine';
import { asServed, clusterObjects, fleet } from '@maturity-roadmap/engine/testing';
import { defaultOutline } from '@maturity-roadmap/roadmap';
import type { Knex } from 'knex';
import knexFactory from 'knex';
import { LiveEnvironment } from './index/LiveEnvironment';
import { migrate } from './store/Database';
import { recordsOf } from './store/reportRows';
import type { PartRow, TransitionRow } from './store/rows';
import { TransitionStore } from './store/TransitionStore';
import { Chaos } from './testing/chaos';
import { collectGarbage } from './testing/collectGarbage';
import { HeapSlope, activeResources, leftOver } from './testing/leaks';
import { randomFrom } from './testing/random';
import type { Replica } from './testing/replica';
import { refOf } from './testing/refOf';
import { startReplica } from './testing/replica';
import { SimulatedApiServer } from './testing/SimulatedApiServer';

const seconds = Number(process.env.CHAOS_SECONDS ?? 8);
const seed = Number(process.env.CHAOS_SEED ?? 7);
const components = Array.from({ length: 24 }, (_, at) => `service-${at}`);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const checks = checksInOrder(allChecks, defaultOutline).filter(({ subject }) => subject === 'workload');

jest.setTimeout((seconds + 400) * 1000);

function startServer(): SimulatedApiServer {
  const objects = clusterObjects(components.length, 7);
  for (const one of fleet({ components: components.length })) objects.push(...one.objects);
  const server = new SimulatedApiServer(objects.map(asServed));
  server.bookmarkEvery = 200;
  server.longestWatch = 2;
  return server;
}

/** Verdicts by place, of checks that do not depend on the time of day. */
type Verdicts = Map<string, string>;
const placeOf = ({ check, workload }: VerdictRecord) =>
  `${check} ${workload?.namespace}/${workload?.kind}/${workload?.name}`;

/** Checks whose verdict on these components changes by itself, as time goes by. */
const timed = new Set<string>();

/** What a cluster says of all components, judged from nothing. */
function fromScratch(cluster: string, server: SimulatedApiServer): Map<string, Verdicts> {
  const live = new LiveEnvironment(cluster, { fields: fieldsRead });
  for (const object of server.history.all()) live.upsert(object);
  const served = new Set(server.history.resources().map(({ apiVersion, kind }) => `${apiVersion}/${kind}`));
  for (const { id } of kindDefinitions) if (!served.has(id)) live.index.setState(id, { state: 'notServed' });
  live.index.setState('v1/Secret', { state: 'forbidden', message: 'Secrets are never read' });
  live.index.setState('*/*/CustomResource', {
    state: 'notCollected',
    message: 'custom resources of clusters are read where their groups are named (maturity.clusters.customResources)',
  });
  const mapper = new ComponentMapper(components.map(name => componentSelector(refOf(name), name)));
  const found = new Map<string, Verdicts>();
  for (const workload of live.workloads()) {
    for (const component of mapper.claimants(workload)) {
      const snapshot = { observedAt: live.index.observedAt, clusters: new Map([[cluster, live.view]]) };
      for (const check of checks) {
        const { value, reads } = live.view.record(() =>
          judgeComponent({ ref: component, workloads: [workload] }, snapshot, [check as Check]),
        );
        if (reads.has(timeKey)) timed.add(check.id);
        const of = found.get(component) ?? new Map<string, string>();
        found.set(component, of);
        for (const record of value) of.set(placeOf(record), `${record.verdict}: ${record.reason}`);
      }
    }
  }
  return found;
}

async function stored(knex: Knex, cluster: string): Promise<Map<string, Verdicts>> {
  const parts = await knex<PartRow>('maturity_parts').where('environment', cluster);
  return new Map(
    parts.map(part => [
      part.component_ref,
      new Map(recordsOf(part).map(one => [placeOf(one), `${one.verdict}: ${one.reason}`])),
    ]),
  );
}

const withoutTimed = (all: Map<string, Verdicts>) =>
  Object.fromEntries(
    [...all]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([component, places]) => [
        component,
        Object.fromEntries([...places].filter(([place]) => !timed.has(place.split(' ')[0])).sort()),
      ]),
  );

/** Replays transitions; each must start where the one before it ended. Returns the last verdict of each place. */
function replay(rows: readonly TransitionRow[]): Map<string, string> {
  const now = new Map<string, string>();
  for (const row of rows) {
    const environment = `${row.component_ref} ${row.environment}`;
    if (row.environment && !row.check_id) {
      // With its environment each check starts anew.
      expect([environment, now.get(environment) ?? 'notJudged']).toEqual([environment, row.from]);
      now.set(environment, row.to);
      for (const place of [...now.keys()]) if (place.startsWith(`${environment} `)) now.delete(place);
    } else if (row.check_id) {
      const place = `${environment} ${row.check_id}`;
      expect([place, now.get(place) ?? row.from]).toEqual([place, row.from]);
      expect(row.from).not.toBe(row.to);
      now.set(place, row.to);
    } else if (row.from) {
      expect([row.component_ref, now.get(row.component_ref)]).toEqual([row.component_ref, row.from]);
      now.set(row.component_ref, row.to);
    } else now.set(row.component_ref, row.to);
  }
  return now;
}

async function agree(knex: Knex, servers: Record<string, SimulatedApiServer>): Promise<boolean> {
  for (const [cluster, server] of Object.entries(servers)) {
    const expected = JSON.stringify(withoutTimed(fromScratch(cluster, server)));
    if (JSON.stringify(withoutTimed(await stored(knex, cluster))) !== expected) return false;
  }
  return true;
}

describe.each(databases.eachSupportedId())('%s', id => {
  it(`ends in the state that a judgement from scratch finds, after ${seconds} s of seed ${seed}`, async () => {
    await (await databases.init(id)).destroy();
    const atStart = activeResources();
    const knex = await databases.init(id);
    await migrate(knex);
    const random = randomFrom(seed);
    const servers = { east: startServer(), west: startServer() };
    const urls = { east: await servers.east.start(), west: await servers.west.start() };
    const chaos = Object.values(servers).map(server => new Chaos(server, random));
    // Replicas of PostgreSQL have connections of their own, which are cut to kill one.
    const quiet = { warn() {}, error() {}, debug() {}, deprecate() {} };
    const connect = () =>
      id === 'SQLITE_3' ? knex : knexFactory({ ...knex.client.config, acquireConnectionTimeout: 2_000, log: quiet });
    let count = 0;
    const start = () => {
      const own = connect();
      const replica = startReplica({ name: `replica-${(count += 1)}`, knex: own, urls, components: () => components });
      return { replica, own };
    };
    const replicas: { replica: Replica; own: Knex }[] = id === 'SQLITE_3' ? [start()] : [start(), start()];
    const killed: Promise<unknown>[] = [];
    const stopped: WeakRef<Replica>[] = [];
    const heap = new HeapSlope(Math.max(1_000, (seconds * 1_000) / 12));
    const end = performance.now() + seconds * 1000;
    let nextKill = performance.now() + 3_000;
    while (performance.now() < end) {
      for (const one of chaos) one.step();
      await heap.look(() => {
        // The servers' own books would grow, which is no matter of what reads them.
        for (const server of Object.values(servers)) {
          server.requests.length = 0;
          server.history.compact();
        }
      });
      await delay(Math.floor(random() * 20));
      if (performance.now() < nextKill) continue;
      nextKill += 4_000;
      const [{ replica, own }] = replicas.splice(Math.floor(random() * replicas.length), 1);
      stopped.push(new WeakRef(replica));
      if (id === 'SQLITE_3') await replica.stop();
      // Cut off in the middle of whatever it writes, without a chance to give its leases back.
      else killed.push(own.destroy().then(() => replica.stop()));
      replicas.push(start());
    }
    for (const one of chaos) one.heal();
    let isEqual = false;
    for (let waited = 0; waited < 60_000 && !isEqual; waited += 500) {
      await delay(500);
      isEqual = await agree(knex, servers);
    }
    for (const { replica } of replicas) stopped.push(new WeakRef(replica));
    await Promise.all(replicas.map(({ replica }) => replica.stop()));
    await Promise.all(killed.map(one => one.catch(() => {})));
    for (const [cluster, server] of Object.entries(servers)) {
      expect(withoutTimed(await stored(knex, cluster))).toEqual(withoutTimed(fromScratch(cluster, server)));
    }
    const rows = await new TransitionStore(knex).all();
    const replayed = replay(rows);
    for (const part of await knex<PartRow>('maturity_parts')) {
      const worst = new Map<string, VerdictRecord['verdict']>();
      for (const { check, verdict } of recordsOf(part)) {
        const held = worst.get(check);
        if (!held || verdicts.indexOf(verdict) < verdicts.indexOf(held)) worst.set(check, verdict);
      }
      for (const [check, verdict] of worst) {
        const told = replayed.get(`${part.component_ref} ${part.environment} ${check}`);
        expect([part.component_ref, check, told ?? verdict]).toEqual([part.component_ref, check, verdict]);
      }
    }
    for (const { component_ref: ref, level } of await knex('maturity_reports').select('component_ref', 'level'))
      expect([ref, replayed.get(ref)]).toEqual([ref, level]);
    expect(rows.length).toBeGreaterThan(components.length);
    // Nothing is left open: no watch, and no connection but the test's own.
    const open = () => Object.values(servers).map(server => server.openWatches);
    for (let waited = 0; waited < 5_000 && open().some(Boolean); waited += 50) await delay(50);
    expect(open()).toEqual([0, 0]);
    for (const { own } of replicas) if (own !== knex) await own.destroy();
    await Promise.all(Object.values(servers).map(server => server.stop()));
    await knex.destroy();
    // Nor are handles and timers, nor what stopped replicas held; and the heap did not grow with what happened.
    replicas.length = 0;
    expect(await leftOver(atStart)).toEqual({});
    const alive = () => stopped.filter(one => one.deref()).length;
    for (let tries = 0; tries < 10 && alive() > 0; tries++) await collectGarbage();
    // The one that the loop looked at last may still be on the stack of this test.
    expect(alive()).toBeLessThanOrEqual(1);
    expect(stopped.length).toBeGreaterThan(2);
    expect(heap.growth()).toBeLessThan(0.25);
  });
});
