// Makes a component's report of what its environments say.
import type { Check, Report, RoadmapOutline, Verdict, VerdictRecord } from '@maturity-roadmap/engine';
import { adviceTopicsOf, checksInOrder, composeReport, formatRef, verdicts } from '@maturity-roadmap/engine';
import { createHash } from 'node:crypto';
import type { Layout } from './Layouts';
import { layoutOf } from './Layouts';
import { toLetters } from './letters';
import type { StoredWorkload } from './storedWorkloads';

/** What one environment says of a component. */
export interface Part {
  environment: string;
  observedAt: string;
  /** Judged before everything was read. */
  provisional: boolean;
  records: readonly VerdictRecord[];
  workloads: readonly StoredWorkload[];
}

/** What a report is made of. */
export type ReportPart = Pick<Part, 'observedAt' | 'records'> & { workloads: readonly Pick<StoredWorkload, 'ref'>[] };

const compareText = (a: string, b: string) => (a < b ? -1 : Number(a > b));
const placeOf = ({ workload }: VerdictRecord) => (workload ? formatRef(workload) : '');

const worse = new Map(verdicts.map((verdict, rank) => [verdict, rank]));

/** The worst verdict of each of what records are grouped by. */
function worstBy(records: Iterable<VerdictRecord>, keyOf: (record: VerdictRecord) => string): Map<string, Verdict> {
  const worst = new Map<string, Verdict>();
  for (const record of records) {
    const key = keyOf(record);
    const held = worst.get(key);
    if (!held || worse.get(record.verdict)! < worse.get(held)!) worst.set(key, record.verdict);
  }
  return worst;
}

/** The checks and the roadmap by which reports are made. */
export class Composer {
  /** Differs with all that verdicts depend on beside objects. */
  readonly version: string;
  /** The order of topics and checks in rows. */
  readonly layout: Layout;
  private readonly ranks: ReadonlyMap<string, number>;
  private readonly adviceTopics: ReadonlySet<string>;
  private readonly levels: ReadonlyMap<string, number>;

  constructor(
    checks: readonly Check[],
    readonly roadmap: RoadmapOutline,
  ) {
    const ordered = checksInOrder(checks, roadmap);
    this.adviceTopics = adviceTopicsOf(ordered);
    this.ranks = new Map(ordered.map(({ id }, rank) => [id, rank]));
    this.levels = new Map(roadmap.levels.map(({ id }, rank) => [id, rank]));
    const standard = ordered.map(({ id, severity, advice, thresholds, lists, appliesTo }) => [
      id,
      severity,
      advice,
      thresholds,
      lists,
      appliesTo,
    ]);
    this.version = createHash('sha256')
      .update(JSON.stringify([standard, roadmap.tiers, roadmap.levels, [...this.adviceTopics]]))
      .digest('hex')
      .slice(0, 16);
    const topics = roadmap.tiers.flatMap(tier => tier.sections.flatMap(section => section.topics));
    this.layout = layoutOf(
      [...new Set(topics)],
      ordered.map(({ id }) => id),
    );
  }

  /** Position of a level, 0 for the first. */
  levelRank = (level: string): number => this.levels.get(level) ?? 0;

  /** The report that follows from the parts, in whatever order they come. */
  compose(component: string, parts: readonly ReportPart[]): Report {
    const records = parts.flatMap(part => part.records).filter(({ check }) => this.ranks.has(check));
    const compare = (a: VerdictRecord, b: VerdictRecord) =>
      this.ranks.get(a.check)! - this.ranks.get(b.check)! ||
      compareText(a.environment, b.environment) ||
      compareText(placeOf(a), placeOf(b));
    return composeReport(
      {
        component,
        observedAt: parts.reduce((newest, { observedAt }) => (observedAt > newest ? observedAt : newest), ''),
        workloads: parts
          .flatMap(part => part.workloads.map(({ ref }) => ref))
          .sort((a, b) => compareText(formatRef(a), formatRef(b))),
        verdicts: records.sort(compare),
      },
      this.roadmap,
      this.adviceTopics,
    );
  }

  /** A letter for each topic of a report, and for each check. */
  lettersOf({ topics, verdicts: records }: Report): { topics: string; checks: string } {
    const ofTopics = new Map(topics.map(({ topic, verdict }) => [topic, verdict]));
    const ofChecks = worstBy(records, ({ check }) => check);
    return {
      topics: toLetters(this.layout.topics, topic => ofTopics.get(topic)),
      checks: toLetters(this.layout.checks, check => ofChecks.get(check)),
    };
  }

  /** A letter for each topic by the verdicts of one environment; advice counts only where a topic has nothing else. */
  topicLetters(records: readonly VerdictRecord[]): string {
    const telling = records.filter(
      ({ advice, check, topic }) => this.ranks.has(check) && (!advice || this.adviceTopics.has(topic)),
    );
    const worst = worstBy(telling, ({ topic }) => topic);
    return toLetters(this.layout.topics, topic => worst.get(topic));
  }
}
