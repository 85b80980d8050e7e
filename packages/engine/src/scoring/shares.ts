// Score and coverage: what share of a component's applicable checks holds, and what share could be judged.
import type { VerdictRecord } from '../model';
import type { Tally } from './tally';
import { tally } from './tally';

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
 * @param records - those of a check one after the other
 * @public
 */
export function sharesOf(records: Iterable<VerdictRecord>): Shares {
  return sharesOfTally(tally(records));
}

/** The same of verdicts that were counted. */
export function sharesOfTally({ earned, judgedWeight, covered, applicable }: Tally): Shares {
  const shares: Shares = {};
  if (judgedWeight > 0) shares.score = earned / judgedWeight;
  if (applicable > 0) shares.coverage = covered / applicable;
  return shares;
}
