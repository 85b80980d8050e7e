// Runs one check on one subject; whatever happens, there is a verdict.
import type { CheckResult, KindId } from '../model';
import { errorMessage, kindIdOf, notApplicable, unknown } from '../model';
import type { ObjectView } from '../objects';
import { NotJudgeable, memoizeLast } from '../objects';
import type { Workload } from '../workloads';
import type { Check, Repository, ThresholdValues, ListValues } from './Check';

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

interface Settings {
  thresholds: ThresholdValues;
  lists: ListValues;
}

const remembered = new WeakMap<Check, Settings>();

const valuesOf = <V>(settings: Readonly<Record<string, { default: V }>> = {}): Record<string, V> =>
  Object.fromEntries(Object.entries(settings).map(([name, setting]) => [name, setting.default] as const));

/** The thresholds and lists of a check, which an installation may have changed. */
function settingsOf(check: Check): Settings {
  let settings = remembered.get(check);
  if (!settings) {
    settings = { thresholds: valuesOf(check.thresholds), lists: valuesOf(check.lists) };
    remembered.set(check, settings);
  }
  return settings;
}

/** A check that reads nothing but the workload must not judge an old copy of it. */
const staleness = memoizeLast(({ ref }: Workload, index: ObjectView<KindId>): NotJudgeable | undefined => {
  const kind = kindIdOf(ref.apiVersion, ref.kind);
  const state = kind && index.state(kind);
  const isStale = kind && state && state.state !== 'synced' && state.state !== 'notServed';
  return isStale ? new NotJudgeable(kind, index.cluster, state) : undefined;
});

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
    const { thresholds, lists } = settingsOf(check);
    if (check.subject === 'repository') return check.evaluate(subject as Repository, index, thresholds);
    const workload = subject as Workload;
    const stale = staleness(workload, index);
    return stale ? fromState(stale) : check.evaluate(workload, index, thresholds, lists);
  } catch (error) {
    if (error instanceof NotJudgeable) return fromState(error);
    return unknown('checkFailed', `the check ${check.id} could not judge this object: ${errorMessage(error)}`);
  }
}
