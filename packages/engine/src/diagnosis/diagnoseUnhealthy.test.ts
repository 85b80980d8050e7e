// What is told of a workload: nothing where all is well, else pods, causes, events and what is ruled out.
import type { KubernetesObject } from '../model';
import { ObjectIndex, RecordingView } from '../objects';
import { resolveWorkloads } from '../workloads';
import { diagnoseUnhealthy } from './diagnoseUnhealthy';

const controlled = (kind: string, name: string, uid: string) => ({
  ownerReferences: [{ apiVersion: 'apps/v1', kind, name, uid, controller: true }],
});

const deployment = (status: object | null = { replicas: 2 }): KubernetesObject =>
  ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'shop', namespace: 'web', uid: 'd' },
    spec: { replicas: 2, template: { spec: { containers: [{ name: 'app', image: 'shop:1' }] } } },
    ...(status ? { status } : {}),
  }) as never;
const set = {
  apiVersion: 'apps/v1',
  kind: 'ReplicaSet',
  metadata: { name: 'shop-1', namespace: 'web', uid: 'rs', ...controlled('Deployment', 'shop', 'd') },
} as KubernetesObject;

const well = { ready: true, restartCount: 0, state: { running: { startedAt: '2026-01-01T11:00:00Z' } } };
const looping = {
  ready: false,
  restartCount: 8,
  state: { waiting: { reason: 'CrashLoopBackOff', message: 'back-off 5m0s' } },
  lastState: {
    terminated: {
      exitCode: 1,
      reason: 'Error',
      message: `${'x'.repeat(2_000)}\nno DATABASE_URL`,
      startedAt: '2026-01-01T11:57:00Z',
      finishedAt: '2026-01-01T11:58:00Z',
    },
  },
};
const pod = (name: string, status: object, phase = 'Running'): KubernetesObject =>
  ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'web', uid: name, ...controlled('ReplicaSet', 'shop-1', 'rs') },
    spec: { nodeName: 'node-1', containers: [{ name: 'app', image: 'shop:1' }] },
    status: { phase, containerStatuses: [{ name: 'app', image: 'shop:1', ...status }] },
  }) as never;
const backOff = {
  apiVersion: 'v1',
  kind: 'Event',
  metadata: { name: 'e', namespace: 'web' },
  type: 'Warning',
  reason: 'BackOff',
  message: 'Back-off restarting failed container',
  count: 7,
  lastTimestamp: '2026-01-01T11:59:00Z',
  involvedObject: { kind: 'Pod', name: 'shop-1-b', uid: 'shop-1-b' },
} as unknown as KubernetesObject;

function indexOf(...objects: KubernetesObject[]): ObjectIndex {
  const index = new ObjectIndex('prod', '2026-01-01T12:00:00Z');
  for (const object of objects) index.upsert(object);
  return index;
}
const diagnose = (index: ObjectIndex) => diagnoseUnhealthy(resolveWorkloads(index)[0], index);

it('says nothing of a workload that is well, and asks for no events to find that out', () => {
  const index = indexOf(deployment(), set, pod('shop-1-a', well), pod('shop-1-b', well));
  const view = new RecordingView(index);
  const { value, reads } = view.record(() => diagnoseUnhealthy(resolveWorkloads(index)[0], view));
  expect(value).toBeUndefined();
  expect([...reads].filter(key => key.includes('Event') || key.endsWith('*'))).toEqual([]);
});

it('tells pods, causes, events and what is ruled out of one that is not', () => {
  const found = diagnose(indexOf(deployment(), set, pod('shop-1-a', well), pod('shop-1-b', looping), backOff))!;
  expect(found).toMatchObject({
    workload: { cluster: 'prod', kind: 'Deployment', name: 'shop' },
    pods: 2,
    notReady: 1,
    causes: [{ id: 'crash-loop', title: expect.stringMatching(/^1 of 2 pods: app ends with exit code 1/) }],
    events: [{ reason: 'BackOff', count: 7, about: 'Pod shop-1-b', at: '2026-01-01T11:59:00Z' }],
  });
  const [first, second] = found.states;
  expect(first).toMatchObject({ name: 'shop-1-b', ready: false, state: 'CrashLoopBackOff', restarts: 8 });
  expect(first.containers[0].lastEnd).toMatchObject({ exitCode: 1, reason: 'Error' });
  expect(first.containers[0].lastEnd!.message).toMatch(/no DATABASE_URL$/);
  expect(first.containers[0].lastEnd!.message!.length).toBeLessThanOrEqual(1_000);
  expect(second).toMatchObject({ name: 'shop-1-a', ready: true });
  expect(found.ruledOut.map(({ stage }) => stage)).toEqual(['scheduling', 'volumes', 'image', 'config', 'run']);
});

it('counts pods that are not there, but only of what runs', () => {
  expect(diagnose(indexOf(deployment(), set, pod('shop-1-a', well)))).toMatchObject({ pods: 2, notReady: 1 });
  expect(diagnose(indexOf(deployment(null)))).toBeUndefined();
});

it('tells of a container that is ready again after it ended for lack of memory', () => {
  const killed = { ...well, restartCount: 3, lastState: { terminated: { exitCode: 137, reason: 'OOMKilled' } } };
  const found = diagnose(indexOf(deployment(), set, pod('shop-1-a', well), pod('shop-1-b', killed)))!;
  expect(found).toMatchObject({ notReady: 0, causes: [{ id: 'out-of-memory' }] });
});

it('is silent where pods can not be read: that is no diagnosis', () => {
  const index = indexOf(deployment(), set, pod('shop-1-b', looping));
  index.setState('v1/Pod', { state: 'forbidden', message: 'no' });
  expect(diagnose(index)).toBeUndefined();
});

it('looks at the newest run of what runs to completion', () => {
  const job = (name: string, uid: string) =>
    ({
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name, namespace: 'web', uid, ...controlled('CronJob', 'shop', 'c') },
    }) as never;
  const run = (name: string, owner: string, at: string, phase: string, exitCode: number) =>
    ({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name, namespace: 'web', uid: name, creationTimestamp: at, ...controlled('Job', owner, owner) },
      spec: { restartPolicy: 'Never', nodeName: 'n', containers: [{ name: 'app', image: 'i' }] },
      status: {
        phase,
        containerStatuses: [
          { name: 'app', image: 'i', ready: false, restartCount: 0, state: { terminated: { exitCode } } },
        ],
      },
    }) as never;
  const cron = {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name: 'shop', namespace: 'web', uid: 'c' },
    spec: {
      schedule: '@daily',
      jobTemplate: { spec: { template: { spec: { containers: [{ name: 'app', image: 'i' }] } } } },
    },
    status: {},
  } as never;
  const failed = run('old', 'j1', '2026-01-01T01:00:00Z', 'Failed', 1);
  const fine = run('new', 'j2', '2026-01-02T01:00:00Z', 'Succeeded', 0);
  expect(diagnose(indexOf(cron, job('j1', 'j1'), job('j2', 'j2'), failed, fine))).toBeUndefined();
  expect(diagnose(indexOf(cron, job('j1', 'j1'), failed))).toMatchObject({ notReady: 1, states: [{ name: 'old' }] });
});
