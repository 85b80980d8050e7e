// Pods in trouble, as clusters report them, and the causes that are found; none in a pod that is well.
import type { KubernetesObject } from '../model';
import { ObjectIndex } from '../objects';
import { resolveWorkloads } from '../workloads';
import type { Pod } from './Cause';
import { diagnosePod, diagnoseWorkload } from './diagnose';

interface Trouble {
  spec?: object;
  status?: object;
  metadata?: object;
  /** Reason and message of warnings. */
  events?: [string, string][];
  others?: KubernetesObject[];
}

const wellStatus = {
  phase: 'Running',
  containerStatuses: [
    { name: 'app', image: 'shop:1', ready: true, restartCount: 0, state: { running: { startedAt: 'x' } } },
  ],
};

function podOf({ spec, status, metadata }: Trouble): Pod {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'shop-1', namespace: 'web', uid: 'p1', ...metadata },
    spec: {
      nodeName: 'node-1',
      containers: [{ name: 'app', image: 'shop:1', resources: { limits: { memory: '64Mi' } } }],
      ...spec,
    },
    status: { ...wellStatus, ...status },
  } as unknown as Pod;
}

const warning = (reason: string, message: string, at = 0, uid = 'p1', kind = 'Pod'): KubernetesObject =>
  ({
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: `e${reason}${at}`, namespace: 'web' },
    type: reason === 'Killing' ? 'Normal' : 'Warning',
    reason,
    message,
    lastTimestamp: `2026-01-01T11:00:0${at}Z`,
    involvedObject: { kind, name: 'shop-1', uid },
  }) as KubernetesObject;

function indexOf(trouble: Trouble): ObjectIndex {
  const index = new ObjectIndex('c', '2026-01-01T12:00:00Z');
  for (const object of trouble.others ?? []) index.upsert(object);
  (trouble.events ?? []).forEach(([reason, message], at) => index.upsert(warning(reason, message, at)));
  return index;
}

const causesOf = (trouble: Trouble) => diagnosePod(podOf(trouble), indexOf(trouble)).causes;
const container = (status: object, more: object = {}) => ({
  containerStatuses: [{ name: 'app', image: 'shop:1', ready: false, restartCount: 4, ...status, ...more }],
});
const waiting = (reason: string, message = '') => ({
  phase: 'Pending',
  ...container({ state: { waiting: { reason, message } } }),
});
const looping = (exitCode: number, more: object = {}) =>
  container({
    state: { waiting: { reason: 'CrashLoopBackOff' } },
    lastState: { terminated: { exitCode, reason: 'Error', ...more } },
  });
const pendingClaim = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'data', namespace: 'web' },
  spec: {},
  status: { phase: 'Pending' },
} as KubernetesObject;
const crashed = (exitCode: number) => ({
  state: { waiting: { reason: 'CrashLoopBackOff' } },
  lastState: { terminated: { exitCode, reason: 'Error' } },
});
const unscheduled = (message: string, reason = 'Unschedulable'): Trouble => ({
  spec: { nodeName: undefined },
  status: {
    phase: 'Pending',
    containerStatuses: [],
    conditions: [{ type: 'PodScheduled', status: 'False', reason, message }],
  },
});

