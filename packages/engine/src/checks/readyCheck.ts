// A check made ready to be asked of many subjects, and asking it; whatever happens, there is a verdict.
import type { CheckResult, KindId } from '../model';
import { errorMessage, kindIdOf, notApplicable, unknown } from '../model';
import type { ObjectView } from '../objects';
import { NotJudgeable, memoizeLast } from '../objects';
import type { Workload } from '../workloads';
import type { Check, ListValues, Repository, ThresholdValues } from './Check';

const valuesOf = <V>(settings: Readonly<Record<string, { default: V }>> = {}): Record<string, V> =>
  Object.fromEntries(Object.entries(settings).map(([name, setting]) => [name, setting.default] as const));

/**
 * A check made ready to be asked: whatever its author left out, all have one shape, without which reading a field of
 * one of them costs more than many a check. With the thresholds and lists that an installation may have set.
 */
export interface ReadyCheck extends Pick<Check, 'id' | 'topic' | 'severity' | 'appliesTo'> {
  check: Check;
  advice: boolean;
  isOfRepository: boolean;
  evaluate: Check['evaluate'];
  thresholds: ThresholdValues;
  lists: ListValues;
}

function makeReady(check: Check): ReadyCheck {
  const { id, topic, severity, advice = false, appliesTo, evaluate } = check;
  const thresholds = valuesOf(check.thresholds);
  const isOfRepository = check.subject === 'repository';
  const lists = check.subject === 'repository' ? {} : valuesOf(check.lists);
  return { check, id, topic, severity, advice, appliesTo, isOfRepository, evaluate, thresholds, lists };
}

const ready = new WeakMap<Check, ReadyCheck>();

/** Makes a check ready, once. */
export function readyCheck(check: Check): ReadyCheck {
  let made = ready.get(check);
  if (!made) ready.set(check, (made = makeReady(check)));
  return made;
}

const nameOf = (kind: KindId) => kind.slice(kind.lastIndexOf('/') + 1);

type Refusal = Pick<NotJudgeable, 'kind' | 'cluster' | 'state'>;

function fromState({ kind, cluster, state }: Refusal): CheckResult {
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

/** A check that reads nothing but the workload must not judge an old copy of it. */
const staleness = memoizeLast(({ ref }: Workload, index: ObjectView<KindId>): Refusal | undefined => {
  const kind = kindIdOf(ref.apiVersion, ref.kind);
  const state = kind && index.state(kind);
  const isStale = kind && state && state.state !== 'synced' && state.state !== 'notServed';
  return isStale ? { kind, cluster: index.cluster, state } : undefined;
});

/** Of a repository that is not there nothing is asked: each component's checks would only find that out one by one. */
function noneRead({ reads }: Check, index: ObjectView<KindId>): Refusal | undefined {
  const [first] = reads;
  if (first === undefined) return undefined;
  const state = index.state(first);
  const isAway = state.state === 'notCollected' && reads.every(kind => index.state(kind).state === 'notCollected');
  return isAway ? { kind: first, cluster: index.cluster, state } : undefined;
}

/** Judges one subject by a check that is ready; see `evaluateCheck`. */
export function evaluateReady(
  { check, isOfRepository, evaluate, thresholds, lists }: ReadyCheck,
  subject: Workload | Repository,
  index: ObjectView<KindId>,
): CheckResult {
  try {
    const stale = isOfRepository ? noneRead(check, index) : staleness(subject as Workload, index);
    return stale ? fromState(stale) : evaluate.call(check, subject as Workload & Repository, index, thresholds, lists);
  } catch (error) {
    if (error instanceof NotJudgeable) return fromState(error);
    return unknown('checkFailed', `the check ${check.id} could not judge this object: ${errorMessage(error)}`);
  }
}
