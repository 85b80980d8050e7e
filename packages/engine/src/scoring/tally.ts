// Verdicts counted once by topic and check: what level, score and the reports of topics follow from.
import type { Severity, Verdict, VerdictRecord } from '../model';
import { isBlocking, worseVerdict } from '../model';

/** One check in all its places. */
export interface CheckTally {
  check: string;
  severity: Severity;
  worst: Verdict;
  /** Places where it applies. */
  applying: number;
  /** Of these, where it could be judged. */
  judged: number;
  /** Sum of what its verdicts are worth. */
  worth: number;
}

/** One topic: its scored checks, or its advice. */
export interface TopicTally {
  checks: CheckTally[];
  /** The verdicts that stand between the component and the level of the topic's tier. */
  blocking: VerdictRecord[];
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

/**
 * Counts verdicts by topic, in the order in which topics and checks come.
 *
 * @param records - those of a check one after the other
 * @param advice - counts those of advice instead of those of scored checks
 */
export function tallyTopics(records: Iterable<VerdictRecord>, advice = false): Map<string, TopicTally> {
  const topics = new Map<string, TopicTally>();
  let topicId: string | undefined;
  let topic: TopicTally = { checks: [], blocking: [] };
  let last: CheckTally | undefined;
  for (const record of records) {
    if (record.advice !== advice) continue;
    if (record.topic !== topicId) {
      topicId = record.topic;
      const known = topics.get(topicId);
      topic = known ?? { checks: [], blocking: [] };
      if (!known) topics.set(topicId, topic);
      last = undefined;
    }
    if (last?.check !== record.check) topic.checks.push((last = emptyTally(record)));
    count(record.verdict, last);
    if (blocks(record)) topic.blocking.push(record);
  }
  return topics;
}

function emptyTally({ check, severity }: VerdictRecord): CheckTally {
  return { check, severity, worst: 'notApplicable', applying: 0, judged: 0, worth: 0 };
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
