// The shape of a check: metadata, the kinds it reads, and one pure function.
import type { CheckResult, KindId, ObjectRef, Severity } from '../model';
import type { ObjectView } from '../objects';
import type { Workload } from '../workloads';

/**
 * A number that a check compares with and an installation may set.
 *
 * @public
 */
export interface Threshold {
  default: number;
  /** Smallest and largest value that make sense. */
  min: number;
  max: number;
  /** What it is, with its unit. */
  meaning: string;
}

/**
 * Values of thresholds by their names.
 *
 * @public
 */
export type ThresholdValues<H extends string = string> = Readonly<Record<H, number>>;

/**
 * A list of texts that a check compares with and an installation may set; empty unless it does.
 *
 * @public
 */
export interface TextList {
  default: readonly string[];
  /** What each text must look like, as a regular expression over the whole of it. */
  pattern: string;
  /** What it lists. */
  meaning: string;
}

/**
 * Lists by their names.
 *
 * @public
 */
export type ListValues<L extends string = string> = Readonly<Record<L, readonly string[]>>;

/**
 * A filter over fields of a catalog entity, as the catalog itself has it: every key must hold, by one of its values.
 * Keys are paths such as `spec.type` or `metadata.tags`; what is compared ignores case.
 * See https://backstage.io/docs/features/software-catalog/software-catalog-api/#filtering
 *
 * @public
 */
export type EntityFilter = Readonly<Record<string, readonly string[]>>;

/**
 * A change of what a check means: from a version of the standard on it judges something otherwise.
 *
 * @public
 */
export interface Revision {
  /** Version of the standard. */
  since: string;
  /** One sentence: what is judged otherwise, and how. */
  what: string;
}

/**
 * What a check says of itself; everything shown about it is generated from here.
 *
 * @public
 */
export interface CheckMetadata {
  /** States the good condition in kebab-case. What it means changes only with an entry in `revisions`. */
  id: string;
  /** Id of the roadmap topic it proves. */
  topic: string;
  severity: Severity;
  /** Advice is shown but neither scored nor blocking. */
  advice?: boolean;
  /** One sentence that states the good condition. */
  title: string;
  /** Why it matters, in two or three sentences. */
  why: string;
  /** What to do, in the imperative, ending with a period. Markdown. */
  remediation: string;
  /** When the question arises at all; shown beside a `notApplicable`. */
  appliesWhen: string;
  /** Primary documentation. At least one. */
  references: readonly string[];
  /** Version of the standard that introduced it. */
  since: string;
  /** Changes of what it means, oldest first. */
  revisions?: readonly Revision[];
  /** Numbers that an installation may set. */
  thresholds?: Readonly<Record<string, Threshold>>;
  /** Lists that an installation may set. */
  lists?: Readonly<Record<string, TextList>>;
  /** Set by an installation: the components that the check is for; absent for all. */
  appliesTo?: EntityFilter;
}

/**
 * A check that judges one workload by the objects of its cluster. It may look at every object of the kinds it reads
 * and reports on the one workload it was given.
 *
 * @public
 */
export interface WorkloadCheck<K extends KindId = KindId> extends CheckMetadata {
  subject: 'workload';
  /** Every kind it may ask for. Feeds what is collected, the ClusterRole, re-evaluation and the documentation. */
  reads: readonly K[];
  evaluate(workload: Workload, index: ObjectView<K>, thresholds: ThresholdValues, lists: ListValues): CheckResult;
}

/**
 * A component's repository, as checks see it: its files through the view, and the workloads it is built for.
 *
 * @public
 */
export interface Repository {
  ref: ObjectRef;
  workloads: readonly Workload[];
  /** Path of the Dockerfile where the component names one (annotation `maturity/dockerfile`). */
  dockerfile?: string;
}

/**
 * A check that judges a component's repository.
 *
 * @public
 */
export interface RepositoryCheck<K extends KindId = KindId> extends CheckMetadata {
  subject: 'repository';
  reads: readonly K[];
  evaluate(repository: Repository, index: ObjectView<K>, thresholds: ThresholdValues): CheckResult;
}

/**
 * Any check, whatever it reads.
 *
 * @public
 */
export type Check = WorkloadCheck | RepositoryCheck;
