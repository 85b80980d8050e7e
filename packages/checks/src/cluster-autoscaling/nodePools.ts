// What Karpenter's node pools could make, and how long they wait for pods that must not be moved.
import type { Node, NodePool, ObjectView, Workload } from '@maturity-roadmap/engine';
import { apiGroup, derived, groupBy, parseQuantity, poolAdmits } from '@maturity-roadmap/engine';
import type { Resource } from './podRequests';
import { podRequest } from './podRequests';

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

export type PoolFit = 'fits' | 'excludes' | 'tooSmall' | 'notReady' | 'noNodeClass' | 'exhausted' | 'frozen';

/** The largest node that a pool may make, in cores or bytes, by what its requirements say of instances. */
function largestNode({ spec }: NodePool, resource: Resource): number {
  // Memory of instances is counted in mebibytes.
  const unit = resource === 'cpu' ? 1 : 2 ** 20;
  const bounds = (spec?.template?.spec?.requirements ?? [])
    .filter(({ key }) => String(key).endsWith(`/instance-${resource}`))
    .map(({ operator, values = [] }) => {
      const numbers = values.map(Number).filter(Number.isFinite);
      if (numbers.length === 0) return Number.POSITIVE_INFINITY;
      if (operator === 'In') return Math.max(...numbers);
      return operator === 'Lt' ? numbers[0] - 1 : Number.POSITIVE_INFINITY;
    });
  return Math.min(Number.POSITIVE_INFINITY, ...bounds) * unit;
}

function isTooSmall(pool: NodePool, workload: Workload): boolean {
  return (['cpu', 'memory'] as const).some(resource => {
    const limit = parseQuantity(pool.spec?.limits?.[resource]) ?? Number.POSITIVE_INFINITY;
    return podRequest(workload, resource) > Math.min(limit, largestNode(pool, resource));
  });
}

/** Whether the node class that a pool names is not there, as far as others of its kind were read. */
const resourcesByKind = derived(['*/*/CustomResource'], index =>
  groupBy(index.all('*/*/CustomResource'), ({ kind }) => kind),
);

function lacksNodeClass({ spec }: NodePool, index: ObjectView<'*/*/CustomResource'>): boolean {
  const { group, kind, name } = spec?.template?.spec?.nodeClassRef ?? {};
  if (!name || index.state('*/*/CustomResource').state !== 'synced') return false;
  const classes = (resourcesByKind(index).get(kind ?? '') ?? []).filter(
    one => apiGroup(one.apiVersion) === (group ?? apiGroup(one.apiVersion)),
  );
  return classes.length > 0 && !classes.some(({ metadata }) => metadata.name === name);
}

/**
 * A budget of no nodes that holds at all times and for every reason: the pool's nodes are never replaced.
 * See https://karpenter.sh/docs/concepts/disruption/#nodepool-disruption-budgets
 */
const isFrozen = ({ spec }: NodePool) =>
  (spec?.disruption?.budgets ?? []).some(
    ({ nodes, schedule, reasons }) => /^0+%?$/.test(String(nodes)) && !schedule && !reasons?.length,
  );

/** Whether a pool would make a node for the workload just now. */
export function poolFit(pool: NodePool, workload: Workload, index: ObjectView<'*/*/CustomResource'>): PoolFit {
  if (!poolAdmits(workload.podSpec, pool)) return 'excludes';
  if (isTooSmall(pool, workload)) return 'tooSmall';
  if (lacksNodeClass(pool, index)) return 'noNodeClass';
  if (pool.status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'False')) return 'notReady';
  const used = pool.status?.resources ?? {};
  const isExhausted = Object.entries(pool.spec?.limits ?? {}).some(([resource, limit]) => {
    const most = parseQuantity(limit);
    return most !== undefined && (parseQuantity(used[resource]) ?? 0) >= most;
  });
  if (isExhausted) return 'exhausted';
  return isFrozen(pool) ? 'frozen' : 'fits';
}

/** Whether a node is large enough for a pod of the workload, were it empty; one that does not say is. */
export function hasRoom({ status }: Node, workload: Workload): boolean {
  return (['cpu', 'memory'] as const).every(
    resource => podRequest(workload, resource) <= (parseQuantity(status?.allocatable?.[resource]) ?? Infinity),
  );
}
