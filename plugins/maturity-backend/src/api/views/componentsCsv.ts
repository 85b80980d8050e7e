// The table of components as CSV (RFC 4180), for spreadsheets.
import type { ComponentRow } from '@maturity-roadmap/backstage-plugin-maturity-common';

const columns: { title: string; value: (row: ComponentRow) => string | number | undefined }[] = [
  { title: 'component', value: row => row.ref },
  { title: 'title', value: row => row.title },
  { title: 'owner', value: row => row.owner },
  { title: 'system', value: row => row.system },
  { title: 'level', value: row => row.levelTitle },
  { title: 'blockers', value: row => row.blockers },
  { title: 'score', value: row => row.score },
  { title: 'coverage', value: row => row.coverage },
  { title: 'workloads', value: row => row.workloads },
  { title: 'observed_at', value: row => row.observedAt },
  { title: 'changed_at', value: row => row.changedAt },
  { title: 'score_before', value: row => row.scoreBefore?.score },
  { title: 'score_before_day', value: row => row.scoreBefore?.day },
];

/**
 * One value. Spreadsheets run what begins like a formula, so such texts get an apostrophe before them
 * (https://owasp.org/www-community/attacks/CSV_Injection).
 */
function cell(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A head and a line for each component. */
export function componentsCsv(rows: readonly ComponentRow[]): string {
  const lines = rows.map(row => columns.map(({ value }) => cell(value(row))));
  return [columns.map(({ title }) => title), ...lines].map(line => `${line.join(',')}\r\n`).join('');
}
