// Runs one check on one subject; whatever happens, there is a verdict.
import type { CheckResult, KindId } from '../model';
import type { ObjectView } from '../objects';
import type { Workload } from '../workloads';
import type { Check, Repository } from './Check';
import { evaluateReady, readyCheck } from './readyCheck';

/**
 * Judges one subject by one check.
 *
 * Asking for a kind that was not read makes the verdict unknown with the kind's reason, or not applicable where the
 * source does not carry the kind. A check that throws is unknown with the code `checkFailed` and its id.
 *
 * @public
 */
export function evaluateCheck(check: Check, subject: Workload | Repository, index: ObjectView<KindId>): CheckResult {
  return evaluateReady(readyCheck(check), subject, index);
}
