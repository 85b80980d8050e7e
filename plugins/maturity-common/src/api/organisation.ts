// What the API answers about the whole organisation.
import type { ObjectRef, UnknownCode, Verdict } from '@maturity-roadmap/engine';
import type { ComponentName, Share } from './common';
import type { SourceStatus, Transition } from './report';
import type { LevelCount } from './roadmap';
import type { ControlLeverage, PartQuery, UnknownGroup } from './steering';

/** `GET /organisation/summary`. Counts only what the caller may see. @public */
export interface OrganisationSummary {
  components: number;
  environments: string[];
  observedAt?: string;
  /** Rising. */
  levels: LevelCount[];
  /** Mean over components, 0 to 1; absent if nothing was judged. */
  score?: number;
  coverage?: number;
  /** In roadmap order. */
  tiers: { id: string; title: string; from: string; to: string; topics: TopicAdoption[] }[];
  /** Latest changes of level, newest first; at most ten. */
  movers: Transition[];
  /** Why checks could not be judged, most components first. */
  unknowns: UnknownGroup[];
  /** Workloads that belong to no component; at most a hundred. */
  unmapped: UnmappedView[];
  sources: SourceStatus[];
}

/** A workload that belongs to no component. @public */
export interface UnmappedView extends ObjectRef {
  /** The component that most likely means it, and why it does not claim it. */
  nearest?: { component: string; why: string };
  /** What to add, as YAML, and where: to the entity of the nearest component, or to the workload. */
  suggestion: { to: 'entity' | 'workload'; yaml: string };
}

/** @public */
export interface TopicAdoption extends Share {
  id: string;
  title: string;
  /** Set where only advice speaks about the topic. */
  advice?: true;
}

/** Query of `GET /components`. @public */
export interface ComponentsQuery {
  /** Part of the name or title. */
  q?: string;
  owner?: string;
  system?: string;
  level?: string;
  /** Entity refs of groups, systems or domains: only what belongs to all of them, or to what is below them. */
  within?: string | readonly string[];
  /** Only what was judged in this environment; level, score and coverage are those there. */
  environment?: string;
  /** Only components of which some check is unknown for this reason. */
  unknown?: UnknownCode;
  /** Only components with this verdict in `topic`. */
  topic?: string;
  verdict?: 'met' | 'missed' | 'unknown' | 'notApplicable';
  /** Adds the verdict of each topic to each row. */
  topics?: boolean;
  /** `change`: of the score, in `days`. */
  sort?: 'name' | 'owner' | 'system' | 'level' | 'blockers' | 'score' | 'coverage' | 'change' | 'changed';
  order?: 'asc' | 'desc';
  /** Days back from today with which scores are compared, 1 to 730, default 90. */
  days?: number;
  /** 1 to 200, default 20. */
  limit?: number;
  offset?: number;
}

/** `GET /components`. @public */
export interface ComponentPage {
  items: ComponentRow[];
  /** Of all that match. */
  total: number;
}

/** @public */
export interface ComponentRow extends ComponentName {
  level: string;
  levelTitle: string;
  /** Blockers to the next level. */
  blockers: number;
  score?: number;
  coverage?: number;
  /**
   * What to compare the score with: 0 to 1, at the end of a day. That is the day asked for, or the first one after it on
   * which the score was written down; absent without one before today, and where the query names an environment.
   */
  scoreBefore?: { day: string; score: number };
  /** Number of workloads found. */
  workloads: number;
  observedAt: string;
  /** Instant of the last change of any verdict, ISO 8601. */
  changedAt?: string;
  /** Verdicts by topic id, where the query asks for them. */
  topics?: Record<string, Verdict>;
}

/** Query of `GET /organisation/summary`. @public */
export type OrganisationQuery = PartQuery;

/** `GET /organisation/leverage`: which checks hold back most components. @public */
export interface Leverage {
  /** Most lifted first, then most held back; at most twenty. */
  items: LeverageItem[];
  /** What the platform can give to whole namespaces: most that would rise first, then most components. */
  controls: ControlLeverage[];
}

/** @public */
export interface LeverageItem {
  /** Check id. */
  check: string;
  title: string;
  topic: string;
  /** Components that it keeps from their next level. */
  blocks: number;
  /** Of these, the ones that it alone keeps: mending it lifts them. */
  lifts: number;
  /** Namespaces with most of them, where one change may mend many; at most three. */
  places: { environment: string; namespace: string; components: number }[];
}
