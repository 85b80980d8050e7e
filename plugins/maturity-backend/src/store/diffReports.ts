// What changed between two reports of a component: its transitions.
import type { Report, VerdictRecord } from '@maturity-roadmap/engine';
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
}

/**
 * The changes from one report to the next.
 *
 * A verdict changes where the worst of a check in an environment does, so that a new replica of a defect is no new
 * event. The first report of a component is one change: its level. Checks and environments that come or go make no
 * changes of their own; the level tells what they did.
 */
export function diffReports(before: Report | undefined, after: Report): Change[] {
  if (!before) return [{ to: after.level, reason: 'first seen' }];
  const old = worstByPlace(before.verdicts);
  const changes: Change[] = [];
  for (const [place, record] of worstByPlace(after.verdicts)) {
    const previous = old.get(place);
    if (!previous || previous.verdict === record.verdict) continue;
    changes.push({
      check: record.check,
      topic: record.topic,
      environment: record.environment,
      ...(record.workload ? { workload: record.workload } : {}),
      from: previous.verdict,
      to: record.verdict,
      reason: record.reason,
      evidenceBefore: previous.evidence,
      evidenceAfter: record.evidence,
    });
  }
  if (before.level !== after.level) {
    changes.push({ from: before.level, to: after.level, reason: causeOf(changes, before, after) });
  }
  return changes;
}

function worstByPlace(records: readonly VerdictRecord[]): Map<string, VerdictRecord> {
  const worst = new Map<string, VerdictRecord>();
  for (const record of records) {
    const place = `${record.check}|${record.environment}`;
    const held = worst.get(place);
    if (!held || verdicts.indexOf(record.verdict) < verdicts.indexOf(held.verdict)) worst.set(place, record);
  }
  return worst;
}

/** The changed verdicts that decide the level: those that block now, or no longer do. */
function causeOf(changes: readonly Change[], before: Report, after: Report): string {
  const decisive = new Set([...before.blockers, ...after.blockers].map(blocker => blocker.check));
  const cause = changes.find(change => change.check && decisive.has(change.check));
  return cause ? `${cause.check} in ${cause.environment}: ${cause.reason}` : 'the checks or the roadmap changed';
}
