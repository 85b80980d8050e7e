// Makes a component's report of what its environments say.
import type { Check, Report, RoadmapOutline, VerdictRecord } from '@maturity-roadmap/engine';
import { checksInOrder, composeReport, formatRef } from '@maturity-roadmap/engine';
import { createHash } from 'node:crypto';
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

const compareText = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** The checks and the roadmap by which reports are made. */
export class Composer {
  /** Differs with all that verdicts depend on beside objects. */
  readonly version: string;
  private readonly ranks: ReadonlyMap<string, number>;
  private readonly levels: ReadonlyMap<string, number>;

  constructor(
    checks: readonly Check[],
    readonly roadmap: RoadmapOutline,
  ) {
    const ordered = checksInOrder(checks, roadmap);
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
      .update(JSON.stringify([standard, roadmap.tiers, roadmap.levels]))
      .digest('hex')
      .slice(0, 16);
  }

  /** Position of a level, 0 for the first. */
  levelRank = (level: string): number => this.levels.get(level) ?? 0;

  /** The report that follows from the parts, in whatever order they come. */
  compose(component: string, parts: readonly Part[]): Report {
    const records = parts.flatMap(part => part.records).filter(({ check }) => this.ranks.has(check));
    const places = new Map(
      records.map(record => [record, `${record.environment}/${record.workload ? formatRef(record.workload) : ''}`]),
    );
    const compare = (a: VerdictRecord, b: VerdictRecord) =>
      this.ranks.get(a.check)! - this.ranks.get(b.check)! || compareText(places.get(a)!, places.get(b)!);
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
    );
  }
}
