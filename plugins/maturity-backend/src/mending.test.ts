// What the tab shows beside verdicts, through the API: why pods do not run, patches, effects, rechecks, near misses.
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Entity } from '@backstage/catalog-model';
import request from 'supertest';
import plugin from '.';
import { entities, writeDemo } from './testing/demo';

type Server = Awaited<ReturnType<typeof startTestBackend>>['server'];

/** What the controllers made of `mail`: one pod that crashes, one that no node takes. */
const pods = `apiVersion: apps/v1
kind: Deployment
metadata: { name: mail, namespace: shop, uid: d, labels: { backstage.io/kubernetes-id: mail } }
spec:
  replicas: 2
  selector: { matchLabels: { app: mail } }
  template:
    metadata: { labels: { app: mail } }
    spec:
      terminationGracePeriodSeconds: 5
      containers: [{ name: mail, image: "registry.example.com/mail:1.2.0", imagePullPolicy: Never, env: [{ name: KEY, value: hunter2 }] }]
status: { replicas: 2 }
---
apiVersion: apps/v1
kind: ReplicaSet
metadata:
  name: mail-1
  namespace: shop
  uid: rs
  ownerReferences: [{ apiVersion: apps/v1, kind: Deployment, name: mail, uid: d, controller: true }]
---
apiVersion: v1
kind: Pod
metadata:
  name: mail-1-a
  namespace: shop
  uid: a
  ownerReferences: [{ apiVersion: apps/v1, kind: ReplicaSet, name: mail-1, uid: rs, controller: true }]
spec: { nodeName: node-1, containers: [{ name: mail, image: mail }] }
status:
  phase: Running
  containerStatuses:
    - name: mail
      image: mail
      ready: false
      restartCount: 8
      state: { waiting: { reason: CrashLoopBackOff, message: back-off } }
      lastState: { terminated: { exitCode: 3, reason: Error, message: no SMTP_HOST } }
---
apiVersion: v1
kind: Pod
metadata:
  name: mail-1-b
  namespace: shop
  uid: b
  ownerReferences: [{ apiVersion: apps/v1, kind: ReplicaSet, name: mail-1, uid: rs, controller: true }]
spec: { containers: [{ name: mail, image: mail }] }
status: { phase: Pending }
---
apiVersion: v1
kind: Event
metadata: { name: e, namespace: shop }
type: Warning
reason: FailedScheduling
message: "0/3 nodes are available: 3 Insufficient memory."
involvedObject: { kind: Pod, name: mail-1-b, uid: b, namespace: shop }
`;

const lost: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'lost', namespace: 'default' },
  spec: { type: 'service', lifecycle: 'production', owner: 'user:default/mock' },
};

let demo: ReturnType<typeof writeDemo>;
let backend: Awaited<ReturnType<typeof startTestBackend>>;
let server: Server;
const get = (path: string) => request(server).get(`/api/maturity${path}`);
const report = async (name: string) => (await get(`/reports/component/default/${name}`)).body;
const sleep = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds));

jest.setTimeout(60_000);

beforeAll(async () => {
  demo = writeDemo();
  demo.write('mail', pods);
  backend = await startTestBackend({
    features: [
      plugin,
      catalogServiceMock.factory({ entities: [...entities, lost] }),
      mockServices.rootConfig.factory({
        data: { maturity: { manifests: [{ folder: demo.folder }], clusters: { enabled: false } } },
      }),
    ],
  });
  server = backend.server;
  for (let attempt = 0; attempt < 100; attempt++) {
    const { diagnoses } = await report('mail');
    const { mapping } = await report('lost');
    if (diagnoses?.length > 0 && mapping?.nearest.length > 0) return;
    await sleep(100);
  }
  throw new Error('the first run has not ended');
});
afterAll(async () => {
  await backend?.stop();
  demo.remove();
});

it('says why pods do not run, with pod, container, exit code, last words, events and the next command', async () => {
  const { diagnoses } = await report('mail');
  expect(diagnoses).toHaveLength(1);
  expect(diagnoses[0]).toMatchObject({
    workload: { cluster: 'prod', kind: 'Deployment', name: 'mail' },
    pods: 2,
    notReady: 2,
    causes: [
      { id: 'unschedulable-insufficient', stage: 'scheduling', command: 'kubectl describe pod mail-1-b -n shop' },
      { id: 'crash-loop', command: 'kubectl logs mail-1-a -n shop -c mail --previous' },
    ],
    events: [{ reason: 'FailedScheduling', about: 'Pod mail-1-b' }],
  });
  const crashed = diagnoses[0].states.find(({ name }: { name: string }) => name === 'mail-1-a');
  expect(crashed.containers).toMatchObject([
    { name: 'mail', restarts: 8, lastEnd: { exitCode: 3, message: 'no SMTP_HOST' } },
  ]);
  expect((await report('cart')).diagnoses).toEqual([]);
});

