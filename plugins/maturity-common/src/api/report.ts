// What the API answers about one component.
import type {
  ChangeCause,
  Delivery,
  Evidence,
  KindState,
  ObjectRef,
  Report,
  Severity,
  Verdict,
  WorkloadDiagnosis,
} from '@maturity-roadmap/engine';
import type { ComponentName } from './common';
import type { BlockerEffects, NearestWorkload, PatchView } from './mending';

/** `GET /reports/{kind}/{namespace}/{name}`: all that the Maturity tab shows. @public */
export interface ReportView {
  component: ComponentName;
  report: Report;
  /** The roadmap that the report climbs. */
  roadmap: {
    id: string;
    title: string;
    levels: { id: string; title: string }[];
    tiers: { id: string; title: string; from: string; to: string; topics: { id: string; title: string }[] }[];
  };
  /** The checks that its verdicts name, by id. */
  checks: Record<string, CheckView>;
  /** Newest first; at most fifty. */
  transitions: Transition[];
  /** How the score went in 90 days, rising by day. */
  scores: ScorePoint[];
  mapping: MappingView;
  /** Why pods do not run as they should, by workload; empty where all are well. */
  diagnoses: WorkloadDiagnosis[];
  /** By check id: the changes that would mend what fails. */
  patches: Record<string, PatchView[]>;
  effects: BlockerEffects;
  /** What delivers its workloads, as far as the clusters say so. */
  deliveries: Delivery[];
  /** Kinds and environments that could not be read when the report was made. */
  sources: SourceStatus[];
}

/**
 * The score at the end of a day on which it was another than before, or with which the component went into the range.
 * It holds until the next one.
 *
 * @public
 */
export interface ScorePoint {
  /** `2026-11-24`, in UTC. */
  day: string;
  /** 0 to 1; absent where nothing could be judged. */
  score?: number;
}

/** How the component claims its workloads, and what nearly matched. @public */
export interface MappingView {
  /** What was looked for, for people: `label backstage.io/kubernetes-id = checkout`. */
  lookedFor: string;
  /** YAML to add to the entity so that its workloads are found. */
  suggestion: string;
  /** Set if an annotation can't be read. */
  problem?: string;
  /** Workloads that belong to nobody and may be the component's, the likeliest first; at most ten. */
  nearest: NearestWorkload[];
}

/** Metadata of a check, as its definition says. @public */
export interface CheckView {
  id: string;
  topic: string;
  severity: Severity;
  advice: boolean;
  title: string;
  why: string;
  /** Markdown. */
  remediation: string;
  appliesWhen: string;
  references: string[];
  since: string;
  /** Kind ids. */
  reads: string[];
}

/** Where a check's topic stands. @public */
export interface CheckTopic {
  topicTitle: string;
  /** Id of the roadmap that has the topic; empty if none does. */
  roadmap: string;
}

/** `GET /checks`. @public */
export interface CheckList {
  items: (CheckView & CheckTopic & { met: number; applicable: number; unknown: number })[];
}

/** A change of one verdict, or of the level where `check` is absent. @public */
export interface Transition {
  id: string;
  component: ComponentName;
  /** ISO 8601. */
  at: string;
  check?: string;
  topic?: string;
  environment?: string;
  workload?: ObjectRef;
  /** Verdict, or level id; absent when first seen. */
  from?: Verdict | string;
  to: Verdict | string;
  reason: string;
  evidenceBefore?: Evidence[];
  evidenceAfter?: Evidence[];
  /** Who changed what, as far as the cluster knows. */
  cause?: ChangeCause;
}

/** A source as it was last read. @public */
export interface SourceStatus {
  /** Name of the cluster or of the manifests' folder. */
  environment: string;
  type: 'cluster' | 'manifests';
  /** ISO 8601; absent if it was never read. */
  observedAt?: string;
  objects: number;
  /** Set if the whole source can't be read. */
  error?: string;
  /** Kinds that are neither synced nor simply not served. */
  kinds: ({ kind: string } & KindState)[];
  /** Rules to add to the ClusterRole, as YAML; absent if none is missing. */
  missingRule?: string;
  /** Files or objects that can't be used. */
  problems: { file: string; line: number; message: string }[];
}
