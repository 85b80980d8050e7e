// Reads the health of a custom resource from the conditions whose meaning is agreed upon.
import type { Condition, KindId, ObjectOf, ObjectView } from '@maturity-roadmap/engine';
import { minutesSince } from '@maturity-roadmap/engine';

export type CustomResource = ObjectOf<'*/*/CustomResource'>;

/** Types that are good when True. Any other type may mean anything, so it proves nothing. */
const goodTypes = new Set(['Ready', 'Available', 'Synced', 'Healthy', 'Succeeded', 'Accepted', 'Programmed']);
/** Types that are bad when True. */
const badTypes = new Set(['Stalled', 'Degraded', 'Failed', 'Error', 'ReconcileError']);
/** Types that tell of work under way when True. */
const busyTypes = new Set(['Reconciling', 'Progressing', 'InProgress']);

/** How long a controller may take before a condition that is not met counts as a fault. */
const settleMinutes = 5;

export type ResourceHealth =
  { state: 'healthy' | 'unhealthy'; condition: Condition } | { state: 'settling' | 'silent'; condition?: undefined };

/**
 * Health by the rules of kstatus, with the polarity of each type: `Degraded=True` is bad, `Ready=True` is good, and a
 * status behind its spec says nothing.
 * See https://github.com/kubernetes-sigs/cli-utils/tree/master/pkg/kstatus
 */
export function healthOf(resource: CustomResource, index: Pick<ObjectView<KindId>, 'observedAt'>): ResourceHealth {
  const { generation = 0, deletionTimestamp } = resource.metadata;
  const listed: unknown = resource.status?.conditions;
  const conditions: Condition[] = Array.isArray(listed) ? listed : [];
  const isBehind = (observed: unknown) => typeof observed === 'number' && observed < generation;
  const known = conditions.filter(({ type }) => [goodTypes, badTypes, busyTypes].some(types => types.has(type)));
  if (deletionTimestamp || isBehind(resource.status?.observedGeneration)) return { state: 'settling' };
  if (known.some(({ observedGeneration }) => isBehind(observedGeneration))) return { state: 'settling' };
  const bad = known.find(({ type, status }) => badTypes.has(type) && status === 'True');
  if (bad) return { state: 'unhealthy', condition: bad };
  const unmet = known.find(({ type, status }) => goodTypes.has(type) && status !== 'True');
  if (unmet) {
    const isBusy = known.some(({ type, status }) => busyTypes.has(type) && status === 'True');
    const minutes = minutesSince(unmet.lastTransitionTime, index) ?? Number.POSITIVE_INFINITY;
    const isFresh = minutes < settleMinutes;
    return isBusy || isFresh ? { state: 'settling' } : { state: 'unhealthy', condition: unmet };
  }
  const good = known.find(({ type }) => goodTypes.has(type));
  return good ? { state: 'healthy', condition: good } : { state: 'silent' };
}
