// Judges one component at a time: by all checks, or by those that can see what changed.
import type { Check, ObjectRef, ReadKey, VerdictRecord, Workload } from '@maturity-roadmap/engine';
import { formatRef, groupBy, judgeComponent } from '@maturity-roadmap/engine';
import type { CatalogComponent } from '../components/CatalogComponents';
import type { LiveEnvironment } from '../index/LiveEnvironment';
import { Dependents } from './Dependents';
import type { Dirty } from './DirtyQueue';
import type { Insight } from './Insight';
import { fixedObjects, insightOf } from './Insight';
import type { Judgement, Standard } from './Judgement';
import type { Pace } from '../source/Pace';
import { PartialJudging } from './PartialJudging';

/** Workloads of a component that are judged without a pause. */
const sliceSize = 8;

const byRef = (a: Workload, b: Workload) => (formatRef(a.ref) < formatRef(b.ref) ? -1 : 1);

/** Judges components of one environment, and knows what they read. */
export class ComponentJudging {
  private readonly dependents = new Dependents();
  private readonly partial = new PartialJudging();
  /** By component and check, the objects that fixes change beside its workloads. */
  private readonly fixed = new Map<string, Map<string, readonly ObjectRef[]>>();

  constructor(private readonly environment: LiveEnvironment) {}

  /** The components that read under a key. */
  readersOf(key: ReadKey): Iterable<string> {
    return this.dependents.of(key);
  }

  /** What is judged next of a component is judged by all checks. */
  judgeWhole(component: string): void {
    this.partial.forget(component);
  }

  /**
   * Judges a component.
   *
   * @returns undefined where there is nothing to say: it has left the catalog, or has no workloads that could change
   */
  async judge(
    { component: ref, cause, changes }: Dirty,
    workloads: readonly Workload[],
    { components, checks: all }: Standard,
    { isFinal, pace }: { isFinal: boolean; pace: Pace },
  ): Promise<Judgement | undefined> {
    const component = components.get(ref);
    // It has left the catalog: whoever keeps the catalog removes what is stored of it.
    if (!component) {
      this.partial.forget(ref);
      this.fixed.delete(ref);
      return void this.dependents.forget(ref);
    }
    const { observedAt } = this.environment.index;
    const some = this.partial.checksFor(component, all, isFinal ? changes : undefined);
    if (some && workloads.length === 0) return undefined;
    const records = await this.recordsOf(component, workloads, { checks: some ?? all, isWhole: !some, pace });
    const insight = this.insightOf(component, workloads, records, !some);
    if (workloads.length === 0) this.dependents.forget(ref);
    return {
      component,
      observedAt,
      provisional: !isFinal,
      records,
      workloads,
      ...(insight ? { insight } : {}),
      ...(cause ? { cause } : {}),
      ...(some ? { only: new Set(some.map(({ id }) => id)) } : {}),
    };
  }

  /** What is known beside verdicts; of checks that were not judged again, fixes are as they were. */
  private insightOf(
    { ref }: CatalogComponent,
    workloads: readonly Workload[],
    records: readonly VerdictRecord[],
    isWhole: boolean,
  ): Insight | undefined {
    const fixed = isWhole ? new Map<string, readonly ObjectRef[]>() : new Map(this.fixed.get(ref));
    for (const { check } of records) fixed.delete(check);
    for (const [check, refs] of fixedObjects(records, workloads)) fixed.set(check, refs);
    if (fixed.size > 0) this.fixed.set(ref, fixed);
    else this.fixed.delete(ref);
    const { view, index } = this.environment;
    const { value, reads } = view.record(() => insightOf(workloads, [...fixed.values()].flat(), { view, index }));
    this.dependents.add(ref, reads);
    return value;
  }

  /**
   * Judges the workloads of a component, some at a time. What each part read is noted before other work gets its turn,
   * so that a change in between is seen.
   */
  private async recordsOf(
    { ref, entity }: CatalogComponent,
    workloads: readonly Workload[],
    { checks, isWhole, pace }: { checks: readonly Check[]; isWhole: boolean; pace: Pace },
  ): Promise<VerdictRecord[]> {
    const sorted = workloads.length > sliceSize ? [...workloads].sort(byRef) : workloads;
    const slices: VerdictRecord[][] = [];
    for (let at = 0; at < sorted.length; at += sliceSize) {
      if (at > 0) await pace.giveWay();
      const { view, index } = this.environment;
      const subject = { ref, workloads: sorted.slice(at, at + sliceSize), entity };
      const snapshot = { observedAt: index.observedAt, clusters: new Map([[view.cluster, view]]) };
      const { value, reads } = view.record(() => judgeComponent(subject, snapshot, checks));
      if (isWhole && at === 0) this.dependents.record(ref, reads);
      else this.dependents.add(ref, reads);
      slices.push(value);
    }
    if (slices.length < 2) return slices[0] ?? [];
    const byCheck = slices.map(slice => groupBy(slice, ({ check }) => check));
    return checks.flatMap(({ id }) => byCheck.flatMap(records => records.get(id) ?? []));
  }
}
