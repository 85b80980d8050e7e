// The tables as rows.

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
  report: string;
}

export interface TopicRow {
  component_ref: string;
  /** Empty for the component as a whole. */
  environment: string;
  topic: string;
  verdict: string;
}

export interface CheckRow {
  component_ref: string;
  check_id: string;
  verdict: string;
}

export interface UnknownRow {
  component_ref: string;
  environment: string;
  code: string;
  reason: string;
}

export interface TransitionRow {
  id: string;
  component_ref: string;
  at: string;
  check_id: string | null;
  topic: string | null;
  environment: string | null;
  workload: string | null;
  from: string | null;
  to: string;
  reason: string;
  evidence_before: string | null;
  evidence_after: string | null;
  cause: string | null;
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
  hash: string;
  records: string;
  workloads: string;
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
  topic: string;
  value: string;
  components: number;
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
