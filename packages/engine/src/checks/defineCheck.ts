// Defines checks: infers the kinds a check may ask for from the kinds it declares.
import type { CheckResult, KindId } from '../model';
import type { ObjectView } from '../objects';
import type { Workload } from '../workloads';
import type { Check, RepositoryCheck, Threshold, ThresholdValues, WorkloadCheck, ListValues, TextList } from './Check';

/** @public */
export type WorkloadCheckDefinition<
  T extends string,
  K extends KindId,
  H extends string = never,
  L extends string = never,
> = Omit<WorkloadCheck<K>, 'subject' | 'topic' | 'thresholds' | 'lists' | 'evaluate'> & {
  topic: T;
  thresholds?: Readonly<Record<H, Threshold>>;
  lists?: Readonly<Record<L, TextList>>;
  evaluate(workload: Workload, index: ObjectView<K>, thresholds: ThresholdValues<H>, lists: ListValues<L>): CheckResult;
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
  /** A check of workloads. Asking for a kind that is not in `reads`, for an unnamed threshold or list does not compile. */
  defineCheck<const K extends KindId, H extends string = never, L extends string = never>(
    definition: WorkloadCheckDefinition<T, K, H, L>,
  ): Check;
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
