// What lists and counts need of a report, as rows.
import type { Report } from '@maturity-roadmap/engine';
import { groupBy, worstVerdict } from '@maturity-roadmap/engine';
import type { CheckRow, TopicRow, UnknownRow } from './rows';

const reasonLimit = 1000;

/** The tables that are made anew with each report, and their rows. */
export function detailRows(ref: string, report: Report) {
  return {
    maturity_topics: topicRows(ref, report),
    maturity_checks: checkRows(ref, report),
    maturity_unknowns: unknownRows(ref, report),
  };
}

/** The names of these tables. */
export const detailTables = ['maturity_topics', 'maturity_checks', 'maturity_unknowns'] as const;

export type DetailTable = (typeof detailTables)[number];
export type DetailRows = ReturnType<typeof detailRows>;

function topicRows(ref: string, report: Report): TopicRow[] {
  const overall = report.topics.map(({ topic, verdict }) => ({ component_ref: ref, environment: '', topic, verdict }));
  const scored = report.verdicts.filter(record => !record.advice);
  const places = groupBy(scored, record => `${record.environment}|${record.topic}`);
  const inEnvironments = [...places.values()].map(records => ({
    component_ref: ref,
    environment: records[0].environment,
    topic: records[0].topic,
    verdict: worstVerdict(records.map(record => record.verdict)),
  }));
  return [...overall, ...inEnvironments];
}

function checkRows(ref: string, report: Report): CheckRow[] {
  return [...groupBy(report.verdicts, record => record.check)].map(([check, records]) => ({
    component_ref: ref,
    check_id: check,
    verdict: worstVerdict(records.map(record => record.verdict)),
  }));
}

function unknownRows(ref: string, report: Report): UnknownRow[] {
  const rows = new Map<string, UnknownRow>();
  for (const { verdict, code, environment, reason } of report.verdicts) {
    if (verdict !== 'unknown' || !code) continue;
    const row = { component_ref: ref, environment, code, reason: reason.slice(0, reasonLimit) };
    rows.set(JSON.stringify(row), row);
  }
  return [...rows.values()];
}