it.each<[string, Trouble, string[]]>([
  ['a pod that is well', {}, []],
  [
    'no such image',
    {
      status: waiting('ImagePullBackOff', 'Back-off pulling image'),
      events: [['Failed', 'Failed to pull image "shop:1": manifest unknown']],
    },
    ['image-not-found'],
  ],
  [
    'a private image',
    {
      status: waiting(
        'ErrImagePull',
        'pull access denied, repository does not exist or may require authorization: authorization failed: 403 Forbidden',
      ),
    },
    ['image-access-denied'],
  ],
  [
    'a rate limit',
    { status: waiting('ErrImagePull', 'toomanyrequests: You have reached your pull rate limit') },
    ['image-rate-limited'],
  ],
  [
    'a registry that is not there',
    { status: waiting('ErrImagePull', 'dial tcp: lookup registry.example.com: no such host') },
    ['registry-unreachable'],
  ],
  [
    'another platform',
    { status: waiting('ErrImagePull', 'no match for platform in manifest') },
    ['image-wrong-platform'],
  ],
  [
    'a broken image name',
    { status: waiting('InvalidImageName', 'Failed to apply default image tag "Shop"') },
    ['image-name-invalid'],
  ],
  ['an image that is never pulled', { status: waiting('ErrImageNeverPull') }, ['image-never-pulled']],
  ['an image without a reason', { status: waiting('ImagePullBackOff') }, ['image-pull-failed']],
  ['a crash loop', { status: looping(1, { message: 'panic: no DATABASE_URL' }) }, ['crash-loop']],
  [
    'a missing command',
    {
      status: container({
        state: {
          waiting: { reason: 'RunContainerError', message: 'exec: "shop": executable file not found in $PATH' },
        },
      }),
    },
    ['command-not-found'],
  ],
  [
    'a start error',
    {
      status: container({
        state: { terminated: { exitCode: 128, reason: 'StartError', message: 'failed to create containerd task' } },
      }),
    },
    ['container-not-startable'],
  ],
  ['too little memory', { status: looping(137, { reason: 'OOMKilled' }) }, ['out-of-memory']],
  [
    'memory, once',
    {
      status: container({
        ready: true,
        state: { running: {} },
        lastState: { terminated: { exitCode: 137, reason: 'OOMKilled' } },
      }),
    },
    ['out-of-memory'],
  ],
  [
    'a liveness probe',
    {
      status: looping(137),
      events: [
        ['Unhealthy', 'Liveness probe failed: HTTP probe failed with statuscode: 500'],
        ['Killing', 'Container app failed liveness probe, will be restarted'],
      ],
    },
    ['liveness-probe-failing'],
  ],
  [
    'a crash beside a container that its probe ends',
    {
      status: {
        containerStatuses: [
          { name: 'app', image: 'shop:1', ready: false, restartCount: 4, ...crashed(143) },
          { name: 'my-app', image: 'shop:1', ready: false, restartCount: 4, ...crashed(137) },
        ],
      },
      events: [['Killing', 'Container my-app failed liveness probe, will be restarted']],
    },
    ['crash-loop', 'liveness-probe-failing'],
  ],
  [
    'a readiness probe',
    {
      status: container({ state: { running: {} }, restartCount: 0 }),
      events: [['Unhealthy', 'Readiness probe failed: connection refused']],
    },
    ['readiness-probe-failing'],
  ],
  [
    'a startup probe',
    { status: looping(143), events: [['Killing', 'Container app failed startup probe, will be restarted']] },
    ['startup-probe-failing'],
  ],
  [
    'no room',
    unscheduled(
      '0/5 nodes are available: 2 Insufficient cpu, 3 node(s) had untolerated taint {gpu: true}. preemption: 0/5 nodes are available',
    ),
    ['unschedulable-taint'],
  ],
  ['a sentence nobody knows', unscheduled('the moon is full'), ['unschedulable']],
  [
    'a gate',
    {
      ...unscheduled('', 'SchedulingGated'),
      spec: { nodeName: undefined, schedulingGates: [{ name: 'example.com/quota' }] },
    },
    ['scheduling-gated'],
  ],
  [
    'a missing ConfigMap',
    { status: waiting('CreateContainerConfigError', 'configmap "shop" not found') },
    ['config-missing'],
  ],
  [
    'a missing key',
    { status: waiting('CreateContainerConfigError', "couldn't find key PASSWORD in Secret web/shop-db") },
    ['config-missing'],
  ],
  [
    'an image of root',
    { status: waiting('CreateContainerConfigError', 'container has runAsNonRoot and image will run as root') },
    ['root-refused'],
  ],
  [
    'a volume of a missing Secret',
    {
      status: waiting('ContainerCreating'),
      events: [['FailedMount', 'MountVolume.SetUp failed for volume "tls" : secret "shop-tls" not found']],
    },
    ['config-missing'],
  ],
  [
    'a volume elsewhere',
    { status: waiting('ContainerCreating'), events: [['FailedAttachVolume', 'Multi-Attach error for volume "pvc-1"']] },
    ['volume-attached-elsewhere'],
  ],
  [
    'a claim that is not there',
    {
      spec: { nodeName: undefined, volumes: [{ name: 'd', persistentVolumeClaim: { claimName: 'data' } }] },
      status: { phase: 'Pending', containerStatuses: [] },
    },
    ['claim-missing'],
  ],
  [
    'a claim that waits for its pod to be placed',
    {
      ...unscheduled('0/5 nodes are available: 5 Insufficient cpu.'),
      spec: { nodeName: undefined, volumes: [{ name: 'd', persistentVolumeClaim: { claimName: 'data' } }] },
      others: [pendingClaim],
    },
    ['unschedulable-insufficient'],
  ],
  [
    'a claim that keeps its pod from being placed',
    {
      ...unscheduled('0/5 nodes are available: pod has unbound immediate PersistentVolumeClaims.'),
      spec: { nodeName: undefined, volumes: [{ name: 'd', persistentVolumeClaim: { claimName: 'data' } }] },
      others: [pendingClaim],
    },
    ['unschedulable-volume-unbound', 'claim-unbound'],
  ],
  [
    'a claim that waits',
    {
      spec: { volumes: [{ name: 'd', persistentVolumeClaim: { claimName: 'data' } }] },
      status: waiting('ContainerCreating'),
      others: [pendingClaim],
    },
    ['claim-unbound'],
  ],
  [
    'no network',
    { status: waiting('ContainerCreating'), events: [['FailedCreatePodSandBox', 'plugin type="calico" failed']] },
    ['sandbox-failed'],
  ],
  [
    'an init container that waits',
    {
      spec: { initContainers: [{ name: 'mesh', restartPolicy: 'Always' }, { name: 'wait-db' }] },
      status: {
        ...waiting('PodInitializing'),
        initContainerStatuses: [
          { name: 'mesh', image: 'm', ready: true, restartCount: 0, state: { running: {} } },
          { name: 'wait-db', image: 'm', ready: false, restartCount: 0, state: { running: { startedAt: 'x' } } },
        ],
      },
    },
    ['init-not-finished'],
  ],
  [
    'eviction',
    {
      status: {
        phase: 'Failed',
        reason: 'Evicted',
        message: 'The node was low on resource: memory.',
        containerStatuses: [],
      },
    },
    ['evicted'],
  ],
  [
    'a deadline',
    { status: { phase: 'Failed', reason: 'DeadlineExceeded', containerStatuses: [] } },
    ['deadline-exceeded'],
  ],
  [
    'a finalizer',
    { metadata: { deletionTimestamp: 'x', finalizers: ['example.com/hold'] }, status: { containerStatuses: [] } },
    ['deletion-held'],
  ],
  [
    'a lost node',
    {
      others: [
        {
          apiVersion: 'v1',
          kind: 'Node',
          metadata: { name: 'node-1' },
          status: { conditions: [{ type: 'Ready', status: 'Unknown', reason: 'NodeStatusUnknown' }] },
        } as KubernetesObject,
      ],
    },
    ['node-not-ready'],
  ],
  [
    'two at once: what stops first comes first',
    {
      status: {
        phase: 'Running',
        containerStatuses: [
          {
            name: 'app',
            image: 'shop:1',
            ready: false,
            restartCount: 2,
            state: { waiting: { reason: 'CrashLoopBackOff' } },
            lastState: { terminated: { exitCode: 2 } },
          },
          {
            name: 'log',
            image: 'log:9',
            ready: false,
            restartCount: 0,
            state: { waiting: { reason: 'ErrImagePull', message: 'not found' } },
          },
        ],
      },
    },
    ['image-not-found', 'crash-loop'],
  ],
])('%s', (_what, trouble, expected) => {
  expect(causesOf(trouble).map(({ id }) => id)).toEqual(expected);
});

