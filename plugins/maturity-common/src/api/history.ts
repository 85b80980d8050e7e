// What the API answers about the organisation over time, and by those who own it.
import type { Share } from './common';

/** What a trend is about. @public */
export type TrendScope = 'all' | 'owner' | 'system' | 'environment';

/** Query of `GET /organisation/trend`. @public */
export interface TrendQuery {
  /** Default `all`. */
  scope?: TrendScope;
  /** Entity ref of the owner or system, or name of the environment; not for `all`. */
  key?: string;
  /** Entity refs of groups, systems or domains: all below counts too. Instead of `scope` and `key`. */
  within?: string | readonly string[];
  /** As things stood in this environment. Instead of `scope` and `key`. */
  environment?: string;
  /** A topic; without it the trend is of levels. Environments have topics only. */
  topic?: string;
  /** Days back from today, 1 to 730, default 90. */
  days?: number;
}

/** `GET /organisation/trend`. @public */
export interface Trend {
  /** Rising by day; a day on which nothing ran is left out. */
  points: TrendPoint[];
}

/** @public */
export interface TrendPoint {
  /** `2026-11-24`, in UTC. */
  day: string;
  /** Components by level id, or by verdict of the topic. */
  components: Record<string, number>;
  /** Mean score, 0 to 1; with levels only, absent if nothing was judged. */
  score?: number;
}

/** Query of `GET /organisation/heatmap`. @public */
export interface HeatMapQuery {
  /** Default `owner`. */
  by?: 'owner' | 'system' | 'domain';
  /** Entity ref of a group, system or domain: only what is below it. */
  within?: string;
  /** Only what was judged in this environment, by how it stands there. */
  environment?: string;
}

/** Shares of topics that some components have. @public */
export interface HeatMapCounts {
  components: number;
  /** By topic id; absent where no component is judged in it. */
  topics: Record<string, Share>;
}

/** A group, system or domain, with all that is below it. @public */
export interface HeatMapRow extends HeatMapCounts {
  /** Entity ref. */
  key: string;
  title: string;
  /** Key of the row above it, if there is one. */
  parent?: string;
  /** Components that belong to it directly, not to a row below it. */
  own: number;
}

/** `GET /organisation/heatmap`: the share of components that meet each topic, down the hierarchy. @public */
export interface HeatMap {
  /** All components, also those without an owner or system. */
  total: HeatMapCounts;
  /** By title, parents before their children; those without components are left out. */
  rows: HeatMapRow[];
  /** What the columns are, and the levels' names. */
  roadmap: {
    id: string;
    levels: { id: string; title: string }[];
    tiers: { id: string; from: string; to: string; topics: { id: string; title: string; advice?: true }[] }[];
  };
  /** Environments that can be chosen. */
  environments: string[];
}
