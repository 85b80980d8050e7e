// What the API answers about one check.
import type { Severity, Verdict } from '@maturity-roadmap/engine';
import type { ComponentName, Share } from './common';
import type { CheckTopic, CheckView } from './report';

/** `GET /checks/{checkId}`: all that the page of a check shows. @public */
export interface CheckDetails extends CheckView, CheckTopic, Share {
  subject: 'workload' | 'repository';
  /** Components to which it does not apply. */
  notApplicable: number;
  /** Rules to grant so that it can read what it needs, as YAML; absent where it reads nothing from clusters. */
  rule?: string;
  /** Limits that can be set, with the values in force. */
  thresholds: CheckThreshold[];
  /** Lines for app-config that change or switch off the check, as YAML. */
  settings: string;
  /** Made of the fixtures that its tests run; absent for checks that have none here. */
  examples: { passes?: CheckExample; fails?: CheckExample };
  /** How the standard changed as to this check, newest first. */
  history: CheckChange[];
}

/** @public */
export interface CheckThreshold {
  name: string;
  meaning: string;
  value: number;
  /** As the check itself has it. */
  default: number;
  min: number;
  max: number;
}

/** A fixture with what the check says of it. @public */
export interface CheckExample {
  verdict: Verdict;
  reason: string;
  files: { path: string; text: string }[];
}

/** What a version of the standard changed of a check. @public */
export interface CheckChange {
  version: string;
  /** `new`, `severity medium → high`. */
  what: string;
}

/** Query of `GET /checks/{checkId}/components`. @public */
export interface CheckComponentsQuery {
  /** Default `missed`. */
  verdict?: 'met' | 'missed' | 'unknown' | 'notApplicable';
  /** 1 to 100, default 20. */
  limit?: number;
  offset?: number;
}

/** `GET /checks/{checkId}/components`. @public */
export interface CheckComponents {
  /** The caller's first, then by name. */
  items: CheckComponent[];
  /** Of all with that verdict. */
  total: number;
  /** Of the roadmap that is measured, rising. */
  levels: { id: string; title: string }[];
}

/** @public */
export interface CheckComponent extends ComponentName {
  level: string;
  levelTitle: string;
  verdict: Verdict;
  severity: Severity;
  /** Of its worst verdict. */
  reason: string;
  /** Where it is so. */
  environments: string[];
  mine: boolean;
}
