// The result for people: where each component stands, what stops it, and what to do.
import type { Change, Fix, VerdictRecord } from '@maturity-roadmap/engine';
import { changesOf, verdicts } from '@maturity-roadmap/engine';
import { allChecks } from '@maturity-roadmap/checks';
import { defaultOutline } from '@maturity-roadmap/roadmap';
import type { Format, Printed } from './formats';
import type { PrintedReport, ScoredComponent } from './score';

const percent = (share: number | undefined) => (share === undefined ? '–' : `${Math.round(share * 100)}%`);
const levelTitle = (id: string) => defaultOutline.levels.find(level => level.id === id)?.title ?? id;

/** Worst first; what passes or does not apply is counted, not listed. */
const shown = (record: VerdictRecord) => ['fail', 'unknown', 'warn'].includes(record.verdict);

function changeName(change: Change): string {
  const { kind, name } = change.object;
  if (change.kind === 'create') return `create ${kind} ${name}`;
  if (change.kind === 'edit') return `${change.isNew ? 'add' : 'edit'} ${name}`;
  return `change ${kind} ${name}`;
}

/** What would mend it, in a few words; `--format diff` shows the lines. */
const fixLines = (fix: Fix | undefined) =>
  fix ? [`      fix (--format diff): ${changesOf(fix).map(changeName).join(', ')}`] : [];

function headline(report: PrintedReport): string {
  const next = report.nextLevel
    ? `, ${report.blockers.length} to mend for ${levelTitle(report.nextLevel)}`
    : ', nothing above it';
  const shares = `score ${percent(report.score)}, coverage ${percent(report.coverage)}`;
  return `${report.component}: ${levelTitle(report.level)}${next} (${shares})`;
}

function lines({ report, fileOf }: ScoredComponent): string[] {
  const blocking = new Set(report.blockers.map(blocker => blocker.check));
  const ordered = report.verdicts
    .filter(shown)
    .sort((a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict));
  const width = Math.max(0, ...ordered.map(record => record.check.length));
  return ordered.flatMap(record => {
    const mark = blocking.has(record.check) ? '*' : ' ';
    const first = record.evidence[0];
    const file = fileOf(record.workload);
    const where = first
      ? [`      ${file ? `${file}: ` : ''}${first.object.kind} ${first.object.name}, ${first.path}`]
      : [];
    const heading = `  ${mark} ${record.verdict.padEnd(7)} ${record.check.padEnd(width)}  ${record.reason}`;
    return [heading, ...where, ...fixLines(record.fix)];
  });
}

function remedies(components: readonly Printed[]): string[] {
  const open = new Set(components.flatMap(component => component.open));
  const of = allChecks.filter(check => open.has(check.id));
  return of.length === 0 ? [] : ['To mend (*):', ...of.map(check => `  ${check.id}: ${check.remediation}`)];
}

/** The result for people. */
export const tableFormat: Format = {
  component: scored => [headline(scored.report), ...lines(scored)].join('\n'),
  whole(components, problems) {
    const broken = problems.map(({ file, line, message }) => `${file}:${line}: ${message}`);
    const sections = [
      components.map(({ text }) => text).join('\n\n') || 'No workload found: nothing to judge.',
      remedies(components).join('\n'),
      broken.length > 0 ? ['Problems in the input:', ...broken.map(one => `  ${one}`)].join('\n') : '',
    ];
    return sections.filter(Boolean).join('\n\n');
  },
};
