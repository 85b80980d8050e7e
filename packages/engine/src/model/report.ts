// The report of one component: every verdict, and what follows from them for topics, level, score and coverage.
import type { Fix } from './fix';
import type { ObjectRef } from './objects';
import type { Severity } from './severity';
import type { Evidence, UnknownCode, Verdict } from './verdicts';

/**
 * One check judged on one subject.
 *
 * @public
 */
export interface VerdictRecord {
  check: string;
  topic: string;
  severity: Severity;
  /** Advice is shown but neither scored nor blocking. */
  advice: boolean;
  verdict: Verdict;
  reason: string;
  /** Only with `unknown`. */
  code?: UnknownCode;
  evidence: readonly Evidence[];
  fix?: Fix;
  /** Where it was judged: a cluster's name, or `repository`. */
  environment: string;
  /** The workload judged; absent for repository checks. */
  workload?: ObjectRef;
}

/**
 * What the verdicts say of one topic.
 *
 * @public
 */
export interface TopicReport {
  topic: string;
  /** Worst verdict of its scored checks, or of its advice where it has no others; `notApplicable` if none applies. */
  verdict: Verdict;
  /** Checks that pass or warn in every place. */
  met: number;
  /** Checks that apply. */
  applicable: number;
  /** Whether a blocking check of it fails or is unknown. */
  blocks: boolean;
  /** Set where all checks of the topic are advice: what is said here counts for no score, tier or level. */
  advice?: true;
}

/**
 * Standing in one environment, from the verdicts there together with the repository's.
 *
 * @public
 */
export interface EnvironmentReport {
  environment: string;
  level: string;
  score?: number;
  coverage?: number;
}

/**
 * A check that keeps the component from its next level.
 *
 * @public
 */
export interface Blocker {
  check: string;
  topic: string;
  severity: Severity;
  verdict: 'fail' | 'unknown';
  /** Environments in which it blocks, sorted. */
  environments: readonly string[];
  /** Number of places (evidence rows) to mend: the measure of effort, smallest first. */
  places: number;
}

/**
 * All that is known of a component at one instant. Plain data: survives JSON unchanged.
 *
 * @public
 */
export interface Report {
  /** Entity ref, or a name made from the workload where there is no catalog. */
  component: string;
  /** Instant of the newest observation, ISO 8601. */
  observedAt: string;
  /** Level id of the roadmap. */
  level: string;
  /** The level after it; absent at the top. */
  nextLevel?: string;
  /** Weighted share of what could be judged, 0 to 1; absent if nothing could. */
  score?: number;
  /** Share of applicable checks that could be judged, 0 to 1; absent if none applies. */
  coverage?: number;
  workloads: readonly ObjectRef[];
  environments: readonly EnvironmentReport[];
  topics: readonly TopicReport[];
  /** Blockers to the next level, least effort first, then heaviest. */
  blockers: readonly Blocker[];
  /** Sorted by roadmap order, check, environment, workload. */
  verdicts: readonly VerdictRecord[];
}
