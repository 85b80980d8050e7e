// Defines checks: infers the kinds a check may ask for from the kinds it declares.
import type { CheckResult, KindId } from '../model';
import type { ObjectView } from '../objects';
import type { Workload } from '../workloads';
import type { Check, RepositoryCheck, Threshold, ThresholdValues, WorkloadCheck } from './Check';

/** @public */
export type WorkloadCheckDefinition<T extends string, K extends KindId, H extends string = never> = Omit<
  WorkloadCheck<K>,
  'subject' | 'topic' | 'thresholds' | 'evaluate'
> & {
  topic: T;
  thresholds?: Readonly<Record<H, Threshold>>;
  evaluate(workload: Workload, index: ObjectView<K>, thresholds: ThresholdValues<H>): CheckResult;
};

/** @public */
export type RepositoryCheckDefinition<T extends string, K extends KindId> = Omit<
  RepositoryCheck<K>,
  'subject' | 'topic'
> & { topic: T };

/**
 * Functions that define checks for the topics `T` of a roadmap.
 *
 * @public
 */
export interface CheckDefiner<T extends string> {
  /** A check of workloads. Asking for a kind that is not in `reads`, or for an unnamed threshold, does not compile. */
  defineCheck<const K extends KindId, H extends string = never>(definition: WorkloadCheckDefinition<T, K, H>): Check;
  /** A check of repositories. */
  defineRepositoryCheck<const K extends KindId>(definition: RepositoryCheckDefinition<T, K>): Check;
}

/**
 * Binds the definition of checks to the topics of a roadmap, so that an unknown topic does not compile.
 *
 * @public
 */
export function checkDefiner<T extends string>(): CheckDefiner<T> {
  return {
    // The engine hands a check the whole index; `reads` limits what it can ask for at compile time.
    defineCheck: definition => ({ ...definition, subject: 'workload' }) as unknown as WorkloadCheck,
    defineRepositoryCheck: definition => ({ ...definition, subject: 'repository' }) as unknown as RepositoryCheck,
  };
}