it('gives evidence, the next command and the last words', () => {
  const [cause] = causesOf({ status: looping(1, { message: 'loading\npanic: no DATABASE_URL\n' }) });
  expect(cause).toMatchObject({
    title: 'app ends with exit code 1 again and again (4 restarts): the program gave up with an error of its own',
    explanation: 'Its last words: loading panic: no DATABASE_URL',
    command: 'kubectl logs shop-1 -n web -c app --previous',
    evidence: [
      {
        object: { kind: 'Pod', namespace: 'web', name: 'shop-1' },
        path: 'status.containerStatuses[app].lastState.terminated',
      },
    ],
  });
});

it('names what could not be looked at, and goes on', () => {
  const trouble = { status: waiting('ImagePullBackOff') };
  const index = indexOf(trouble);
  index.setState('v1/Event', { state: 'forbidden', message: 'events is forbidden' });
  const { causes, limits } = diagnosePod(podOf(trouble), index);
  expect([causes.length, limits]).toEqual([1, ['Events were not read: events is forbidden']]);
});

const owned = (kind: string, name: string, uid: string) => [
  { apiVersion: 'apps/v1', kind, name, uid, controller: true },
];

function workloadWith(pods: Pod[], events: KubernetesObject[], replicas = 2) {
  const index = new ObjectIndex('c', '2026-01-01T12:00:00Z');
  const template = { metadata: {}, spec: { containers: [{ name: 'app', image: 'shop:1' }] } };
  const metadata = { name: 'shop', namespace: 'web', uid: 'd1' };
  index.upsert({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata,
    spec: { replicas, template },
  } as KubernetesObject);
  index.upsert({
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: { name: 'shop-1', namespace: 'web', uid: 'r1', ownerReferences: owned('Deployment', 'shop', 'd1') },
  } as KubernetesObject);
  for (const object of [...pods, ...events]) index.upsert(object);
  return diagnoseWorkload(resolveWorkloads(index)[0], index);
}

