// What Karpenter's node pools could make, and how long they wait for pods that must not be moved.
import type { NodePool, ObjectView, Workload } from '@maturity-roadmap/engine';
import { parseQuantity, poolAdmits } from '@maturity-roadmap/engine';

type PoolView = ObjectView<'karpenter.sh/v1/NodePool'>;

/** The node pools, as far as they are known; none where they can't be read. */
function knownPools(index: PoolView): readonly NodePool[] {
  return index.state('karpenter.sh/v1/NodePool').state === 'synced' ? index.all('karpenter.sh/v1/NodePool') : [];
}

/** Whether Karpenter provides the nodes. */
export function hasNodePools(index: PoolView): boolean {
  return knownPools(index).length > 0;
}

/**
 * Whether every pool has a deadline at which pods go whatever they or their budgets say.
 * See https://karpenter.sh/docs/concepts/disruption/#terminationgraceperiod
 */
export function poolsEndAllWaiting(index: PoolView): boolean {
  const pools = knownPools(index);
  return pools.length > 0 && pools.every(({ spec }) => spec?.template?.spec?.terminationGracePeriod !== undefined);
}

export type PoolFit = 'fits' | 'excludes' | 'notReady' | 'exhausted';

/** Whether a pool would make a node for the workload just now. */
export function poolFit(pool: NodePool, { podSpec }: Workload): PoolFit {
  if (!poolAdmits(podSpec, pool)) return 'excludes';
  if (pool.status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'False')) return 'notReady';
  const used = pool.status?.resources ?? {};
  const isExhausted = Object.entries(pool.spec?.limits ?? {}).some(([resource, limit]) => {
    const most = parseQuantity(limit);
    return most !== undefined && (parseQuantity(used[resource]) ?? 0) >= most;
  });
  return isExhausted ? 'exhausted' : 'fits';
}
