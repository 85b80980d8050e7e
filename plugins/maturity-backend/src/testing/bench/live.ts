// Measures keeping a fleet current: `yarn bench --only live [--components 10000] [--seconds 60] [--rate 500] [--postgres]
// [--json]`. PostgreSQL where MATURITY_BENCH_PG names a connection or --postgres starts one, SQLite otherwise.
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { PartRow } from '../../store/rows';
import { fleetEntities } from '../entityOf';
import { startReplica } from '../replica';
import { answers, censusOf, otherReplica } from './answers';
import { openBenchDatabase } from './BenchDatabase';
import { StoredTimes, manyEvents, oneEvent } from './events';
import { LoopDelay, clock, round } from './measuring';
import { FleetProcess } from './FleetProcess';
import type { FleetAnswer } from './servedFleet';
import { storage } from './storage';

const { values } = parseArgs({
  options: {
    components: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '60' },
    rate: { type: 'string', default: '500' },
    postgres: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const components = Number(values.components);
// with-postgres.cjs names the server that it started like this.
const started = values.postgres ? process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING : undefined;
const connection = process.env.MATURITY_BENCH_PG ?? started;
const results: Record<string, object> = {};

function report(part: string, figures: object): void {
  results[part] = figures;
  if (values.json) return;
  console.log(`\n${part}`);
  console.table(figures);
}

async function main(): Promise<void> {
  const database = await openBenchDatabase(connection);
  const { knex, name } = database;
  const fleet = new FleetProcess(components);
  const { url, objects, jsonBytes, parse, parseCpu } = await fleet.next<Extract<FleetAnswer, { url: string }>>();
  const entities = new Map(fleetEntities(components).map(entity => [entity.metadata.name, entity]));
  const times = new StoredTimes();
  const turns: number[] = [];
  const loop = new LoopDelay();
  const start = clock();
  const before = process.threadCpuUsage();
  const replica = startReplica({
    name: 'bench',
    knex,
    urls: { fleet: url },
    components: () => [...entities.keys()],
    entity: one => entities.get(one)!,
    catalogPause: 30_000,
    onTurn: milliseconds => turns.push(milliseconds),
    onReports: refs => times.reports(refs),
    onStored: refs => times.stored(refs),
  });
  const since = async (isTrue: () => Promise<boolean>, pause: number) => {
    while (!(await isTrue())) await delay(pause);
    return round(clock() - start);
  };
  const firstReport = await since(async () => times.reported.size > 0, 10);
  const synced = await since(async () => {
    const row = await knex('maturity_sources').where('environment', 'fleet').first('status');
    const status = JSON.parse(row?.status ?? '{"objects":0,"kinds":[1]}');
    return status.objects === objects && status.kinds.length === 0;
  }, 100);
  const { user, system } = process.threadCpuUsage(before);
  const readCpu = (user + system) / 1e3;
  const all = await since(async () => {
    const final = { environment: 'fleet', provisional: false };
    const [{ n }] = await knex<PartRow>('maturity_parts').where(final).count({ n: '*' });
    return Number(n) === components;
  }, 200);
  const held = loop.take();
  await delay(3_000);
  global.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  report(`first sync, ${name}`, {
    objects,
    'JSON (MB)': round(jsonBytes / 1e6),
    'JSON.parse (ms)': round(parse),
    'all objects read (ms)': synced,
    'against JSON.parse (goal 3)': round(synced / parse, 1),
    'the same by processor time': round(readCpu / parseCpu, 1),
    'first report (ms, goal 2000)': firstReport,
    'all components stored (ms)': all,
    'heap with everything (MB)': round(heapUsed / 1e6),
    'heap with everything, against JSON': round(heapUsed / jsonBytes, 2),
    'resident (MB, goal 1500)': round(rss / 1e6),
    ...held,
  });
  report('one event to its verdict stored (ms, goal p99 50)', await oneEvent(fleet, times, components));
  const rate = Number(values.rate);
  const seconds = Number(values.seconds);
  report('many events', await manyEvents(fleet, times, loop, { knex, rate, seconds, turns }));
  report(`API queries, p95 (ms), ${name}`, await answers(knex, components));
  report('census of the organisation', await censusOf(knex));
  if (connection) report('another replica (goal 1000)', await otherReplica(connection, fleet, components));
  report('storage', await storage(database, components));
  if (values.json) console.log(JSON.stringify(results, null, 2));
  await replica.stop();
  fleet.send({ stop: true });
  await database.end();
  process.exit(0);
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