it('counts one cause of several pods once', () => {
  const pods = [1, 2].map(at =>
    podOf({
      status: looping(1),
      metadata: { name: `shop-${at}`, uid: `p${at}`, ownerReferences: owned('ReplicaSet', 'shop-1', 'r1') },
    }),
  );
  expect(workloadWith(pods, []).causes.map(({ title }) => title)).toEqual([
    expect.stringMatching(/^2 of 2 pods: app ends with exit code 1/),
  ]);
});

it.each([
  ['pods "shop-1-x" is forbidden: exceeded quota: compute, requested: cpu=2', 'quota-exceeded'],
  ['pods "shop" is forbidden: violates PodSecurity "restricted:latest": privileged', 'pod-security-refused'],
  ['pods "shop" is forbidden: maximum memory usage per Container is 1Gi, but limit is 2Gi', 'limit-range-refused'],
  ['error looking up service account web/shop: serviceaccount "shop" not found', 'service-account-missing'],
  ['Internal error occurred: failed calling webhook "validate.kyverno.svc": connection refused', 'webhook-failed'],
  ['admission webhook "validate.kyverno.svc-fail" denied the request: policy require-labels', 'policy-refused'],
  ['something else', 'creation-failed'],
])('says why pods were never made: %s', (message, id) => {
  const { causes } = workloadWith([], [warning('FailedCreate', message, 0, 'r1', 'ReplicaSet')]);
  expect(causes.map(cause => cause.id)).toEqual([id]);
});

it('forgets refusals once all pods are there', () => {
  const pod = podOf({
    metadata: { name: 'shop-1-a', uid: 'p1', ownerReferences: owned('ReplicaSet', 'shop-1', 'r1') },
  });
  const refusal = warning('FailedCreate', 'exceeded quota', 0, 'r1', 'ReplicaSet');
  expect(workloadWith([pod], [refusal], 1).causes).toEqual([]);
});

it('survives damage of every field', () => {
  const trouble: Trouble = {
    status: looping(137),
    events: [['Unhealthy', 'Liveness probe failed: x']],
    spec: { initContainers: [{ name: 'i' }] },
  };
  const whole = podOf(trouble);
  const paths = (value: unknown, path: string[]): string[][] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => [[...path, key], ...paths(inner, [...path, key])])
      : [];
  for (const path of paths(whole, []).filter(([first]) => first === 'spec' || first === 'status')) {
    for (const damage of [null, 7, 'x', [], {}, [null], true]) {
      const copy = JSON.parse(JSON.stringify(whole)) as Pod;
      let parent = copy as unknown as Record<string, unknown>;
      for (const key of path.slice(0, -1)) parent = parent[key] as Record<string, unknown>;
      parent[path[path.length - 1]] = damage;
      expect(() => diagnosePod(copy, indexOf(trouble))).not.toThrow();
    }
  }
});
