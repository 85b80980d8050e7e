// What a change makes be judged: what it can touch, once, and nothing else.
import { setTimeout as delay } from 'node:timers/promises';
import { allChecks, fieldsRead } from '@maturity-roadmap/checks';
import type { KubernetesObject } from '@maturity-roadmap/engine';
import { ComponentMapper, componentSelector, judgeComponent, timeKey } from '@maturity-roadmap/engine';
import { fleet } from '@maturity-roadmap/engine/testing';
import type { CatalogComponent } from '../components/CatalogComponents';
import { LiveEnvironment } from '../index/LiveEnvironment';
import { randomFrom } from '../testing/random';
import { refOf } from '../testing/refOf';
import { EnvironmentJudge } from './EnvironmentJudge';
import type { Judgement } from './Judgement';

const components = Array.from({ length: 14 }, (_, at) => `service-${at}`);
const objects = [...fleet({ components: components.length })].flatMap(one => one.objects);
const selectors = components.map(name => componentSelector(refOf(name), name));
const catalog = selectors.map(selector => ({ ref: selector.component, title: selector.name, selector }));
const standard = {
  components: new Map(catalog.map(one => [one.ref, one as CatalogComponent])),
  mapper: new ComponentMapper(selectors),
  checks: allChecks,
};

let live: LiveEnvironment;
let judge: EnvironmentJudge;
let saved: (readonly Judgement[])[];
let fail: Error | undefined;
const stop = { signal: new AbortController() };
let running: Promise<void>;

beforeEach(async () => {
  live = new LiveEnvironment('prod', { fields: fieldsRead });
  saved = [];
  fail = undefined;
  const save = async (judgements: readonly Judgement[]) => {
    if (fail) throw fail;
    saved.push(judgements);
  };
  judge = new EnvironmentJudge({ environment: live, save, isKnown: () => false });
  for (const object of objects) live.upsert(object);
  judge.use(standard);
  judge.settled();
  stop.signal = new AbortController();
  running = judge.run(stop.signal.signal);
  await idle();
});
afterEach(async () => {
  stop.signal.abort();
  await running.catch(() => {});
});

async function idle(): Promise<void> {
  do await delay(20);
  while (judge.waiting > 0);
  await delay(20);
}

const judged = () => [...new Set(saved.flat().map(({ component }) => component.title))].sort();
const found = (kind: string, name: string) =>
  objects.find(one => one.kind === kind && one.metadata.name === name) as KubernetesObject & { spec: object };

async function after(change: () => void): Promise<string[]> {
  saved = [];
  change();
  await idle();
  return judged();
}

it('judges everything once it has been read', () => {
  expect(judged()).toEqual([...components].sort());
});

it('judges what can see the change, and no other namespace', async () => {
  const deployment = found('Deployment', 'service-3');
  const seen = await after(() => live.upsert({ ...deployment, spec: { ...deployment.spec, paused: true } } as never));
  expect(seen).toContain('service-3');
  expect(seen).not.toContain('service-9');
});

it('judges the owner of a pod alone', async () => {
  const pod = objects.find(one => one.kind === 'Pod' && one.metadata.name.startsWith('service-3-'))!;
  const restarted = JSON.parse(JSON.stringify(pod).replace('"restartCount":0', '"restartCount":9'));
  expect(await after(() => live.upsert(restarted))).toEqual(['service-3']);
});

it('judges by the checks that can see the change, the component itself and its neighbours', async () => {
  const deployment = found('Deployment', 'service-3');
  await after(() => live.upsert({ ...deployment, spec: { ...deployment.spec, paused: true } } as never));
  const own = saved.flat().find(({ component }) => component.title === 'service-3');
  expect(own?.only).toContain('deployment-available');
  expect(own?.only).not.toContain('pod-readiness-probe');
  for (const { only } of saved.flat()) expect(only!.size).toBeLessThan(10);
});

it('judges by all checks what has other workloads than before', async () => {
  const { metadata, ...rest } = found('Deployment', 'service-3');
  await after(() => live.upsert({ ...rest, metadata: { ...metadata, name: 'copy', uid: 'copy' } } as KubernetesObject));
  const own = saved.flat().find(({ component }) => component.title === 'service-3');
  expect([own?.only, own?.workloads.length]).toEqual([undefined, 2]);
});

it('finds what all checks would find, whichever fields change', async () => {
  const known = new Map<string, Map<string, string>>();
  const note = (judgements: readonly Judgement[]) => {
    for (const { component, records, only } of judgements) {
      const checks = only ? known.get(component.ref)! : new Map<string, string>();
      for (const record of records) checks.set(record.check, JSON.stringify(record));
      known.set(component.ref, checks);
    }
  };
  note(saved.flat());
  const next = randomFrom(11);
  const pick: Pick = list => list[Math.floor(next() * list.length)];
  const some = objects.filter(({ metadata }) => metadata.name.startsWith('service-'));
  const damageOne = () => live.upsert(damaged(pick(some), pick));
  let partly = 0;
  for (let round = 0; round < 150; round++) {
    await after(damageOne);
    note(saved.flat());
    partly += saved.flat().filter(({ only }) => only).length;
  }
  const snapshot = { observedAt: live.index.observedAt, clusters: new Map([['prod', live.view]]) };
  for (const workload of live.workloads().filter(({ name }) => name.startsWith('service-'))) {
    const ref = refOf(workload.name);
    const whole = judgeComponent({ ref, workloads: [workload] }, snapshot, allChecks);
    expect(Object.fromEntries(known.get(ref)!)).toEqual(
      Object.fromEntries(whole.map(record => [record.check, JSON.stringify(record)])),
    );
  }
  expect(partly).toBeGreaterThan(100);
}, 60_000);

