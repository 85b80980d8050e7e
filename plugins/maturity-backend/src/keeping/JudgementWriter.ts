// Stores what comes of judging one environment: what differs from what is stored, and nothing else.
import type { Judgement } from '../scoring/Judgement';
import { Pace } from '../source/Pace';
import type { InsightWriter } from '../store/InsightStore';
import type { Lease } from '../store/Leases';
import type { KeepingParts } from './EnvironmentKeeping';
import type { Difference } from './KnownVerdicts';
import { KnownVerdicts } from './KnownVerdicts';

/** What a writer works with. */
export interface JudgementWriterParts extends Pick<
  KeepingParts,
  'reports' | 'insights' | 'sources' | 'standards' | 'onReports' | 'onStored'
> {
  environment: string;
  lease: Lease;
  /** Judges a component by all checks. */
  judgeWhole(component: string): void;
}

/** Stores the judgements of one environment. */
export class JudgementWriter {
  private readonly known: KnownVerdicts;
  private readonly insights: InsightWriter;

  constructor(private readonly parts: JudgementWriterParts) {
    this.known = new KnownVerdicts(parts.environment);
    this.insights = parts.insights.writer(parts.environment);
  }

  async save(judgements: readonly Judgement[]): Promise<void> {
    const { reports, standards, lease, onReports, onStored } = this.parts;
    this.known.use(await standards.composer());
    const differences: Difference[] = [];
    const pace = new Pace();
    for (const judgement of judgements) {
      const difference = this.known.difference(judgement);
      if (difference) differences.push(difference);
      else this.judgeWhole([judgement.component.ref]);
      await pace.giveWay();
    }
    const told = new Set<string>();
    const inputs = differences.flatMap(({ input }) => input ?? []);
    if (inputs.length > 0) {
      const missing: string[] = [];
      const changed = await reports.save(inputs, lease, refs => missing.push(...refs));
      for (const { keep } of differences) keep();
      this.judgeWhole(missing);
      for (const ref of changed) told.add(ref);
    }
    const found = judgements.map(({ component: { ref }, insight }) => ({ ref, ...(insight ? { insight } : {}) }));
    for (const ref of await this.insights.save(found, lease)) told.add(ref);
    if (told.size > 0) onReports([...told]);
    onStored?.(judgements.map(({ component }) => component.ref));
  }

  /** Judges anew what is no longer stored, whoever took it out. */
  async compareWithStored(): Promise<void> {
    const known = this.known.components();
    if (known.length === 0) return;
    const stored = new Set(await this.parts.sources.componentsIn(this.parts.environment));
    this.judgeWhole(known.filter(ref => !stored.has(ref)));
  }

  private judgeWhole(refs: readonly string[]): void {
    for (const ref of refs) {
      this.known.forget(ref);
      this.parts.judgeWhole(ref);
    }
  }
}
