// Runs one check on one subject; whatever happens, there is a verdict.
import type { CheckResult, KindId } from '../model';
import { errorMessage, kindIdOf, notApplicable, unknown } from '../model';
import type { ObjectView } from '../objects';
import { NotJudgeable } from '../objects';
import type { Workload } from '../workloads';
import type { Check, Repository, ThresholdValues } from './Check';

const nameOf = (kind: KindId) => kind.slice(kind.lastIndexOf('/') + 1);

function fromState({ kind, cluster, state }: NotJudgeable): CheckResult {
  const what = nameOf(kind);
  switch (state.state) {
    case 'notCollected':
      return notApplicable(state.message);
    case 'forbidden':
      return unknown('forbidden', `${what} can't be listed in ${cluster}: ${state.message}`);
    default:
      return unknown(state.state, `${what} of ${cluster} can't be relied on: ${state.message}`);
  }
}

const remembered = new WeakMap<Check, ThresholdValues>();

/** The thresholds of a check, which an installation may have changed. */
function thresholdsOf(check: Check): ThresholdValues {
  let values = remembered.get(check);
  if (!values) {
    const entries = Object.entries(check.thresholds ?? {}).map(
      ([name, threshold]) => [name, threshold.default] as const,
    );
    remembered.set(check, (values = Object.fromEntries(entries)));
  }
  return values;
}

/** A check that reads nothing but the workload must not judge an old copy of it. */
function requireFresh({ ref }: Workload, index: ObjectView<KindId>): void {
  const kind = kindIdOf(ref.apiVersion, ref.kind);
  const state = kind && index.state(kind);
  if (kind && state && state.state !== 'synced' && state.state !== 'notServed') {
    throw new NotJudgeable(kind, index.cluster, state);
  }
}

/**
 * Judges one subject by one check.
 *
 * Asking for a kind that was not read makes the verdict unknown with the kind's reason, or not applicable where the
 * source does not carry the kind. A check that throws is unknown with the code `checkFailed` and its id.
 *
 * @public
 */
export function evaluateCheck(check: Check, subject: Workload | Repository, index: ObjectView<KindId>): CheckResult {
  try {
    if (check.subject === 'repository') return check.evaluate(subject as Repository, index, thresholdsOf(check));
    const workload = subject as Workload;
    requireFresh(workload, index);
    return check.evaluate(workload, index, thresholdsOf(check));
  } catch (error) {
    if (error instanceof NotJudgeable) return fromState(error);
    return unknown('checkFailed', `the check ${check.id} could not judge this object: ${errorMessage(error)}`);
  }
}
