// Measures the engine: judging a whole fleet against the time that parsing the same objects takes.
import { performance } from 'node:perf_hooks';
import { allChecks, fieldsRead } from '@maturity-roadmap/checks';
import type { Check, KubernetesObject } from '@maturity-roadmap/engine';
import {
  ObjectIndex,
  Projector,
  componentSelector,
  evaluateCheck,
  kindDefinitions,
  mapComponents,
  resolveWorkloads,
  scoreComponent,
} from '@maturity-roadmap/engine';
import { defaultOutline } from '@maturity-roadmap/roadmap';
import { asServed, clusterObjects, fleet, observedAt } from '@maturity-roadmap/engine/testing';

/** Figures of one size of fleet. Times in milliseconds. */
export interface EngineFigures {
  components: number;
  objects: number;
  jsonBytes: number;
  parse: number;
  /** Leaving out what no check reads, and sharing what is equal. */
  project: number;
  index: number;
  score: number;
  /** Judging, with the finding of workloads and components, against parsing. */
  ratio: number;
}

const perNamespace = 7;
const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

function time(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** The objects of a fleet as the API server would send them. */
export function textsOf(components: number): string[] {
  const texts: string[] = [];
  const serve = (object: KubernetesObject) => texts.push(JSON.stringify(asServed(object, texts.length)));
  clusterObjects(components, perNamespace).forEach(serve);
  for (const { objects } of fleet({ components, perNamespace })) objects.forEach(serve);
  return texts;
}

/** An index as a cluster's: add-ons of which there is no object are not served. */
export function indexOf(objects: Iterable<KubernetesObject>): ObjectIndex {
  const index = new ObjectIndex('fleet', observedAt);
  for (const object of objects) index.upsert(object);
  const present = new Set(index.kinds());
  for (const { id, provenance } of kindDefinitions) {
    if (provenance === 'repository') index.setState(id, { state: 'notCollected', message: 'no repository' });
    else if (!present.has(id)) index.setState(id, { state: 'notServed' });
  }
  return index;
}

function judgeFleet(index: ObjectIndex, components: number): void {
  const selectors = Array.from({ length: components }, (_, at) => {
    const name = `service-${at}`;
    return componentSelector(`component:default/${name}`, name, { 'backstage.io/kubernetes-id': name });
  });
  const { workloads } = mapComponents(selectors, resolveWorkloads(index));
  const snapshot = { observedAt, clusters: new Map([[index.cluster, index]]) };
  for (const { component } of selectors)
    scoreComponent({ ref: component, workloads: workloads.get(component) ?? [] }, snapshot, allChecks, defaultOutline);
}

/** Measures a fleet several times and takes the median of each figure. */
export function measureEngine(components: number, rounds = 3): EngineFigures {
  const texts = textsOf(components);
  const parse: number[] = [];
  const project: number[] = [];
  const build: number[] = [];
  const score: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    let objects: KubernetesObject[] = [];
    const parsed = time(() => {
      objects = texts.map(text => JSON.parse(text) as KubernetesObject);
    });
    const projector = new Projector({ fields: fieldsRead });
    const projected = time(() => {
      objects = objects.map(object => projector.project(object));
    });
    let index: ObjectIndex | undefined;
    const built = time(() => {
      index = indexOf(objects);
    });
    const judged = time(() => judgeFleet(index!, components));
    // The first round warms up.
    if (round === 0) continue;
    parse.push(parsed);
    project.push(projected);
    build.push(built);
    score.push(judged);
  }
  return {
    components,
    objects: texts.length,
    jsonBytes: texts.reduce((sum, text) => sum + text.length, 0),
    parse: median(parse),
    project: median(project),
    index: median(build),
    score: median(score),
    ratio: median(score) / median(parse),
  };
}

/** Time of one check. */
export interface CheckFigures {
  check: string;
  microseconds: number;
}

/** Microseconds that each check takes for a workload, slowest first. */
export function measureChecks(components: number): CheckFigures[] {
  const index = indexOf(parseEach(textsOf(components)));
  const workloads = resolveWorkloads(index);
  const run = (check: Check) =>
    time(() => {
      for (const workload of workloads) evaluateCheck(check, workload, index);
    });
  return allChecks
    .filter(({ subject }) => subject === 'workload')
    .map(check => {
      run(check);
      return {
        check: check.id,
        microseconds: (median([run(check), run(check), run(check)]) * 1000) / workloads.length,
      };
    })
    .sort((a, b) => b.microseconds - a.microseconds);
}

/** Bytes of heap that the index retains for each byte of its objects' JSON. Needs `--expose-gc`. */
export function measureHeap(components: number): { heapBytes: number; jsonBytes: number; ratio: number } {
  if (!global.gc) throw new Error('heap can be measured only with --expose-gc');
  const texts = textsOf(components);
  const jsonBytes = texts.reduce((sum, text) => sum + text.length, 0);
  const settled = () => {
    global.gc!();
    global.gc!();
    return process.memoryUsage().heapUsed;
  };
  const before = settled();
  // Objects are parsed from texts of their own, so that the index shares nothing with what is measured against.
  let index: ObjectIndex | undefined = indexOf(parseEach(texts));
  const after = settled();
  const heapBytes = after - before;
  if (index.size === 0) throw new Error('the index is empty');
  index = undefined;
  return { heapBytes, jsonBytes, ratio: heapBytes / jsonBytes };
}

function* parseEach(texts: readonly string[]): Generator<KubernetesObject> {
  const projector = new Projector({ fields: fieldsRead });
  for (const text of texts) yield projector.project(JSON.parse(text) as KubernetesObject);
}
