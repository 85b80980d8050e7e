// A thread of its own with a simulated API server that serves a made-up fleet and changes it on request.
import { parentPort, workerData } from 'node:worker_threads';
import type { KubernetesObject } from '@maturity-roadmap/engine';
import { asServed, clusterObjects, fleet } from '@maturity-roadmap/engine/testing';
import { SimulatedApiServer } from '../SimulatedApiServer';

/** What the thread is asked to do. */
export type FleetRequest = { change: number } | { all: true } | { stop: true };

/** What it answers. */
export type FleetAnswer =
  | { url: string; objects: number; jsonBytes: number; parse: number }
  | { changed: string; at: number }
  | { all: KubernetesObject[] };

const components = Number(workerData);
const port = parentPort!;
const answer = (message: FleetAnswer) => port.postMessage(message);
/** Milliseconds by a clock that all threads share. */
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
function change(at: number): void {
  const name = `service-${at % components}`;
  const original = deployments.get(name)!;
  const text = JSON.stringify(original, (key, value) => (key === 'readinessProbe' ? undefined : value));
  const isBare = bare.has(name);
  if (isBare) bare.delete(name);
  else bare.add(name);
  server.history.apply(isBare ? original : JSON.parse(text));
  answer({ changed: name, at: now() });
}

async function main(): Promise<void> {
  const url = await server.start();
  const texts = served.map(object => JSON.stringify(object));
  const started = performance.now();
  for (const text of texts) JSON.parse(text);
  const parse = performance.now() - started;
  answer({ url, objects: served.length, jsonBytes: texts.reduce((sum, text) => sum + text.length, 0), parse });
  port.on('message', (request: FleetRequest) => {
    if ('change' in request) change(request.change);
    else if ('all' in request) answer({ all: server.history.all() });
    else void server.stop().then(() => process.exit(0));
  });
}

void main();
