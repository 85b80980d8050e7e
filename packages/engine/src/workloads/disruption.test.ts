// Truth tables of budgets: what they want healthy, whom they cover, and how many evictions that leaves.
import type { KubernetesObject } from '../model';
import { ObjectIndex } from '../objects';
import { budgetsOf, desiredHealthy, disruptionRoom } from './disruption';
import { resolveWorkloads } from './resolveWorkloads';

const deployment = (name: string, replicas: number, labels: Record<string, string>): KubernetesObject =>
  ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: 'web' },
    spec: { replicas, template: { metadata: { labels }, spec: { containers: [{ name: 'app' }] } } },
  }) as KubernetesObject;

const budget = (spec: object): KubernetesObject =>
  ({
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'keep', namespace: 'web' },
    spec,
  }) as never;

function roomFor(name: string, ...objects: KubernetesObject[]) {
  const index = new ObjectIndex('test', '2026-01-01T12:00:00Z');
  objects.forEach(object => index.upsert(object));
  const workload = resolveWorkloads(index).find(one => one.name === name)!;
  const [first] = budgetsOf(workload, index);
  return first && disruptionRoom(first, workload, index);
}

const shop = { matchLabels: { app: 'shop' } };

describe('desiredHealthy', () => {
  it.each([
    [{ minAvailable: 1 }, 2, 1],
    [{ minAvailable: 4 }, 2, 4],
    [{ minAvailable: '51%' }, 1, 1],
    [{ minAvailable: '50%' }, 3, 2],
    [{ minAvailable: '0%' }, 3, 0],
    [{ maxUnavailable: 0 }, 3, 3],
    [{ maxUnavailable: '1%' }, 3, 2],
    [{ maxUnavailable: '0%' }, 3, 3],
    [{ maxUnavailable: 5 }, 3, 0],
    [{ minAvailable: 'most' }, 3, undefined],
    [{}, 3, undefined],
  ])('%j of %d pods wants %p', (spec, expected, desired) => {
    expect(desiredHealthy({ ...spec, selector: shop }, expected)).toBe(desired);
  });
});

describe('budgetsOf', () => {
  it.each([
    ['an equal label', shop, true],
    ['the empty selector', {}, true],
    ['an expression', { matchExpressions: [{ key: 'app', operator: 'Exists' }] }, true],
    ['another label', { matchLabels: { app: 'cart' } }, false],
    ['one label of two', { matchLabels: { app: 'shop', tier: 'db' } }, false],
    ['no selector', undefined, false],
  ])('with %s', (_what, selector, covers) => {
    const room = roomFor('shop', deployment('shop', 2, { app: 'shop' }), budget({ maxUnavailable: 1, selector }));
    expect(room !== undefined).toBe(covers);
  });
});

describe('disruptionRoom', () => {
  const two = deployment('shop', 2, { app: 'shop' });

  it('counts what several workloads of one budget run', () => {
    const canary = deployment('canary', 1, { app: 'shop', track: 'canary' });
    expect(roomFor('canary', two, canary, budget({ minAvailable: 2, selector: shop }))).toEqual({
      expected: 3,
      desired: 2,
      allowed: 1,
      field: 'minAvailable',
    });
  });

  it('goes by the minimum of an autoscaler', () => {
    const autoscaler = {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'shop', namespace: 'web' },
      spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'shop' }, minReplicas: 4 },
    };
    expect(roomFor('shop', two, autoscaler as never, budget({ minAvailable: 2, selector: shop }))?.allowed).toBe(2);
  });

  it('does not count a Deployment that only lends its template to a Rollout', () => {
    const rollout = {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Rollout',
      metadata: { name: 'shop-rollout', namespace: 'web' },
      spec: { replicas: 2, workloadRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'shop' } },
    };
    const room = roomFor('shop-rollout', two, rollout as never, budget({ minAvailable: 2, selector: shop }));
    expect(room).toMatchObject({ expected: 2, allowed: 0 });
  });

  it('leaves none where the budget names no number', () => {
    expect(roomFor('shop', two, budget({ selector: shop }))).toMatchObject({ expected: 2, allowed: 0 });
  });

  it('says nothing where nothing is meant to run', () => {
    const none = deployment('shop', 0, { app: 'shop' });
    expect(roomFor('shop', none, budget({ maxUnavailable: 0, selector: shop }))).toBeUndefined();
  });
});
