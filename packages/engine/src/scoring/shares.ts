// Score and coverage: what share of a component's applicable checks holds, and what share could be judged.
import type { Verdict, VerdictRecord } from '../model';
import { groupBy, severityWeights } from '../model';

/** What a verdict is worth; verdicts without worth could not be judged. */
const worth: Partial<Record<Verdict, number>> = { pass: 1, warn: 0.5, fail: 0 };

/**
 * Verdicts by check, in their order, advice left out.
 *
 * @public
 */
export function groupByCheck(records: Iterable<VerdictRecord>): Map<string, VerdictRecord[]> {
  return groupBy(
    [...records].filter(record => !record.advice),
    record => record.check,
  );
}

/** @public */
export interface Shares {
  /** Weighted share of what could be judged, 0 to 1; absent if nothing could. */
  score?: number;
  /** Share of applicable checks that could be judged, 0 to 1; absent if none applies. */
  coverage?: number;
}

/**
 * Score and coverage of a set of verdicts.
 *
 * Each check weighs by its severity. One that was judged in several places counts with the mean of the places, so that
 * one defect among ten workloads costs a tenth; a warning counts half. What is not applicable counts nowhere, what is
 * unknown lowers coverage alone.
 *
 * @public
 */
export function sharesOf(records: Iterable<VerdictRecord>): Shares {
  let earned = 0;
  let judgedWeight = 0;
  let judged = 0;
  let applicable = 0;
  for (const group of groupByCheck(records).values()) {
    const applying = group.filter(record => record.verdict !== 'notApplicable');
    if (applying.length === 0) continue;
    const worths = applying.flatMap(record => worth[record.verdict] ?? []);
    applicable += 1;
    judged += worths.length / applying.length;
    if (worths.length === 0) continue;
    const weight = severityWeights[group[0].severity];
    judgedWeight += weight;
    earned += (weight * worths.reduce((sum, one) => sum + one, 0)) / worths.length;
  }
  return {
    ...(judgedWeight > 0 ? { score: earned / judgedWeight } : {}),
    ...(applicable > 0 ? { coverage: judged / applicable } : {}),
  };
}
