// All components with the verdict of each check in each environment, held in memory in short form: what questions about the
// whole organisation are answered from that the tables can't answer at once.
import type { Check, EnvironmentReport, Report, UnknownCode, Verdict, VerdictRecord } from '@maturity-roadmap/engine';
import { repositoryEnvironment, verdicts } from '@maturity-roadmap/engine';
import type { Knex } from 'knex';
import { setImmediate as giveWay } from 'node:timers/promises';
import type { ListedReport } from './componentList';
import { listed } from './componentList';
import { toPart } from './reportRows';
import type { PartRow, ReportRow } from './rows';

/** A verdict that is neither met nor without meaning. */
export interface OpenVerdict {
  check: string;
  verdict: 'fail' | 'unknown';
  /** Of the workload; absent for repositories. */
  namespace?: string;
  /** Only with `unknown`. */
  code?: UnknownCode;
  reason?: string;
}

/** What one environment says of a component. */
export interface CountedPart {
  /** Worst verdict of each check there, by the check's position; a space where it was not asked. */
  letters: string;
  open: readonly OpenVerdict[];
}

/** A component as it is counted. */
export interface CountedComponent extends ListedReport {
  environments: readonly EnvironmentReport[];
  blocking: Report['blockers'];
  /** By environment; `repository` among them. */
  parts: ReadonlyMap<string, CountedPart>;
}

/** Milliseconds for which a census is not compared with the database again. */
const freshFor = 2_000;
/** Components read at once. */
const chunkSize = 30;

const letters: Record<Verdict, string> = { fail: 'f', unknown: 'u', warn: 'w', pass: 'p', notApplicable: 'n' };
const byLetter = new Map(verdicts.map(verdict => [letters[verdict], verdict]));

/** The verdict that a letter stands for; undefined for a space. */
export const verdictOfLetter = (letter: string | undefined): Verdict | undefined => byLetter.get(letter ?? '');

/** Keeps the census. Reads only what changed since it was last asked for. */
export class Census {
  private readonly components = new Map<string, CountedComponent>();
  private readonly stamps = new Map<string, string>();
  /** Position of each check in the letters. */
  readonly positions: ReadonlyMap<string, number>;
  private readonly names = new Map<string, string>();
  private comparedAt = -Infinity;
  private comparing?: Promise<void>;

  constructor(
    private readonly knex: Knex,
    checks: readonly Check[],
    private readonly maxAge = freshFor,
  ) {
    this.positions = new Map(checks.map(({ id }, at) => [id, at]));
  }

  /** Reads for the first time, so that whoever asks first need not wait for ten thousand components. */
  begin(): void {
    const compareAgain = () => (this.comparedAt = -Infinity);
    this.get().then(compareAgain, compareAgain);
  }

  /** All components by ref, no older than a few seconds. The map is the census's own: it is only read. */
  async get(): Promise<ReadonlyMap<string, CountedComponent>> {
    if (performance.now() - this.comparedAt >= this.maxAge) {
      this.comparing ??= this.compare().finally(() => {
        this.comparing = undefined;
      });
      await this.comparing;
    }
    return this.components;
  }

  private async compare(): Promise<void> {
    const started = performance.now();
    const stamps = await this.stampsNow();
    for (const ref of this.stamps.keys()) {
      if (stamps.has(ref)) continue;
      this.stamps.delete(ref);
      this.components.delete(ref);
    }
    const changed = [...stamps].filter(([ref, stamp]) => this.stamps.get(ref) !== stamp).map(([ref]) => ref);
    for (let at = 0; at < changed.length; at += chunkSize) {
      await this.read(changed.slice(at, at + chunkSize), stamps);
      await giveWay();
    }
    this.comparedAt = started;
  }

  /** Differs with all that is counted of a component. */
  private async stampsNow(): Promise<Map<string, string>> {
    const [reports, parts] = await Promise.all([
      this.knex<ReportRow>('maturity_reports').select('component_ref', 'hash', 'changed_at'),
      this.knex<PartRow>('maturity_parts')
        .orderBy(['component_ref', 'environment'])
        .select('component_ref', 'environment', 'hash', 'observed_at'),
    ]);
    const stamps = new Map(reports.map(row => [row.component_ref, `${row.hash} ${row.changed_at}`]));
    for (const { component_ref: ref, environment, hash, observed_at: at } of parts) {
      const stamp = stamps.get(ref);
      if (stamp !== undefined) stamps.set(ref, `${stamp} ${environment} ${hash} ${at}`);
    }
    return stamps;
  }

  private async read(refs: readonly string[], stamps: ReadonlyMap<string, string>): Promise<void> {
    const [reports, parts] = await Promise.all([
      this.knex<ReportRow>('maturity_reports')
        .whereIn('component_ref', refs)
        .select([...listed, 'report']),
      this.knex<PartRow>('maturity_parts').whereIn('component_ref', refs).orderBy('environment'),
    ]);
    const byRef = new Map<string, PartRow[]>();
    for (const row of parts) byRef.set(row.component_ref, [...(byRef.get(row.component_ref) ?? []), row]);
    for (const { report, ...row } of reports as (ListedReport & { report: string })[]) {
      const { environments, blockers } = JSON.parse(report) as Report;
      const counted = new Map(
        used(byRef.get(row.component_ref) ?? []).map(part => [
          this.once(part.environment),
          this.partOf(toPart(part).records),
        ]),
      );
      this.components.set(row.component_ref, { ...row, environments, blocking: blockers, parts: counted });
      this.stamps.set(row.component_ref, stamps.get(row.component_ref)!);
    }
  }

  private partOf(records: readonly VerdictRecord[]): CountedPart {
    const worst: (Verdict | undefined)[] = new Array(this.positions.size);
    const open: OpenVerdict[] = [];
    for (const { check, verdict, workload, code, reason } of records) {
      const at = this.positions.get(check);
      if (at === undefined) continue;
      const held = worst[at];
      if (held === undefined || verdicts.indexOf(verdict) < verdicts.indexOf(held)) worst[at] = verdict;
      if (verdict !== 'fail' && verdict !== 'unknown') continue;
      open.push({
        check: this.once(check),
        verdict,
        ...(workload?.namespace ? { namespace: this.once(workload.namespace) } : {}),
        ...(code ? { code, reason: this.once(reason) } : {}),
      });
    }
    const text = Array.from(worst, verdict => (verdict ? letters[verdict] : ' ')).join('');
    return { letters: this.once(text), open };
  }

  /** Texts that thousands have are held once. */
  private once(text: string): string {
    const known = this.names.get(text);
    if (known !== undefined) return known;
    this.names.set(text, text);
    return text;
  }
}

/** Provisional parts count only where there is nothing better, as in reports. */
function used(parts: readonly PartRow[]): readonly PartRow[] {
  const final = parts.filter(({ provisional }) => !provisional);
  return final.some(({ environment }) => environment !== repositoryEnvironment) ? final : parts;
}
