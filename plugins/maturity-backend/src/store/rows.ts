// The tables as rows.
import type { ChangeCause, Evidence, ObjectRef } from '@maturity-roadmap/engine';

export interface ReportRow {
  component_ref: string;
  title: string;
  search: string;
  owner: string | null;
  system: string | null;
  level: string;
  level_rank: number;
  score: number | null;
  coverage: number | null;
  blockers: number;
  workloads: number;
  observed_at: string;
  changed_at: string;
  hash: string;
  /** Which topics and checks the letters are of. */
  layout: string;
  /** A letter for the verdict of each topic. */
  topics: string;
  /** A letter for the worst verdict of each check. */
  checks: string;
  report: string;
}

export interface LayoutRow {
  id: string;
  /** JSON: ids in the order of the letters. */
  topics: string;
  checks: string;
}

export interface NameRow {
  id: number;
  name: string;
}

export interface UnknownRow {
  component_ref: string;
  environment: string;
  code: string;
  reason: string;
}

/** A transition as it is stored: names are numbers. */
export interface StoredTransitionRow {
  id: number | string;
  component_id: number;
  /** Milliseconds since 1970. */
  at: number | string;
  check_id: number | null;
  topic_id: number | null;
  environment_id: number | null;
  workload_id: number | null;
  from_id: number | null;
  to_id: number;
  reason: string;
  /** JSON: evidence before and after. */
  evidence: string | null;
  /** JSON: the cause, without its object where that is the workload. */
  cause: string | null;
}

/** A transition as it is read. */
export interface TransitionRow {
  id: string;
  component_ref: string;
  /** ISO 8601. */
  at: string;
  check_id: string | null;
  topic: string | null;
  environment: string | null;
  workload: ObjectRef | null;
  from: string | null;
  to: string;
  reason: string;
  evidenceBefore: Evidence[] | null;
  evidenceAfter: Evidence[] | null;
  cause: ChangeCause | null;
}

export interface SourceRow {
  environment: string;
  status: string;
  unmapped: string;
  listed_at: string | null;
}

export interface PartRow {
  component_ref: string;
  environment: string;
  provisional: boolean;
  observed_at: string;
  /** Of records and workloads, and of the standard they were judged by; empty once verdicts stand in `recent`. */
  hash: string;
  layout: string;
  /** A letter for the verdict of each topic there. */
  topics: string;
  /** Verdicts that are newer than those in `records`, of some checks; null if there are none. */
  recent: string | null;
  workloads: string;
  records: string;
  due_at: string | null;
}

export interface LeaseRow {
  name: string;
  holder: string;
  term: number;
  until: number;
}

export interface RollupRow {
  day: string;
  scope: 'all' | 'owner' | 'system' | 'environment';
  key: string;
  layout: string;
  /** JSON: for each level the components and the sum of their scores. */
  levels: string;
  /** For each topic of the layout how many components have which verdict: `f1p3,u1n3`. */
  topics: string;
}

/** The score of a component at the end of a day on which it had another one than before. */
export interface ScoreRow {
  component_id: number;
  day: string;
  /** Thousandths; null where nothing could be judged. */
  score: number | null;
}

export interface ProgressRow {
  user_ref: string;
  roadmap: string;
  topic: string;
  state: 'learning' | 'done' | 'skipped';
  changed_at: string;
}

export interface TreeRow {
  id: string;
  key: string;
  etag: string | null;
  read_at: string | null;
  retry_at: string | null;
  record: string;
}

export interface OperationRow {
  name: string;
  lease: string;
  holder: string;
  since: string;
  at: string;
  state: string;
}
