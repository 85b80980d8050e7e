// Verdicts counted once by topic and check: what level, score and the reports of topics follow from.
import type { Severity, Verdict, VerdictRecord } from '../model';
import { isBlocking, severityWeights, worseVerdict } from '../model';

/** One topic: its scored checks, or its advice. */
export interface TopicTally {
  /** Worst verdict of its checks in all places. */
  worst: Verdict;
  /** Checks that pass or warn in every place. */
  met: number;
  /** Checks that apply somewhere. */
  applicable: number;
  /** Whether any of them could be judged. */
  isJudged: boolean;
  /** The verdicts that stand between the component and the level of the topic's tier. */
  blocking: readonly VerdictRecord[];
}

/** What a set of verdicts adds up to. */
export interface Tally {
  /** In the order in which they come. */
  topics: ReadonlyMap<string, TopicTally>;
  /** Weight of the checks that hold, those that hold in part counted by their part. */
  earned: number;
  /** Weight of the checks that could be judged. */
  judgedWeight: number;
  /** Checks that could be judged, those that could be in part counted by their part. */
  covered: number;
  /** Checks that apply somewhere. */
  applicable: number;
}

/** One check in all its places. */
interface CheckTally {
  severity: Severity;
  worst: Verdict;
  /** Places where it applies. */
  applying: number;
  /** Of these, where it could be judged. */
  judged: number;
  /** Sum of what its verdicts are worth. */
  worth: number;
}

/**
 * Whether a verdict stands between a component and a level.
 *
 * @public
 */
export function blocks(record: VerdictRecord): boolean {
  const { verdict, advice, severity } = record;
  return (verdict === 'fail' || verdict === 'unknown') && !advice && isBlocking(severity);
}

/** Counts the verdicts of scored checks. Those of a check stand one after the other. */
export const tally = (records: Iterable<VerdictRecord>): Tally => add(records, undefined);

/** Counts the verdicts of advice in some topics. */
export const tallyAdvice = (records: Iterable<VerdictRecord>, topics: ReadonlySet<string>): Tally =>
  add(records, topics);

const none: readonly never[] = [];

/** Written for every component of a fleet: one check is counted at a time, and nothing is kept of it but its part. */
function add(records: Iterable<VerdictRecord>, adviceTopics: ReadonlySet<string> | undefined): Tally {
  const topics = new Map<string, TopicTally>();
  const whole: Tally = { topics, earned: 0, judgedWeight: 0, covered: 0, applicable: 0 };
  const check: CheckTally = { severity: 'low', worst: 'notApplicable', applying: 0, judged: 0, worth: 0 };
  let topic: TopicTally | undefined;
  let topicId: string | undefined;
  let checkId: string | undefined;
  for (const record of records) {
    if (adviceTopics ? !record.advice || !adviceTopics.has(record.topic) : record.advice) continue;
    if (record.check !== checkId || record.topic !== topicId) {
      if (topic) close(check, topic, whole);
      checkId = record.check;
      check.severity = record.severity;
    }
    if (record.topic !== topicId || !topic) {
      topicId = record.topic;
      topic = topics.get(topicId);
      if (!topic) {
        topic = { worst: 'notApplicable', met: 0, applicable: 0, isJudged: false, blocking: none };
        topics.set(topicId, topic);
      }
    }
    count(record.verdict, check);
    if (blocks(record)) topic.blocking = [...topic.blocking, record];
  }
  if (topic) close(check, topic, whole);
  return whole;
}

function count(verdict: Verdict, into: CheckTally): void {
  if (verdict === 'notApplicable') return;
  into.applying += 1;
  into.worst = worseVerdict(into.worst, verdict);
  if (verdict === 'unknown') return;
  into.judged += 1;
  // A warning is worth half.
  if (verdict === 'pass') into.worth += 1;
  else if (verdict === 'warn') into.worth += 0.5;
}

/** Adds a check to its topic and to the whole, and makes room for the next. */
function close(check: CheckTally, topic: TopicTally, whole: Tally): void {
  const { severity, worst, applying, judged, worth } = check;
  if (applying === 0) return;
  topic.applicable += 1;
  topic.worst = worseVerdict(topic.worst, worst);
  if (worst === 'pass' || worst === 'warn') topic.met += 1;
  if (judged > 0) topic.isJudged = true;
  whole.applicable += 1;
  whole.covered += judged / applying;
  if (judged > 0) {
    whole.judgedWeight += severityWeights[severity];
    whole.earned += (severityWeights[severity] * worth) / judged;
  }
  check.worst = 'notApplicable';
  check.applying = 0;
  check.judged = 0;
  check.worth = 0;
}
