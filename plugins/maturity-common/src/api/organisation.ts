// What the API answers about the whole organisation.
import type { ObjectRef, UnknownCode } from '@maturity-roadmap/engine';
import type { ComponentName, Share } from './common';
import type { SourceStatus, Transition } from './report';
import type { LevelCount } from './roadmap';

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
  unknowns: UnknownReason[];
  /** Workloads that belong to no component; at most a hundred. */
  unmapped: UnmappedView[];
  sources: SourceStatus[];
}

/** A workload that belongs to no component. @public */
export interface UnmappedView extends ObjectRef {
  /** The component that most likely means it, and why it does not claim it. */
  nearest?: { component: string; why: string };
}

/** @public */
export interface TopicAdoption extends Share {
  id: string;
  title: string;
}

/** @public */
export interface UnknownReason {
  code: UnknownCode;
  environment: string;
  reason: string;
  components: number;
}

/** Query of `GET /components`. @public */
export interface ComponentsQuery {
  /** Part of the name or title. */
  q?: string;
  owner?: string;
  system?: string;
  level?: string;
  /** Only components with this verdict in `topic`. */
  topic?: string;
  verdict?: 'met' | 'missed' | 'unknown' | 'notApplicable';
  sort?: 'name' | 'owner' | 'system' | 'level' | 'blockers' | 'score' | 'coverage' | 'changed';
  order?: 'asc' | 'desc';
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
  /** Number of workloads found. */
  workloads: number;
  observedAt: string;
  /** Instant of the last change of any verdict, ISO 8601. */
  changedAt?: string;
}
