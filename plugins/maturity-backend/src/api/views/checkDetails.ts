// One check as its page shows it: counts, what it needs, how to set it, examples, and its history in the standard.
import type { CheckComponent, CheckDetails, CheckThreshold } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { allChecks } from '@maturity-roadmap/checks';
import type { CheckDocument } from '@maturity-roadmap/checks/documents';
import type { Check, Verdict, VerdictRecord } from '@maturity-roadmap/engine';
import { kindDefinition, verdicts } from '@maturity-roadmap/engine';
import type { Roadmap } from '@maturity-roadmap/roadmap';
import { missingRules } from '../../keeping/missingRules';
import { nameOf } from '../../store/componentList';
import type { CheckedRow } from '../../store/CheckQueries';
import { checkTopic, checkView } from './checkViews';

function thresholdsOf(check: Check): CheckThreshold[] {
  const own = allChecks.find(({ id }) => id === check.id)?.thresholds ?? {};
  return Object.entries(check.thresholds ?? {}).map(([name, { default: value, min, max, meaning }]) => ({
    name,
    meaning,
    value,
    default: own[name]?.default ?? value,
    min,
    max,
  }));
}

/** Everything that can be set, with the values in force: to be cut down to what is to differ. */
function settingsOf(check: Check, thresholds: readonly CheckThreshold[]): string {
  return [
    'maturity:',
    '  checks:',
    `    ${check.id}:`,
    `      severity: ${check.severity} # critical and high block a level`,
    `      advice: ${check.advice ?? false} # true: shown, but neither scored nor blocking`,
    '      enabled: true # false: not judged at all',
    '      appliesTo: # only to components whose entity has one of these values',
    '        spec.lifecycle: [production]',
    ...(thresholds.length > 0 ? ['      thresholds:'] : []),
    ...thresholds.map(
      ({ name, value, meaning, min, max }) => `        ${name}: ${value} # ${meaning}; ${min} to ${max}`,
    ),
    '',
  ].join('\n');
}

function ruleOf(check: Check): string | undefined {
  const kinds = check.reads.filter(kind => kindDefinition(kind).provenance !== 'repository');
  return kinds.length > 0 ? missingRules(kinds) : undefined;
}

/** All that the page of a check shows. */
export function checkDetails(
  check: Check,
  found: { counts: ReadonlyMap<Verdict, number>; document?: CheckDocument; roadmaps: readonly Roadmap[] },
): CheckDetails {
  const { counts, document } = found;
  const count = (...some: Verdict[]) => some.reduce((sum, one) => sum + (counts.get(one) ?? 0), 0);
  const thresholds = thresholdsOf(check);
  const rule = ruleOf(check);
  return {
    ...checkView(check),
    subject: check.subject,
    met: count('pass', 'warn'),
    unknown: count('unknown'),
    applicable: count('pass', 'warn', 'fail', 'unknown'),
    notApplicable: count('notApplicable'),
    ...checkTopic(check, found.roadmaps),
    ...(rule ? { rule } : {}),
    thresholds,
    settings: settingsOf(check, thresholds),
    examples: {
      ...(document?.passes ? { passes: document.passes } : {}),
      ...(document?.fails ? { fails: document.fails } : {}),
    },
    history: document ? [...document.history] : [],
  };
}

/** Components with their worst verdict of a check. */
export function checkComponents(
  check: Check,
  rows: readonly CheckedRow[],
  found: { records: ReadonlyMap<string, VerdictRecord[]>; roadmap: Roadmap; owners: readonly string[] },
): CheckComponent[] {
  return rows.map(row => {
    const records = (found.records.get(row.component_ref) ?? []).filter(record => record.check === check.id);
    const [worst] = [...records].sort((a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict));
    const places = records.filter(({ verdict }) => verdict === row.verdict).map(({ environment }) => environment);
    return {
      ...nameOf(row),
      level: row.level,
      levelTitle: found.roadmap.levels.find(({ id }) => id === row.level)?.title ?? row.level,
      verdict: row.verdict,
      severity: check.severity,
      reason: worst?.reason ?? '',
      environments: [...new Set(places)].sort(),
      mine: row.owner !== null && found.owners.includes(row.owner),
    };
  });
}
