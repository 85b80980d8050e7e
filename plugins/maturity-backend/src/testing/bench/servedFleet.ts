// A process of its own with a simulated API server that serves a made-up fleet and changes it on request.
import { allChecks, fieldsRead } from '@maturity-roadmap/checks';
import { judgeComponent, kindDefinitions } from '@maturity-roadmap/engine';
import { asServed, clusterObjects, fleet } from '@maturity-roadmap/engine/testing';
import { LiveEnvironment } from '../../index/LiveEnvironment';
import { refOf } from '../refOf';
import { SimulatedApiServer } from '../SimulatedApiServer';
import { turned } from './turned';

/** What the process is asked to do. */
export type FleetRequest =
  | { change: number }
  /** So many changes a second, for so many seconds, whatever the backend makes of them. */
  | { drive: { rate: number; seconds: number } }
  | { judge: true }
  | { stop: true };

/** What it answers. */
export type FleetAnswer =
  | { url: string; objects: number; jsonBytes: number; parse: number; parseCpu: number }
  | { changed: string; at: number }
  /** Changes since the last such message, and those of all. */
  | { driven: [changed: string, at: number][]; offered: number; done: boolean }
  | { verdicts: [string, string][] };

const components = Number(process.argv[2]);
const answer = (message: FleetAnswer) => process.send!(message);
/** Milliseconds by a clock that all processes share. */
const now = () => performance.timeOrigin + performance.now();

const objects = clusterObjects(components, 7);
for (const one of fleet({ components })) objects.push(...one.objects);
const served = objects.map(asServed);
const server = new SimulatedApiServer(served);
const deployments = new Map(
  served.filter(({ kind }) => kind === 'Deployment').map(object => [object.metadata.name, object]),
);
const bare = new Set<string>();

/** Takes the readiness probe of a Deployment out, or puts it back: a verdict changes with it each time. */
function change(at: number): string {
  const name = `service-${at % components}`;
  const original = deployments.get(name)!;
  const text = JSON.stringify(original, (key, value) => (key === 'readinessProbe' ? undefined : value));
  const isBare = bare.has(name);
  if (isBare) bare.delete(name);
  else bare.add(name);
  server.history.apply(isBare ? original : JSON.parse(text));
  return name;
}

/** Milliseconds between two ticks of the driver. */
const tick = 20;

/** Changes objects at a steady rate. What a tick could not do in time is made up for by the next. */
function drive({ rate, seconds }: { rate: number; seconds: number }): void {
  const started = now();
  let offered = 0;
  const timer = setInterval(() => {
    const passed = Math.min(seconds * 1000, now() - started);
    const driven: [string, number][] = [];
    // Far apart in the fleet, so that neighbours do not change together.
    for (; offered < (passed / 1000) * rate; offered++) driven.push([change(offered * 7919), now()]);
    const done = passed >= seconds * 1000;
    answer({ driven, offered, done });
    if (done) clearInterval(timer);
  }, tick);
}

/** The verdict on each component, judged from nothing. */
function judgeAll(): [string, string][] {
  const live = new LiveEnvironment('fleet', { fields: fieldsRead });
  for (const object of server.history.all()) live.upsert(object);
  const present = new Set(live.index.kinds());
  for (const { id } of kindDefinitions) if (!present.has(id)) live.index.setState(id, { state: 'notServed' });
  const snapshot = { observedAt: live.index.observedAt, clusters: new Map([['fleet', live.view]]) };
  return live.workloads().map(workload => {
    const ref = refOf(workload.name);
    const records = judgeComponent({ ref, workloads: [workload] }, snapshot, allChecks);
    return [ref, records.find(({ check }) => check === turned)?.verdict ?? ''];
  });
}

async function main(): Promise<void> {
  const url = await server.start();
  const texts = served.map(object => JSON.stringify(object));
  const started = performance.now();
  const before = process.threadCpuUsage();
  for (const text of texts) JSON.parse(text);
  const parse = performance.now() - started;
  const { user, system } = process.threadCpuUsage(before);
  const parseCpu = (user + system) / 1e3;
  answer({
    url,
    objects: served.length,
    jsonBytes: texts.reduce((sum, text) => sum + text.length, 0),
    parse,
    parseCpu,
  });
  // It ends with whoever started it.
  process.on('disconnect', () => process.exit(0));
  process.on('message', (request: FleetRequest) => {
    if ('change' in request) answer({ changed: change(request.change), at: now() });
    else if ('drive' in request) drive(request.drive);
    else if ('judge' in request) answer({ verdicts: judgeAll() });
    else void server.stop().then(() => process.exit(0));
  });
}

void main();
