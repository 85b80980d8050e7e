// The verdicts in words, and in the order of lists.
import type { Verdict } from '@maturity-roadmap/engine';

/** A verdict in words, for accessible names and legends. */
export const verdictNames: Readonly<Record<Verdict, string>> = {
  fail: 'Fails',
  unknown: 'Unknown',
  warn: 'Warning',
  pass: 'Passes',
  notApplicable: 'Not applicable',
};

/** Order of lists: what needs work first. */
export const verdictOrder: readonly Verdict[] = ['fail', 'unknown', 'warn', 'pass', 'notApplicable'];
