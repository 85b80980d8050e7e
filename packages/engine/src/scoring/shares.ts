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
    let applying = 0;
    let judgeable = 0;
    let sum = 0;
    for (const { verdict } of group) {
      if (verdict !== 'notApplicable') applying += 1;
      const value = worth[verdict];
      if (value === undefined) continue;
      judgeable += 1;
      sum += value;
    }
    if (applying === 0) continue;
    applicable += 1;
    judged += judgeable / applying;
    if (judgeable === 0) continue;
    const weight = severityWeights[group[0].severity];
    judgedWeight += weight;
    earned += (weight * sum) / judgeable;
  }
  return {
    ...(judgedWeight > 0 ? { score: earned / judgedWeight } : {}),
    ...(applicable > 0 ? { coverage: judged / applicable } : {}),
  };
}
