// The nearest component of a workload that nobody claims, and what keeps it from being claimed.
import type { KubernetesObject } from '../model';
import { toWorkload } from '../workloads';
import { componentSelector } from './ComponentSelector';
import { nearestComponent, whyUnclaimed } from './whyUnclaimed';

const object = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'cart-v2', namespace: 'shop', labels: { 'backstage.io/kubernetes-id': 'basket' } },
  spec: { template: { metadata: { labels: { app: 'cart' } }, spec: { containers: [] } } },
} as unknown as KubernetesObject;
const ref = { cluster: 'prod', apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'cart-v2' };
const workload = toWorkload(object, ref)!;
const selector = (more: Record<string, string> = {}) => componentSelector('component:default/cart', 'cart', more);

it('finds the component by the names that the workload goes by', () => {
  expect(nearestComponent(workload, new Map([['cart', selector()]]))?.component).toBe('component:default/cart');
  expect(nearestComponent(workload, new Map([['mail', selector()]]))).toBeUndefined();
});

it.each([
  [{}, "the workload's label backstage.io/kubernetes-id is basket, the entity looks for cart"],
  [{ 'backstage.io/kubernetes-namespace': 'web' }, 'the entity looks in namespace web only'],
  [{ 'backstage.io/kubernetes-cluster': 'stage' }, 'the entity looks in cluster stage only'],
  [{ 'backstage.io/kubernetes-label-selector': 'app=shop' }, "the workload's labels do not match the entity's"],
  [{ 'backstage.io/kubernetes-label-selector': 'app in (' }, "the entity's annotation backstage.io/"],
])('says of %j why it does not claim it', (more, why) => {
  expect(whyUnclaimed(selector(more as Record<string, string>), workload)).toContain(why);
});

it('says that the label is missing', () => {
  const bare = toWorkload({ ...object, metadata: { name: 'cart-v2', namespace: 'shop' } }, ref)!;
  expect(whyUnclaimed(selector(), bare)).toBe('the workload has no label backstage.io/kubernetes-id=cart');
});
