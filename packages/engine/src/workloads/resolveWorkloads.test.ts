// Which objects are workloads: owners, rings of owners, mirrors, Rollouts that borrow a template; and their pods.
import type { LocatedObject } from '../objects';
import { ObjectIndex, indexManifests, parseManifests } from '../objects';
import { currentReplicaSet, podsOf } from './pods';
import { resolveWorkloads } from './resolveWorkloads';

function indexOf(text: string): ObjectIndex {
  const { objects, problems } = parseManifests(text, 'a.yaml');
  expect(problems).toEqual([]);
  return indexManifests('c', objects as LocatedObject[], '2026-01-01T00:00:00Z').index;
}

const namesIn = (text: string) => resolveWorkloads(indexOf(text)).map(({ kind, name }) => `${kind} ${name}`);
const owner = (kind: string, uid: string) =>
  `ownerReferences: [{apiVersion: x/v1, kind: ${kind}, name: o, uid: ${uid}, controller: true}]`;
const spec = 'spec: {containers: [{name: c, image: a}]}';
const template = `spec: {template: {metadata: {labels: {app: a}}, ${spec}}}`;

const chain = `
apiVersion: apps/v1
kind: Deployment
metadata: {name: d, namespace: n, uid: d1, annotations: {deployment.kubernetes.io/revision: "2"}}
${template}
---
apiVersion: apps/v1
kind: ReplicaSet
metadata: {name: d-old, namespace: n, uid: r1, annotations: {deployment.kubernetes.io/revision: "1"}, ${owner('Deployment', 'd1')}}
---
apiVersion: apps/v1
kind: ReplicaSet
metadata: {name: d-new, namespace: n, uid: r2, annotations: {deployment.kubernetes.io/revision: "2"}, ${owner('Deployment', 'd1')}}
---
apiVersion: v1
kind: Pod
metadata: {name: d-new-1, namespace: n, uid: p1, ${owner('ReplicaSet', 'r2')}}
${spec}
---
apiVersion: v1
kind: Pod
metadata: {name: d-old-1, namespace: n, uid: p2, deletionTimestamp: "2026-01-01T00:00:00Z", ${owner('ReplicaSet', 'r1')}}
${spec}
`;

it('goes up from pods to the Deployment, and down again', () => {
  const index = indexOf(chain);
  const [deployment, ...rest] = resolveWorkloads(index);
  expect(rest).toEqual([]);
  expect(deployment).toMatchObject({ kind: 'Deployment', name: 'd', replicas: 1, podLabels: { app: 'a' } });
  expect(podsOf(deployment, index).map(pod => pod.metadata.name)).toEqual(['d-new-1']);
  expect(currentReplicaSet(deployment, index)?.metadata.name).toBe('d-new');
});

it.each([
  ['a bare pod', `apiVersion: v1\nkind: Pod\nmetadata: {name: p, uid: u}\n${spec}`, ['Pod p']],
  [
    'a mirror pod is the node’s',
    `apiVersion: v1\nkind: Pod\nmetadata: {name: p, annotations: {kubernetes.io/config.mirror: x}}\n${spec}`,
    [],
  ],
  [
    'a pod of a controller that was not read',
    `apiVersion: v1\nkind: Pod\nmetadata: {name: p, uid: u, ${owner('Foo', 'gone')}}\n${spec}`,
    [],
  ],
  [
    'a pod that owns itself',
    `apiVersion: v1\nkind: Pod\nmetadata: {name: p, uid: u, ${owner('Pod', 'u')}}\n${spec}`,
    ['Pod p'],
  ],
  [
    'a ring of owners',
    `apiVersion: v1\nkind: Pod\nmetadata: {name: p, uid: u, ${owner('Pod', 'v')}}\n${spec}\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: q, uid: v, ${owner('Pod', 'u')}}\n${spec}`,
    ['Pod p', 'Pod q'],
  ],
  [
    'a Deployment of an operator still is the workload',
    `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d, ${owner('Foo', 'gone')}}\n${template}`,
    ['Deployment d'],
  ],
  [
    'a Job of a CronJob is not',
    `apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: c, uid: u}\nspec: {jobTemplate: {${template}}}\n---\napiVersion: batch/v1\nkind: Job\nmetadata: {name: j, ${owner('CronJob', 'u')}}\n${template}`,
    ['CronJob c'],
  ],
  [
    'a ScaledJob is one, its Jobs are not',
    `apiVersion: keda.sh/v1alpha1\nkind: ScaledJob\nmetadata: {name: s, uid: u}\nspec: {jobTargetRef: {template: {metadata: {labels: {app: a}}, ${spec}}}}\n---\napiVersion: batch/v1\nkind: Job\nmetadata: {name: j, ${owner('ScaledJob', 'u')}}\n${template}`,
    ['ScaledJob s'],
  ],
  [
    'a Deployment of the group extensions is one of today',
    `apiVersion: extensions/v1beta1\nkind: Deployment\nmetadata: {name: d}\n${template}`,
    ['Deployment d'],
  ],
  [
    'a Rollout borrows its template',
    `apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: {name: r, namespace: n}\nspec: {workloadRef: {apiVersion: apps/v1, kind: Deployment, name: d}}\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d, namespace: n}\n${template}`,
    ['Rollout r'],
  ],
  [
    'a workload without template is none',
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}\nspec: {template: null}',
    [],
  ],
])('%s', (_name, text, expected) => {
  expect(namesIn(text)).toEqual(expected);
});

it('tells sidecars from init containers and names all by path', () => {
  const [workload] = resolveWorkloads(
    indexOf(`apiVersion: apps/v1
kind: Deployment
metadata: {name: d}
spec:
  template:
    spec:
      initContainers: [{name: setup, image: a}, {name: proxy, image: b, restartPolicy: Always}]
      containers: [{name: app, image: c}]
`),
  );
  expect(
    workload.containers.map(({ name, role, longRunning, path, pointer }) => [name, role, longRunning, path, pointer]),
  ).toEqual([
    ['setup', 'init', false, 'spec.template.spec.initContainers[setup]', '/spec/template/spec/initContainers/0'],
    ['proxy', 'sidecar', true, 'spec.template.spec.initContainers[proxy]', '/spec/template/spec/initContainers/1'],
    ['app', 'main', true, 'spec.template.spec.containers[app]', '/spec/template/spec/containers/0'],
  ]);
});

it('still finds what is held of a kind that went stale', () => {
  const index = indexOf(chain);
  index.setState('apps/v1/Deployment', { state: 'stale', message: 'no answer' });
  expect(resolveWorkloads(index).map(({ name }) => name)).toEqual(['d']);
});
