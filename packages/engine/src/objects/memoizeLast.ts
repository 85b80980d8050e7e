// Remembers the last answer of a function, for what several checks ask of the same workload one after the other.
import type { KindId } from '../model';
import type { ObjectView } from './ObjectView';

/**
 * Makes a function of a subject, and perhaps of an index, remember its last answer, until it is asked of another subject
 * or the index has changed. All checks judge one workload before the next is judged, so one answer is enough, and
 * nothing is kept in memory for subjects long gone.
 *
 * What is read counts as read again in each record of a {@link RecordingView}, since each has a version of its own.
 *
 * @param find - pure; may end the check by asking for a kind that was not read, which is not remembered. Whoever gets
 *   its answer must not change it.
 * @public
 */
export function memoizeLast<S, T>(find: (subject: S) => T): (subject: S) => T;
/** @public */
export function memoizeLast<S, V extends Versioned, T>(find: (subject: S, index: V) => T): (subject: S, index: V) => T;
export function memoizeLast<S, T>(find: (subject: S, index?: Versioned) => T) {
  // Three variables rather than an object: half of what checks ask for is asked through here.
  let lastSubject: S | undefined;
  let lastVersion: number | undefined;
  let lastAnswer: T;
  return (subject: S, index?: Versioned) => {
    const version = index ? index.version : 0;
    if (lastSubject === subject && lastVersion === version) return lastAnswer;
    const answer = find(subject, index);
    lastSubject = subject;
    lastVersion = version;
    lastAnswer = answer;
    return answer;
  };
}

type Versioned = Pick<ObjectView<KindId>, 'version'>;
