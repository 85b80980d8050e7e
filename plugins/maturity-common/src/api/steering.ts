// What the API answers to who steers an organisation: what moves, what one change lifts, what would be if.
import type { Severity, UnknownCode, Verdict } from '@maturity-roadmap/engine';
import type { ComponentName, Share } from './common';
import type { Transition } from './report';

/** Which part of the organisation a question is about. @public */
export interface PartQuery {
  /** Entity refs of groups, systems or domains: only what belongs to all of them, or to what is below them. */
  within?: string | readonly string[];
  /** Only what was judged in this environment, by how it stands there. */
  environment?: string;
}

/** Query of `GET /organisation/topic-trends`. @public */
export interface TopicTrendsQuery extends PartQuery {
  /** Days back from today, 1 to 730, default 90. */
  days?: number;
}

/** `GET /organisation/topic-trends`: how many met each topic, over time. @public */
export interface TopicTrends {
  /** Rising, `2026-11-24`; at most thirty, spread over the days asked for. */
  days: string[];
  /** By topic id, one share for each day. */
  topics: Record<string, Share[]>;
}

/** Query of `GET /organisation/movers`. @public */
export interface MoversQuery extends PartQuery {
  /** Days back from now, 1 to 730, default 14. */
  days?: number;
  direction?: 'rose' | 'fell';
  /** 1 to 100, default 6. */
  limit?: number;
  offset?: number;
}

/** `GET /organisation/movers`: changes of level. @public */
export interface Movers {
  /** Newest first. */
  items: Mover[];
  rose: number;
  fell: number;
}

/** A change of level with the verdict that decided it. @public */
export interface Mover extends Transition {
  rose: boolean;
  /** Absent where no single verdict decided it, such as when the standard changed. */
  because?: {
    check: string;
    title: string;
    topic: string;
    topicTitle: string;
    environment: string;
    reason: string;
  };
}

/** One change in namespaces of an environment that would satisfy checks of many components. @public */
export interface ControlLeverage {
  /** Id of the control, such as `limit-range`. */
  control: string;
  environment: string;
  /** Namespaces that lack it. */
  namespaces: number;
  /** Checks that it satisfies. */
  checks: { id: string; title: string }[];
  /** Components with a failing check that it would satisfy. */
  components: number;
  /** Of these, the ones that it would lift to another level. */
  rise: number;
  /** Namespaces where it would do most; at most three. */
  places: { namespace: string; components: number; rise: number }[];
  /** YAML to apply in the first of them. */
  manifest: string;
}

/** Query of `GET /organisation/what-if`. @public */
export interface WhatIfQuery extends PartQuery {
  /** `<check or topic id>:<severity, advice or met>`, such as `netpol-not-allow-all:critical`. */
  change: string | readonly string[];
  /** 1 to 200, default 20. */
  limit?: number;
  offset?: number;
}

/** What a change of the standard can make of a check; `met` asks what if it passed wherever it fails. @public */
export type WhatIfTarget = Severity | 'advice' | 'met';

/** `GET /organisation/what-if`: who would rise or drop, from the stored verdicts. Nothing is changed. @public */
export interface WhatIf {
  changes: { id: string; title: string; to: WhatIfTarget; checks: number }[];
  /** Components looked at. */
  components: number;
  rise: number;
  drop: number;
  /** Rising by level. */
  levels: { id: string; title: string; before: number; after: number }[];
  /** Those that drop first, then by name. */
  items: (ComponentName & { from: string; to: string })[];
}

/** Query of `GET /organisation/cell`. @public */
export interface CellQuery extends PartQuery {
  topic: string;
  /** 1 to 200, default 25. */
  limit?: number;
  offset?: number;
}

/** `GET /organisation/cell`: the components behind a cell of the heat map. @public */
export interface Cell {
  /** Components by their verdict in the topic. */
  counts: Partial<Record<Verdict, number>>;
  total: number;
  /** What needs work first, then by name. */
  items: CellComponent[];
}

/** @public */
export interface CellComponent extends ComponentName {
  level: string;
  verdict: Verdict;
  /** Of the check that decides the verdict. */
  check?: string;
  reason?: string;
  /** Where the check has that verdict. */
  environments: string[];
  /** When its environments were last read, ISO 8601. */
  observedAt: string;
}

/** Why checks could not be judged, by kind of reason. @public */
export interface UnknownGroup {
  code: UnknownCode;
  environment: string;
  components: number;
  /** The reason that most have. */
  reason: string;
  /** Other reasons beside it. */
  others: number;
  /** Since when the environment is so, as far as it is known, ISO 8601. */
  since?: string;
}
