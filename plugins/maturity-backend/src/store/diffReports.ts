// What changed between two states of a component: its transitions.
import type { ChangeCause, Report, VerdictRecord } from '@maturity-roadmap/engine';
import { verdicts } from '@maturity-roadmap/engine';

/** A change before it is stored. */
export interface Change {
  check?: string;
  topic?: string;
  environment?: string;
  workload?: VerdictRecord['workload'];
  from?: string;
  to: string;
  reason: string;
  evidenceBefore?: VerdictRecord['evidence'];
  evidenceAfter?: VerdictRecord['evidence'];
  cause?: ChangeCause;
}

/** What the verdicts of an environment that is not judged count as. */
export const notJudged = 'notJudged';
/** What an environment is once it is judged. */
export const judged = 'judged';

/**
 * The changes of verdicts in one environment.
 *
 * A verdict changes where the worst of a check does, so that a new replica of a defect is no new event. An environment
 * that comes or goes is one change of its own, without its checks; so are checks that come or go with the standard.
 *
 * @param before - undefined if the environment was not judged
 * @param after - undefined if it no longer is
 */
export function diffVerdicts(
  environment: string,
  before: readonly VerdictRecord[] | undefined,
  after: readonly VerdictRecord[] | undefined,
  cause?: ChangeCause,
): Change[] {
  const caused = cause ? { cause } : {};
  if (!before || !after) {
    if (before === after) return [];
    const reason = after ? `judged in ${environment}` : `no longer judged in ${environment}`;
    return [{ environment, from: before ? judged : notJudged, to: after ? judged : notJudged, reason, ...caused }];
  }
  const old = worstByCheck(before);
  const changes: Change[] = [];
  for (const record of worstByCheck(after).values()) {
    const previous = old.get(record.check);
    if (!previous || previous.verdict === record.verdict) continue;
    changes.push({
      check: record.check,
      topic: record.topic,
      environment,
      ...(record.workload ? { workload: record.workload } : {}),
      from: previous.verdict,
      to: record.verdict,
      reason: record.reason,
      evidenceBefore: previous.evidence,
      evidenceAfter: record.evidence,
      ...caused,
    });
  }
  return changes;
}

/** What a stored report tells of a component's standing. */
export type Standing = Pick<Report, 'level' | 'blockers'>;

/**
 * The change of level, if there is one. The first report of a component is one.
 *
 * @param changes - of verdicts, among which its cause is looked for
 */
export function diffLevels(before: Standing | undefined, after: Standing, changes: readonly Change[]): Change[] {
  if (!before) return [{ to: after.level, reason: 'first seen' }];
  if (before.level === after.level) return [];
  // The changed verdicts that decide the level: those that block now, or no longer do.
  const decisive = new Set([...before.blockers, ...after.blockers].map(blocker => blocker.check));
  const found = changes.find(change => change.check && decisive.has(change.check)) ?? changes[0];
  const what = found?.check ? `${found.check} in ${found.environment}: ${found.reason}` : found?.reason;
  const reason = what ?? 'the checks or the roadmap changed';
  return [{ from: before.level, to: after.level, reason, ...(found?.cause ? { cause: found.cause } : {}) }];
}

function worstByCheck(records: readonly VerdictRecord[]): Map<string, VerdictRecord> {
  const worst = new Map<string, VerdictRecord>();
  for (const record of records) {
    const held = worst.get(record.check);
    if (!held || verdicts.indexOf(record.verdict) < verdicts.indexOf(held.verdict)) worst.set(record.check, record);
  }
  return worst;
}
