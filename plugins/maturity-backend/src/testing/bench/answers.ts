// What the API asks of the database, and how soon another replica sees a change.
import { setTimeout as delay } from 'node:timers/promises';
import { allChecks } from '@maturity-roadmap/checks';
import { defaultOutline } from '@maturity-roadmap/roadmap';
import type { Knex } from 'knex';
import { leverageView } from '../../api/views/leverageView';
import { controlLeverage } from '../../api/views/steering/controlLeverage';
import { namespaceControls } from '../../scoring/namespaceControls';
import { Census } from '../../store/Census';
import { Composer } from '../../store/Composer';
import { Queries } from '../../store/queries';
import { ReportStore } from '../../store/ReportStore';
import type { BackendProcess } from '../processes';
import { startMaturityBackend } from '../processes';
import { refOf } from '../refOf';
import { clock, round, spread, timeOf } from './measuring';
import type { FleetProcess } from './FleetProcess';
import type { FleetAnswer } from './servedFleet';
import { turned } from './turned';

const anyOf = (components: number) => refOf(`service-${Math.floor(Math.random() * components)}`);

/** The statements behind answers, p95 in milliseconds; also for a caller who may see half of all components. */
export async function answers(knex: Knex, components: number) {
  const queries = new Queries(knex);
  const composer = new Composer(allChecks, defaultOutline);
  const reports = new ReportStore(knex, async () => composer);
  const half = new Set(Array.from({ length: components / 2 }, (_, at) => refOf(`service-${at * 2}`)));
  const summary = (visible?: ReadonlySet<string>) =>
    Promise.all([
      queries.levels(visible),
      queries.topics(visible),
      queries.transitions({ levelsOf: visible }, 10),
      queries.unknowns(visible, 50),
    ]);
  return {
    'report of a component (goal 20)': await timeOf(async () => {
      const ref = anyOf(components);
      await Promise.all([reports.get(ref), queries.transitions({ component: ref }, 50)]);
    }),
    'organisation summary (goal 100)': await timeOf(() => summary()),
    'organisation summary, half visible': await timeOf(() => summary(half)),
    'heat map (goal 100)': await timeOf(() => queries.heatMap('owner', undefined)),
    'heat map, half visible': await timeOf(() => queries.heatMap('owner', half)),
    'table of components (goal 100)': await timeOf(() =>
      queries.components({ q: 'service-1', sort: 'score', order: 'desc' }, undefined),
    ),
    'table of a topic (goal 100)': await timeOf(() =>
      queries.components({ topic: 'health-checks', verdict: 'missed', sort: 'score' }, undefined),
    ),
    'counts of all checks': await timeOf(() => queries.checks(undefined)),
  };
}

/** What the organisation asks across all verdicts is answered from memory. */
export async function censusOf(knex: Knex) {
  const census = new Census(knex, allChecks, 0);
  global.gc?.();
  const before = process.memoryUsage().heapUsed;
  const started = clock();
  const components = [...(await census.get()).values()];
  const first = clock() - started;
  global.gc?.();
  return {
    'read for the first time (ms)': round(first),
    'held (MB)': round((process.memoryUsage().heapUsed - before) / 1e6),
    'compared again (ms)': await timeOf(() => census.get()),
    'leverage (ms)': await timeOf(async () => leverageView(components, allChecks)),
    'controls of namespaces (ms)': await timeOf(async () => controlLeverage(components, namespaceControls, allChecks)),
  };
}

const token = 'token-of-the-benchmark-0123456789';

async function ask<T>({ url }: BackendProcess, path: string): Promise<T> {
  const response = await fetch(`${url}/api/maturity${path}`, { headers: { authorization: `Bearer ${token}` } });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}

/** Changes in the cluster until a whole backend that keeps nothing of it shows them, and its answers over HTTP. */
export async function otherReplica(connection: string, fleet: FleetProcess, components: number) {
  const { hostname, port, username: user, password, pathname } = new URL(connection);
  const settings = { host: hostname, port: Number(port), user, password, database: pathname.slice(1) || 'postgres' };
  const other = await startMaturityBackend({
    connection: settings,
    clusters: [],
    components: [],
    fleet: components,
    token,
  });
  const verdictOf = async (name: string) => {
    const { report } = await ask<{ report: { verdicts: { check: string; verdict: string }[] } }>(
      other,
      `/reports/component/default/${name}`,
    );
    return report.verdicts.find(({ check }) => check === turned)?.verdict;
  };
  try {
    const took: number[] = [];
    for (let at = 0; at < 200; at++) {
      const number = (at * 37 + 5) % components;
      const before = await verdictOf(`service-${number}`);
      const { at: changed } = await fleet.ask<Extract<FleetAnswer, { at: number }>>({ change: number });
      while ((await verdictOf(`service-${number}`)) === before) await delay(2);
      took.push(clock() - changed);
    }
    return {
      ...Object.fromEntries(Object.entries(spread(took)).map(([name, value]) => [`change shown, ${name} (ms)`, value])),
      'GET report, p95 (ms, goal 20)': await timeOf(() => ask(other, `/reports/component/default/service-7`)),
      'GET summary, p95 (ms, goal 100)': await timeOf(() => ask(other, '/organisation/summary')),
      'GET heat map, p95 (ms, goal 100)': await timeOf(() => ask(other, '/organisation/heatmap?by=owner')),
      'GET table page, p95 (ms, goal 100)': await timeOf(() => ask(other, '/components?q=service-1&sort=score')),
    };
  } finally {
    other.child.kill();
  }
}