type Pick = <T>(list: readonly T[]) => T;

/** An object without one of its fields, anywhere but in its name and kind. */
function damaged(object: KubernetesObject, pick: Pick): KubernetesObject {
  const copy = JSON.parse(JSON.stringify(object)) as KubernetesObject;
  const places: [Record<string, unknown>, string][] = [];
  const visit = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (!Array.isArray(value)) places.push([value as Record<string, unknown>, key]);
      visit(inner);
    }
  };
  const { spec, status, metadata } = copy as KubernetesObject & { spec?: unknown; status?: unknown };
  [spec, status, metadata.labels, metadata.annotations].forEach(visit);
  if (places.length === 0) return copy;
  const [parent, key] = pick(places);
  delete parent[key];
  return copy;
}

it('reads no kind that a check does not declare', () => {
  const snapshot = { observedAt: live.index.observedAt, clusters: new Map([['prod', live.view]]) };
  const { view } = live;
  const workloads = live.workloads();
  for (const check of allChecks) {
    const { reads } = view.record(() => judgeComponent({ ref: 'component:default/all', workloads }, snapshot, [check]));
    const kinds = new Set([...reads].filter(key => key !== timeKey).map(key => key.slice(0, key.indexOf(' '))));
    expect([check.id, [...kinds].filter(kind => !check.reads.includes(kind as never))]).toEqual([check.id, []]);
  }
});

it('judges a component with many workloads in parts, as if at once', async () => {
  const copies = Array.from({ length: 30 }, (_, at) => {
    const { metadata, ...rest } = found('Deployment', 'service-3');
    return { ...rest, metadata: { ...metadata, name: `copy-${at}`, uid: `copy-${at}` } } as KubernetesObject;
  });
  await after(() => copies.forEach(copy => live.upsert(copy)));
  const own = saved.flat().findLast(({ component, only }) => component.title === 'service-3' && !only)!;
  expect(own.workloads).toHaveLength(31);
  const snapshot = { observedAt: own.observedAt, clusters: new Map([['prod', live.view]]) };
  expect(own.records).toEqual(
    judgeComponent({ ref: own.component.ref, workloads: own.workloads }, snapshot, allChecks),
  );
});

it('judges nothing where an object comes again as it was', async () => {
  const again = objects.map(object => ({
    ...object,
    metadata: { ...object.metadata, resourceVersion: '99', managedFields: [] },
  }));
  const once = await after(() => again.forEach(object => live.upsert(object as never)));
  saved = [];
  const twice = await after(() => again.forEach(object => live.upsert({ ...object } as never)));
  expect([once.length > 0, twice]).toEqual([true, []]);
});

it('stores a component once where it changes many times, with what changed it first', async () => {
  const deployment = found('Deployment', 'service-3');
  const change = (replicas: number) => live.upsert({ ...deployment, spec: { ...deployment.spec, replicas } } as never);
  await after(() => [4, 5, 6, 7].forEach(change));
  const own = saved.flat().filter(({ component }) => component.title === 'service-3');
  expect(own).toHaveLength(1);
  expect(own[0].cause).toMatchObject({ change: 'changed', object: { kind: 'Deployment', name: 'service-3' } });
  for (const batch of saved) expect(new Set(batch.map(({ component }) => component.ref)).size).toBe(batch.length);
});

it('says that a component has no workloads any more', async () => {
  await after(() => live.remove(found('Deployment', 'service-3')));
  const own = saved.flat().find(({ component }) => component.title === 'service-3');
  expect(own).toMatchObject({ records: [], workloads: [] });
});

it('judges once more what could not be stored', async () => {
  fail = new Error('the database is away');
  live.remove(found('Deployment', 'service-3'));
  await expect(running).rejects.toThrow('the database is away');
  fail = undefined;
  saved = [];
  running = judge.run(stop.signal.signal);
  await idle();
  expect(judged()).toContain('service-3');
});

it('answers who asked for a component to be judged anew', async () => {
  saved = [];
  await judge.recheck([refOf('service-5'), 'component:default/unknown']);
  expect(judged()).toEqual(['service-5']);
});

it('leaves the process its turn while the catalog has not been read, and judges what waited once it has', async () => {
  const early: string[] = [];
  const save = async (judgements: readonly Judgement[]) => void early.push(...judgements.map(one => one.component.ref));
  const waiting = new EnvironmentJudge({ environment: live, save, isKnown: () => false });
  const stopped = new AbortController();
  const done = waiting.run(stopped.signal);
  waiting.settled();
  await delay(20);
  expect([waiting.waiting > 0, early]).toEqual([true, []]);
  waiting.use(standard);
  while (early.length < components.length) await delay(20);
  stopped.abort();
  await done;
  expect([...early].sort()).toEqual(components.map(refOf).sort());
});
