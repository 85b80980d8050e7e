// From a report to the rows of its table of topics: verdict in each environment, what was found, failures first.
import type { ReportView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { UnknownCode, Verdict, VerdictRecord } from '@maturity-roadmap/engine';
import { verdictOrder } from '../marks/verdicts';
import type { Texts } from '../translation/useTexts';

/** Environment name of verdicts on the repository. */
export const repositoryColumn = 'repository';

/** A topic in the table. */
export interface TopicRow {
  id: string;
  title: string;
  tier: { from: string; to: string };
  verdict: Verdict;
  /** Reason of its worst verdict; absent where all is well. */
  found?: string;
  /** Why it is unknown, which says who mends it. */
  code?: UnknownCode;
  /** Verdicts differ between environments. */
  drifts: boolean;
  /** Gives the control, where the topic passes by what the platform provides. */
  inheritedFrom?: string;
  blocks: boolean;
  /** Only advice speaks about it. */
  advice: boolean;
  met: number;
  applicable: number;
  /** Worst verdict by column; a column that is missing was not read for the topic. */
  cells: ReadonlyMap<string, Verdict>;
  records: readonly VerdictRecord[];
}

const rank = (verdict: Verdict) => verdictOrder.indexOf(verdict);
const worse = (a: Verdict, b: Verdict) => (rank(a) <= rank(b) ? a : b);

/** All topics of the roadmap, failures first, in roadmap order within a verdict. */
export function topicRows({ report, roadmap }: ReportView, t: Texts): TopicRow[] {
  const rows = roadmap.tiers.flatMap(tier =>
    tier.topics.map(({ id, title }): TopicRow => {
      const summary = report.topics.find(topic => topic.topic === id);
      const records = report.verdicts.filter(record => record.topic === id);
      const isAdvice = summary?.advice ?? false;
      const scored = records.filter(record => isAdvice || !record.advice);
      const verdict = summary?.verdict ?? 'notApplicable';
      const worst = scored.find(record => record.verdict === verdict);
      const giver = scored.flatMap(record => record.evidence).find(one => one.inheritedFrom)?.inheritedFrom;
      return {
        id,
        title,
        tier: { from: tier.from, to: tier.to },
        verdict,
        ...(verdict === 'pass' ? {} : { found: worst?.reason ?? nothingJudged(report, t) }),
        ...(verdict === 'unknown' && worst?.code ? { code: worst.code } : {}),
        drifts: isDrift(cellsOf(scored)),
        ...(giver && verdict === 'pass' ? { inheritedFrom: `${giver.kind} ${giver.name}` } : {}),
        blocks: summary?.blocks ?? false,
        advice: isAdvice,
        met: summary?.met ?? 0,
        applicable: summary?.applicable ?? 0,
        cells: cellsOf(scored),
        records,
      };
    }),
  );
  return rows
    .map((row, at) => ({ row, at }))
    .sort((a, b) => rank(a.row.verdict) - rank(b.row.verdict) || a.at - b.at)
    .map(({ row }) => row);
}

function nothingJudged({ workloads }: ReportView['report'], t: Texts): string {
  return t(workloads.length === 0 ? 'component.topics.noWorkload' : 'component.topics.noCheck');
}

function cellsOf(records: readonly VerdictRecord[]): Map<string, Verdict> {
  const cells = new Map<string, Verdict>();
  for (const { environment, verdict } of records) {
    cells.set(environment, worse(verdict, cells.get(environment) ?? verdict));
  }
  return cells;
}

/** The repository is no environment: it can't drift from one. */
function isDrift(cells: ReadonlyMap<string, Verdict>): boolean {
  const verdicts = [...cells].flatMap(([column, verdict]) => (column === repositoryColumn ? [] : [verdict]));
  return new Set(verdicts).size > 1;
}

/** A check in the list below a topic or in the drawer: its worst verdict and all its records. */
export interface CheckRow {
  id: string;
  title: string;
  verdict: Verdict;
  reason: string;
  advice: boolean;
  environments: string[];
  records: readonly VerdictRecord[];
}

/** The checks of some verdicts, worst first. */
export function checkRows(records: readonly VerdictRecord[], { checks }: Pick<ReportView, 'checks'>): CheckRow[] {
  const ids = [...new Set(records.map(record => record.check))];
  return ids
    .map((id): CheckRow => {
      const own = records
        .filter(record => record.check === id)
        .sort((a, b) => rank(a.verdict) - rank(b.verdict) || (a.environment < b.environment ? -1 : 1));
      const [{ verdict, reason, advice }] = own;
      const environments = [...new Set(own.filter(one => one.verdict === verdict).map(one => one.environment))];
      return { id, title: checks[id]?.title ?? id, verdict, reason, advice, environments, records: own };
    })
    .sort((a, b) => Number(a.advice) - Number(b.advice) || rank(a.verdict) - rank(b.verdict));
}
