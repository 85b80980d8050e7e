// The steady minimum of replicas: KEDA before the autoscaler before the replicas field.
import { indexManifests, parseManifests } from '../objects';
import { resolveWorkloads } from './resolveWorkloads';
import { steadyReplicas } from './scaling';

const deployment = (replicas = '') => `apiVersion: apps/v1
kind: Deployment
metadata: {name: d, namespace: n}
spec: {${replicas}template: {spec: {containers: []}}}
---
`;
const hpa = (target: string, min = '') => `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: h, namespace: n}
spec: {${min}maxReplicas: 9, scaleTargetRef: ${target}}
---
`;
const scaled = (min = '') => `apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: {name: s, namespace: n}
spec: {${min}scaleTargetRef: {name: d}}
---
`;

it.each([
  ['replicas default to one', deployment(), 1, 'spec.replicas'],
  ['replicas as written', deployment('replicas: 3, '), 3, 'spec.replicas'],
  [
    'the autoscaler wins',
    deployment('replicas: 3, ') + hpa('{apiVersion: apps/v1, kind: Deployment, name: d}', 'minReplicas: 2, '),
    2,
    'spec.minReplicas',
  ],
  [
    'its minimum defaults to one',
    deployment('replicas: 3, ') + hpa('{apiVersion: apps/v1, kind: Deployment, name: d}'),
    1,
    'spec.minReplicas',
  ],
  [
    'versions of the target do not matter',
    deployment() + hpa('{apiVersion: apps/v1beta2, kind: Deployment, name: d}', 'minReplicas: 4, '),
    4,
    'spec.minReplicas',
  ],
  [
    'groups do',
    deployment() + hpa('{apiVersion: extensions/v1beta1, kind: Deployment, name: d}', 'minReplicas: 4, '),
    1,
    'spec.replicas',
  ],
  [
    'another target is not ours',
    deployment() + hpa('{apiVersion: apps/v1, kind: StatefulSet, name: d}', 'minReplicas: 4, '),
    1,
    'spec.replicas',
  ],
  ['KEDA scales to zero by default', deployment('replicas: 3, ') + scaled(), 0, 'spec.minReplicaCount'],
  [
    'KEDA wins over its own autoscaler',
    deployment() + scaled('minReplicaCount: 2, ') + hpa('{apiVersion: apps/v1, kind: Deployment, name: d}'),
    2,
    'spec.minReplicaCount',
  ],
])('%s', (_name, text, count, path) => {
  const { index } = indexManifests('c', parseManifests(text, 'a').objects, '2026-01-01T00:00:00Z');
  const [workload] = resolveWorkloads(index);
  expect(steadyReplicas(workload, index)).toMatchObject({ count, path });
});
