/**
 * What the page of a check shows beside its metadata: tested examples, and its history in the standard. An entry of its
 * own, since it is as large as the checks themselves and judging does without it.
 *
 * @packageDocumentation
 */
import type { Verdict } from '@maturity-roadmap/engine';

/**
 * A fixture with what the check says of it.
 *
 * @public
 */
export interface DocumentedExample {
  verdict: Verdict;
  reason: string;
  files: { path: string; text: string }[];
}

/**
 * What a version of the standard changed of a check.
 *
 * @public
 */
export interface DocumentedChange {
  version: string;
  what: string;
}

/**
 * Of one check.
 *
 * @public
 */
export interface CheckDocument {
  passes?: DocumentedExample;
  /** One that fails, or that warns where none fails. */
  fails?: DocumentedExample;
  /** Newest first. */
  history: readonly DocumentedChange[];
}

export { checkDocuments } from './generated/checkDocuments';
