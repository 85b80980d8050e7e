// From catalog entities to workloads: the Kubernetes plugin's rules.
import type { Workload } from '../workloads';
import { componentSelector } from './ComponentSelector';
import { mapComponents, namesOf, resembles } from './mapComponents';

const workload = (
  name: string,
  labels: Record<string, string>,
  podLabels = labels,
  cluster = 'prod',
  namespace = 'shop',
) =>
  ({
    name,
    namespace,
    podLabels,
    object: { metadata: { name, labels } },
    ref: { cluster, apiVersion: 'apps/v1', kind: 'Deployment', namespace, name },
  }) as unknown as Workload;

const id = { 'backstage.io/kubernetes-id': 'checkout' };
const all = [
  workload('a', id),
  workload('b', {}, id),
  workload('c', id, id, 'staging'),
  workload('d', id, id, 'prod', 'other'),
  workload('e', { app: 'web', tier: 'front' }),
  workload('checkout', {}),
];

it.each<[string, Record<string, string>, string[]]>([
  ['the id, on the object or its pods', { 'backstage.io/kubernetes-id': 'checkout' }, ['a', 'b', 'c', 'd']],
  ['the entity’s name where no annotation says otherwise', {}, ['a', 'b', 'c', 'd']],
  ['another id', { 'backstage.io/kubernetes-id': 'cart' }, []],
  ['the namespace narrows', { 'backstage.io/kubernetes-namespace': 'shop' }, ['a', 'b', 'c']],
  ['the cluster narrows', { 'backstage.io/kubernetes-cluster': 'staging' }, ['c']],
  [
    'a label selector replaces the id',
    { 'backstage.io/kubernetes-id': 'checkout', 'backstage.io/kubernetes-label-selector': 'app in (web),tier=front' },
    ['e'],
  ],
])('%s', (_name, annotations, expected) => {
  const selector = componentSelector('component:default/checkout', 'checkout', annotations);
  const { workloads } = mapComponents([selector], all);
  expect(workloads.get('component:default/checkout')!.map(({ name }) => name)).toEqual(expected);
});

it('lists what nobody claims, and what nearly matched', () => {
  const selector = componentSelector('component:default/checkout', 'checkout');
  const { unmapped } = mapComponents([selector], all);
  expect(unmapped.map(({ name }) => name)).toEqual(['e', 'checkout']);
  expect(unmapped.filter(one => resembles(selector, namesOf(one))).map(({ name }) => name)).toEqual(['checkout']);
});

it('says which part of a selector can not be read, and matches nothing by it', () => {
  const selector = componentSelector('c', 'checkout', { 'backstage.io/kubernetes-label-selector': 'app in web' });
  expect(selector.problem).toContain(
    'annotation backstage.io/kubernetes-label-selector: "app in web" is not a label requirement',
  );
  expect(mapComponents([selector], all).workloads.get('c')).toEqual([]);
});