it('gives the patch of this very object as a diff, without literals of its environment', async () => {
  const { patches, report: body } = await report('mail');
  const fixed = body.verdicts.find(({ check }: { check: string }) => check === 'image-pull-policy-sane');
  expect(fixed.fix).toBeDefined();
  const [patch] = patches['image-pull-policy-sane'];
  expect(patch).toMatchObject({ environments: ['prod'], object: { kind: 'Deployment', name: 'mail' } });
  expect(patch.command).toMatch(/^kubectl patch deployment mail -n shop --type=json -p '\[/);
  expect(patch.diff.lines).toEqual(
    expect.arrayContaining([{ change: 'removed', text: expect.stringContaining('imagePullPolicy: Never') }]),
  );
  expect(JSON.stringify(patches)).not.toContain('hunter2');
});

it('gives an object that is missing as a whole manifest, all lines new', async () => {
  const { patches } = await report('mail');
  const [budget, more] = patches['workload-pdb-present'];
  expect(more).toBeUndefined();
  expect(budget).toMatchObject({
    kind: 'create',
    isNew: true,
    object: { cluster: 'prod', kind: 'PodDisruptionBudget', namespace: 'shop', name: 'mail' },
    environments: ['prod'],
    diff: { removed: 0 },
  });
  expect(budget.command).toMatch(/^kubectl apply -f - <<'EOF'\napiVersion: policy\/v1\n/);
  expect(budget.diff.lines).toContainEqual({ change: 'added', text: '  maxUnavailable: 1' });
  // What only together mends is one after the other: the account, and the template that names it.
  expect(patches['sa-dedicated'].map(({ kind }: { kind: string }) => kind)).toEqual(['create', 'patch']);
});

it('tells what mending each blocker would do, and orders by effort and effect', async () => {
  const { report: body, effects } = await report('cart');
  const { blockers } = body;
  expect(Object.keys(effects.byCheck).sort()).toEqual(blockers.map(({ check }: { check: string }) => check).sort());
  const places = blockers.map((one: { places: number }) => one.places);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(effects.together.level).not.toBe(body.level);
  const { byCheck } = effects;
  for (const { check } of blockers) expect(byCheck[check].score).toBeGreaterThan(body.score);
});

it('says which environments a recheck has still to read, and when each was read', async () => {
  expect((await get('/reports/component/default/cart/recheck')).body.environments).toEqual([
    { environment: 'prod', pending: false, observedAt: expect.any(String) },
    { environment: 'repository', pending: false },
  ]);
  const recheck = request(server).post('/api/maturity/reports/component/default/cart/recheck');
  const done = recheck.then(({ status }) => status);
  const seen: boolean[] = [];
  for (let attempt = 0; attempt < 100 && !seen.includes(true); attempt++) {
    const { body } = await get('/reports/component/default/cart/recheck');
    seen.push(body.environments.some(({ pending }: { pending: boolean }) => pending));
    await sleep(5);
  }
  expect(seen).toContain(true);
  expect(await done).toBe(200);
  const after = await get('/reports/component/default/cart/recheck');
  expect(after.body.environments.every(({ pending }: { pending: boolean }) => !pending)).toBe(true);
});

it('names workloads that may be meant, why they are not found, and the lines by which they would be', async () => {
  const { mapping } = await report('lost');
  expect(mapping.nearest).toEqual([
    {
      kind: 'Deployment',
      namespace: 'shop',
      name: 'lost',
      clusters: ['prod'],
      match: 'strong',
      why: expect.stringContaining('kubernetes-id is nobody'),
      suggestion: expect.stringContaining('backstage.io/kubernetes-label-selector: app=lost'),
    },
  ]);
});

it('answers with an id by which the request can be found in the log, and takes that of a proxy', async () => {
  const own = await get('/reports/component/default/none');
  expect(own.status).toBe(404);
  expect(own.headers['x-request-id']).toMatch(/^[0-9a-f]{8}$/);
  expect(own.headers['access-control-expose-headers']).toContain('x-request-id');
  const given = await get('/health').set('x-request-id', 'edge-42');
  expect(given.headers['x-request-id']).toBe('edge-42');
  const odd = await get('/health').set('x-request-id', 'no\tid ');
  expect(odd.headers['x-request-id']).not.toContain('no');
});
