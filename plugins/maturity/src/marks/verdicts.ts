// The order of verdicts in lists. Their names are texts: `marks.verdict.<verdict>`.
import type { Verdict } from '@maturity-roadmap/engine';

/** Order of lists: what needs work first. */
export const verdictOrder: readonly Verdict[] = ['fail', 'unknown', 'warn', 'pass', 'notApplicable'];
