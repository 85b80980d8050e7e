// Measures keeping a fleet current: `tsx live.ts [--components 10000] [--seconds 60] [--json]`. PostgreSQL where
// MATURITY_BENCH_PG names a connection, SQLite otherwise.
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { allChecks } from '@maturity-roadmap/checks';
import type { VerdictRecord } from '@maturity-roadmap/engine';
import { defaultOutline } from '@maturity-roadmap/roadmap';
import knexFactory from 'knex';
import { Composer } from '../../store/Composer';
import { migrate } from '../../store/Database';
import { Queries } from '../../store/queries';
import { ReportStore } from '../../store/ReportStore';
import { textToRecords } from '../../store/recordText';
import type { PartRow } from '../../store/rows';
import { refOf } from '../refOf';
import { startReplica } from '../replica';
import type { FleetAnswer, FleetRequest } from './servedFleet';
import { turned } from './turned';

const { values } = parseArgs({
  options: {
    components: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '60' },
    json: { type: 'boolean', default: false },
  },
});
const components = Number(values.components);
const seconds = Number(values.seconds);
const folder = mkdtempSync(join(tmpdir(), 'maturity-bench-'));
const file = join(folder, 'maturity.sqlite');
const connection = process.env.MATURITY_BENCH_PG;
const connect = () =>
  connection
    ? knexFactory({ client: 'pg', connection })
    : knexFactory({ client: 'better-sqlite3', connection: { filename: file }, useNullAsDefault: true });

const composer = new Composer(allChecks, defaultOutline);
const clock = () => performance.timeOrigin + performance.now();
const round = (value: number, digits = 0) => Number(value.toFixed(digits));
const quantile = (all: readonly number[], share: number) =>
  [...all].sort((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * share))];
const results: Record<string, Record<string, unknown>> = {};

function report(part: string, figures: Record<string, unknown>): void {
  results[part] = figures;
  if (values.json) return;
  console.log(`\n${part}`);
  console.table(figures);
}

class ServedFleet {
  // eslint-disable-next-line no-restricted-syntax -- run from the source, beside the other script
  private readonly child = fork(join(__dirname, 'servedFleet.ts'), [String(components)], {
    execArgv: ['--import', 'tsx', '--max-old-space-size=8000'],
  });

  next<T extends FleetAnswer>(): Promise<T> {
    return new Promise(resolve => void this.child.once('message', answer => resolve(answer as T)));
  }

  ask<T extends FleetAnswer>(request: FleetRequest): Promise<T> {
    const answered = this.next<T>();
    this.send(request);
    return answered;
  }

  onChange(told: (change: { changed: string; at: number }) => void): void {
    this.child.on('message', message => {
      if ('changed' in (message as object)) told(message as { changed: string; at: number });
    });
  }

  send(request: FleetRequest): void {
    this.child.send(request);
  }
}

async function timeOf(work: () => Promise<unknown>, rounds = 30): Promise<number> {
  const times: number[] = [];
  for (let at = 0; at < rounds; at++) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return round(quantile(times, 0.95), 1);
}

const verdictOf = (records: readonly VerdictRecord[]) => records.find(({ check }) => check === turned)?.verdict ?? '';

