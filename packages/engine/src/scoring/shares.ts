// Score and coverage: what share of a component's applicable checks holds, and what share could be judged.
import type { VerdictRecord } from '../model';
import { severityWeights } from '../model';
import type { TopicTally } from './tally';
import { tallyTopics } from './tally';

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
  return sharesOfTopics(tallyTopics(records).values());
}

/** The same of verdicts that were counted. */
export function sharesOfTopics(topics: Iterable<TopicTally>): Shares {
  let earned = 0;
  let judgedWeight = 0;
  let coverage = 0;
  let applicable = 0;
  for (const { checks } of topics) {
    for (const { severity, applying, judged, worth } of checks) {
      if (applying === 0) continue;
      applicable += 1;
      coverage += judged / applying;
      if (judged === 0) continue;
      const weight = severityWeights[severity];
      judgedWeight += weight;
      earned += (weight * worth) / judged;
    }
  }
  const shares: Shares = {};
  if (judgedWeight > 0) shares.score = earned / judgedWeight;
  if (applicable > 0) shares.coverage = coverage / applicable;
  return shares;
}
