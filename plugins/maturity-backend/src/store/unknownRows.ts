// Why something could not be judged, as rows.
import type { VerdictRecord } from '@maturity-roadmap/engine';
import type { UnknownRow } from './rows';

const reasonLimit = 1000;

/** One row for each reason. */
export function unknownRows(ref: string, records: Iterable<VerdictRecord>): UnknownRow[] {
  const rows = new Map<string, UnknownRow>();
  for (const { verdict, code, environment, reason } of records) {
    if (verdict !== 'unknown' || !code) continue;
    const row = { component_ref: ref, environment, code, reason: reason.replaceAll('\0', '').slice(0, reasonLimit) };
    rows.set(JSON.stringify(row), row);
  }
  return [...rows.values()];
}
