// How much a check weighs, and which checks stand between a component and its next level.

/**
 * Severity of a check, heaviest first.
 *
 * @public
 */
export const severities = ['critical', 'high', 'medium', 'low'] as const;

/** @public */
export type Severity = (typeof severities)[number];

/**
 * Share of the score a check carries, in points.
 *
 * @public
 */
export const severityWeights: Readonly<Record<Severity, number>> = { critical: 10, high: 6, medium: 3, low: 1 };

/**
 * A check of this severity must neither fail nor be unknown for a level to be reached.
 *
 * @public
 */
export function isBlocking(severity: Severity): boolean {
  return severity === 'critical' || severity === 'high';
}
