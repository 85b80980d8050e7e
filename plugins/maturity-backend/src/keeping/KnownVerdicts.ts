// What is stored of each component, as numbers: so that only verdicts that changed go to the database, and nothing does
// where none changed.
import type { Workload } from '@maturity-roadmap/engine';
import { groupBy } from '@maturity-roadmap/engine';
import type { CatalogComponent } from '../components/CatalogComponents';
import type { Judgement } from '../scoring/Judgement';
import type { PartInput } from '../store/ReportStore';
import { storeWorkload } from '../store/storedWorkloads';
import { printOfRecords, printOfText } from './printOf';

interface Known {
  /** As it was when it was stored: another one has another title, owner or selector. */
  component: CatalogComponent;
  provisional: boolean;
  workloads: WorkloadsPrint;
  /** By position of the check. */
  checks: Float64Array;
}

/** Workloads with the number of what is stored of them: they never change, so the same ones have the same number. */
interface WorkloadsPrint {
  of: readonly Workload[];
  number: number;
}

const areSame = (a: readonly Workload[], b: readonly Workload[]) =>
  a.length === b.length && a.every((workload, at) => workload === b[at]);

function printOfWorkloads(of: readonly Workload[], known: WorkloadsPrint | undefined): WorkloadsPrint {
  if (known && areSame(known.of, of)) return known;
  return { of, number: printOfText(JSON.stringify(of.map(storeWorkload))) };
}

/** What of a judgement has to be stored, and what is known once it is. */
export interface Difference {
  /** Undefined if nothing has to be. */
  input?: PartInput;
  /** To be called once it is stored. */
  keep(): void;
}

/** Remembers what one environment has stored. */
export class KnownVerdicts {
  private readonly known = new Map<string, Known>();
  private readonly positions = new Map<string, number>();
  private standard?: object;

  constructor(private readonly environment: string) {}

  /** Components of which something is known to be stored. */
  components = (): string[] => [...this.known.keys()];

  /** What is stored of a component is no longer known. */
  forget(component: string): void {
    this.known.delete(component);
  }

  /** Says by what reports are composed: by another standard, everything is stored anew. */
  use(standard: object): void {
    if (this.standard !== standard) this.known.clear();
    this.standard = standard;
  }

  /** What differs from what is stored. Undefined if that can't be told without judging by all checks. */
  difference(judgement: Judgement): Difference | undefined {
    const { component, only, provisional, observedAt, cause, records } = judgement;
    const before = this.known.get(component.ref);
    const isKnown = before?.component === component && before.provisional === provisional;
    if (only && !isKnown) return undefined;
    const byCheck = groupBy(records, ({ check }) => check);
    const checks = new Map([...byCheck].map(([check, some]) => [check, printOfRecords(some)]));
    const workloads = printOfWorkloads(judgement.workloads, before?.workloads);
    const keep = () => this.keep(component, { provisional, workloads, checks, isWhole: !only });
    const inputOf = (some: PartInput['records'], names?: ReadonlySet<string>): PartInput => ({
      ...{ component, environment: this.environment, observedAt, provisional, cause, records: some },
      workloads: judgement.workloads.map(storeWorkload),
      ...(names ? { only: names } : {}),
    });
    if (!isKnown || workloads.of.length === 0) return { input: inputOf(records), keep };
    const changed = [...checks].filter(([check, number]) => before.checks[this.positionOf(check)] !== number);
    if (changed.length === 0 && before.workloads.number === workloads.number) return { keep };
    const names = new Set(changed.map(([check]) => check));
    return {
      input: inputOf(
        records.filter(({ check }) => names.has(check)),
        names,
      ),
      keep,
    };
  }

  private keep(
    component: CatalogComponent,
    stored: { provisional: boolean; workloads: WorkloadsPrint; checks: ReadonlyMap<string, number>; isWhole: boolean },
  ): void {
    const { provisional, workloads, checks, isWhole } = stored;
    // Nothing is stored of a component without workloads, so there is nothing to know.
    if (isWhole && checks.size === 0) {
      this.known.delete(component.ref);
      return;
    }
    for (const check of checks.keys()) this.positionOf(check);
    const before = isWhole ? undefined : this.known.get(component.ref);
    const numbers = new Float64Array(this.positions.size);
    if (before) numbers.set(before.checks);
    for (const [check, number] of checks) numbers[this.positionOf(check)] = number;
    this.known.set(component.ref, { component, provisional, workloads, checks: numbers });
  }

  private positionOf(check: string): number {
    let position = this.positions.get(check);
    if (position === undefined) this.positions.set(check, (position = this.positions.size));
    return position;
  }
}
