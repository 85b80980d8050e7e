// What a rollout may take away and add, by the arithmetic of the Deployment controller.
import type { ObjectOf, Workload } from '@maturity-roadmap/engine';
import { resolveIntOrPercent } from '@maturity-roadmap/engine';

export type RolloutStrategy = NonNullable<ObjectOf<'apps/v1/Deployment'>['spec']>['strategy'];

/** The default of both fields. */
const quarter = '25%';

/** The strategy that a Deployment names. */
export function strategyOf({ object }: Workload): RolloutStrategy {
  return (object.spec as { strategy?: RolloutStrategy } | undefined)?.strategy;
}

/**
 * How many pods a rolling update may be short of, and how many it may have too many. Percentages of what may be missing
 * are rounded down, of what may be added up; if both come out as 0, one pod may be missing after all.
 * See https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#rolling-update-deployment
 *
 * @returns undefined if a number can't be read
 */
export function rollingRoom(
  strategy: RolloutStrategy,
  replicas: number,
): { maxUnavailable: number; maxSurge: number } | undefined {
  const { maxUnavailable = quarter, maxSurge = quarter } = strategy?.rollingUpdate ?? {};
  const missing = resolveIntOrPercent(maxUnavailable, replicas, 'down');
  const more = resolveIntOrPercent(maxSurge, replicas, 'up');
  if (missing === undefined || more === undefined) return undefined;
  return { maxUnavailable: missing === 0 && more === 0 ? 1 : missing, maxSurge: more };
}

/** Why a rollout may take the service away, and the field that says so. */
export interface RolloutDefect {
  reason: string;
  path: string;
  observed: string;
  expected: string;
  /** What mends it, by JSON Pointer. */
  fields: Readonly<Record<string, unknown>>;
}

/** @returns the pods a rollout keeps, what is wrong with it, or undefined if its numbers can't be read */
export function judgeRollout(
  strategy: RolloutStrategy,
  replicas: number,
): RolloutDefect | { kept: number } | undefined {
  if (strategy?.type === 'Recreate') {
    const fields = { '/spec/strategy': { type: 'RollingUpdate' } };
    const row = { path: 'spec.strategy.type', observed: 'Recreate', expected: 'RollingUpdate' };
    return { reason: 'Recreate ends all pods first', ...row, fields };
  }
  const room = rollingRoom(strategy, replicas);
  if (!room) return undefined;
  if (room.maxUnavailable < replicas) return { kept: replicas - room.maxUnavailable };
  const all = replicas === 1 ? 'the only replica' : `all ${replicas} replicas`;
  return {
    reason: `a rollout may take ${all} away at once`,
    path: 'spec.strategy.rollingUpdate.maxUnavailable',
    observed: `${strategy?.rollingUpdate?.maxUnavailable ?? quarter} of ${replicas}`,
    expected: `less than ${replicas}`,
    fields: { '/spec/strategy/rollingUpdate': { maxUnavailable: 0, maxSurge: 1 } },
  };
}