async function main(): Promise<void> {
  const knex = connect();
  // As in production a crash of the machine may lose the last second; a crash of the process loses nothing.
  if (!connection) await knex.raw('pragma journal_mode = wal');
  await migrate(knex);
  const fleet = new ServedFleet();
  const { url, objects, jsonBytes, parse } = await fleet.next<Extract<FleetAnswer, { url: string }>>();
  const names = Array.from({ length: components }, (_, at) => `service-${at}`);
  const stored = new Map<string, number>();
  let firstReport = 0;
  const waiting = new Map<string, (at: number) => void>();
  const turns: number[] = [];
  const started = clock();
  const replica = startReplica({
    name: 'bench',
    knex,
    urls: { fleet: url },
    components: () => names,
    onTurn: milliseconds => turns.push(milliseconds),
    onReports: refs => {
      const at = clock();
      for (const ref of refs) {
        stored.set(ref, at);
        waiting.get(ref)?.(at);
      }
    },
  });
  const parts = async (final: boolean) => {
    const [{ n }] = await knex<PartRow>('maturity_parts')
      .where({ environment: 'fleet' })
      .modify(query => final && query.where('provisional', false))
      .count({ n: '*' });
    return Number(n);
  };
  while (!firstReport) {
    await delay(20);
    if (!firstReport && (await parts(false)) > 0) firstReport = clock() - started;
  }
  const synced = async () => {
    const row = await knex('maturity_sources').where('environment', 'fleet').first('status');
    const status = JSON.parse(row?.status ?? '{"objects":0,"kinds":[1]}');
    return status.objects === objects && status.kinds.length === 0;
  };
  while (!(await synced())) await delay(100);
  const sync = clock() - started;
  while ((await parts(true)) < components) await delay(200);
  const allJudged = clock() - started;
  await delay(3_000);
  global.gc?.();
  const memory = process.memoryUsage();
  report('first sync', {
    objects,
    'JSON (MB)': round(jsonBytes / 1e6),
    'JSON.parse (ms)': round(parse),
    'all objects read (ms)': round(sync),
    'against JSON.parse (goal 3)': round(sync / parse, 1),
    'first report (ms, goal 2000)': round(firstReport),
    'all components stored (ms)': round(allJudged),
    'heap with everything (MB)': round(memory.heapUsed / 1e6),
    'resident (MB, goal 1500)': round(memory.rss / 1e6),
  });

  const storedNext = (ref: string) => new Promise<number>(resolve => void waiting.set(ref, resolve));
  const single: number[] = [];
  for (let at = 0; at < 300; at++) {
    const ref = refOf(`service-${(at * 31) % components}`);
    const arrived = storedNext(ref);
    const { at: changed } = await fleet.ask<Extract<FleetAnswer, { at: number }>>({ change: (at * 31) % components });
    single.push((await arrived) - changed);
    await delay(10);
  }
  waiting.clear();
  report('one event to its verdict stored (ms, goal p99 50)', {
    p50: round(quantile(single, 0.5), 1),
    p95: round(quantile(single, 0.95), 1),
    p99: round(quantile(single, 0.99), 1),
  });

  const changes = new Map<string, number>();
  const lags: number[] = [];
  fleet.onChange(({ changed, at }) => changes.set(refOf(changed), at));
  const perTick = 25;
  let next = 0;
  turns.length = 0;
  const end = clock() + seconds * 1000;
  while (clock() < end) {
    const tick = clock();
    for (let at = 0; at < perTick; at++) fleet.send({ change: (next++ * 7919) % components });
    const held = [...changes].filter(([ref, at]) => (stored.get(ref) ?? 0) < at).map(([, at]) => tick - at);
    lags.push(Math.max(0, ...held));
    await delay(Math.max(0, perTick * 2 - (clock() - tick)));
  }
  const rate = next / seconds;
  const settleStart = clock();
  const behind = () => [...changes].some(([ref, at]) => (stored.get(ref) ?? 0) < at);
  while (behind() && clock() - settleStart < 120_000) await delay(50);
  const settled = clock() - settleStart;
  await delay(1_000);
  const { verdicts } = await fleet.ask<Extract<FleetAnswer, { verdicts: unknown }>>({ judge: true });
  const expected = new Map(verdicts);
  let wrong = 0;
  for (const row of await knex<PartRow>('maturity_parts')
    .where('environment', 'fleet')
    .select('component_ref', 'records'))
    if (verdictOf(textToRecords(row.records, 'fleet')) !== expected.get(row.component_ref)) wrong += 1;
  report('many events', {
    'events a second': round(rate),
    seconds,
    'lag p50 (ms)': round(quantile(lags, 0.5)),
    'lag p99 (ms, goal 1000)': round(quantile(lags, 0.99)),
    'lag most (ms)': round(Math.max(...lags)),
    'caught up after (ms)': round(settled),
    'components that differ from a full recompute': wrong,
    'longest turn of judging (ms, goal 20)': round(Math.max(...turns), 1),
  });

  const queries = new Queries(knex);
  const reports = new ReportStore(knex, async () => composer);
  report(`API queries, p95 (ms), ${connection ? 'PostgreSQL' : 'SQLite'}`, {
    'report of a component (goal 20)': await timeOf(async () => {
      const ref = refOf(`service-${Math.floor(Math.random() * components)}`);
      await Promise.all([reports.get(ref), queries.transitions({ component: ref }, 50)]);
    }),
    'organisation summary (goal 100)': await timeOf(() =>
      Promise.all([
        queries.levels(undefined),
        queries.topics(undefined),
        queries.transitions({ levelsOf: undefined }, 10),
        queries.unknowns(undefined, 50),
      ]),
    ),
    'heat map (goal 100)': await timeOf(() => queries.heatMap('owner', undefined)),
    'table of components (goal 100)': await timeOf(() =>
      queries.components({ q: 'service-1', sort: 'score', order: 'desc' }, undefined),
    ),
  });
  const [{ n: transitions }] = await knex('maturity_transitions').count({ n: '*' });
  const rows = await knex('maturity_transitions').whereNotNull('check_id').limit(500);
  const sizeOf = (row: object) =>
    Object.values(row).reduce((sum: number, value) => sum + String(value ?? '').length, 0);
  const bytes = rows.reduce((sum, row) => sum + sizeOf(row), 0) / Math.max(1, rows.length);
  const [{ n: judged }] = await knex('maturity_checks').count({ n: '*' });
  const perYear = Number(judged) * 0.01 * 365 * bytes;
  report('storage', {
    'database (MB)': connection ? '-' : round(statSync(file).size / 1e6),
    transitions: Number(transitions),
    'bytes for a transition': round(bytes),
    'a year at 1% of verdicts a day (GB, goal 2)': round(perYear / 1e9, 2),
  });
  if (values.json) console.log(JSON.stringify(results, null, 2));
  await replica.stop();
  fleet.send({ stop: true });
  await knex.destroy();
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
}

void main();
