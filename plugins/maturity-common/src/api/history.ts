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
  by?: 'owner' | 'system';
}

/** `GET /organisation/heatmap`: the share of components that meet each topic, by owner or system. @public */
export interface HeatMap {
  /** By key; components without an owner or system are left out. */
  rows: { key: string; components: number; topics: Record<string, Share> }[];
}
