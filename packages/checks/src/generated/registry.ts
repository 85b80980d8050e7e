// Generated from the folders of the checks by `yarn generate`: every check there is.
import type { Check } from '@maturity-roadmap/engine';

/** @public */
export const allChecks: readonly Check[] = [];
