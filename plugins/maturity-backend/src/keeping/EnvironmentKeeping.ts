// What keeping any environment takes: judging it, storing what comes of it, and answering who asks for more.
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { SourceStatus } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { ComponentSelector, Problem, ProjectionOptions, Workload } from '@maturity-roadmap/engine';
import { namesOf, nearestComponent, whyUnclaimed } from '@maturity-roadmap/engine';
import type { CatalogWatch } from '../components/CatalogWatch';
import { LiveEnvironment } from '../index/LiveEnvironment';
import { EnvironmentJudge } from '../scoring/EnvironmentJudge';
import type { Judgement } from '../scoring/Judgement';
import type { Lease } from '../store/Leases';
import type { Recheck } from '../store/Recheck';
import type { ReportStore } from '../store/ReportStore';
import type { SourceStore, UnmappedWorkload } from '../store/SourceStore';
import { storeWorkload } from '../store/storedWorkloads';
import { every } from './every';
import { environmentStatus } from './environmentStatus';
import type { Standards } from './Standards';
import { together } from './together';

/** What all keepers share. */
export interface KeepingParts {
  reports: ReportStore;
  recheck: Recheck;
  sources: SourceStore;
  catalog: CatalogWatch;
  standards: Standards;
  projection: ProjectionOptions;
  logger: LoggerService;
  /** Told of each component whose report changed. */
  onReports(refs: readonly string[]): void;
  metrics: KeepingMetrics;
}

/** Numbers that operators watch. */
export interface KeepingMetrics {
  objects(environment: string, count: number): void;
  waiting(environment: string, count: number): void;
  events(environment: string, count: number): void;
  turn(milliseconds: number): void;
  trouble(environment: string, what: string): void;
}

/** Milliseconds between looks for what someone asks for, between states stored, and between looks at the clock. */
const pauses = { due: 1_000, status: 1_000, time: 5 * 60_000, standard: 15_000 };
const dueLimit = 200;
const unmappedLimit = 1_000;

function toUnmapped(workload: Workload, byName: ReadonlyMap<string, ComponentSelector>): UnmappedWorkload {
  const near = nearestComponent(workload, byName);
  const nearest = near && { component: near.component, why: whyUnclaimed(near, workload) };
  return { ref: workload.ref, names: namesOf(workload), ...(nearest ? { nearest } : {}) };
}

/** Keeps one environment. */
export class EnvironmentKeeping {
  readonly live: LiveEnvironment;
  readonly judge: EnvironmentJudge;
  /** Set if the whole environment can't be read. */
  error?: string;
  problems: readonly Problem[] = [];
  /** Reads the environment anew where that does not happen by itself. */
  reread?: () => Promise<void>;
  private lastStatus = '';
  private named: { of?: object; names: ReadonlyMap<string, ComponentSelector> } = { names: new Map() };

  constructor(
    readonly name: string,
    private readonly type: SourceStatus['type'],
    private readonly parts: KeepingParts,
    private readonly lease: Lease,
    known: ReadonlySet<string>,
  ) {
    this.live = new LiveEnvironment(name, parts.projection);
    this.judge = new EnvironmentJudge({
      environment: this.live,
      save: judgements => this.save(judgements),
      isKnown: component => known.has(component),
      onTurn: milliseconds => parts.metrics.turn(milliseconds),
    });
  }

  /** Everything has been read once: what has no workload here any more is judged too, to say so. */
  async settled(): Promise<void> {
    this.judge.settled();
    const stored = await this.parts.sources.componentsIn(this.name);
    void this.judge.recheck(stored);
  }

  /** Works until the signal fires. */
  async run(signal: AbortSignal): Promise<void> {
    const { catalog } = this.parts;
    const useNow = async () => {
      if (!catalog.isRead) return;
      const { components, mapper } = catalog.current;
      this.judge.use({ components, mapper, checks: await this.parts.standards.checksNow() });
    };
    let turn = useNow();
    const stopListening = catalog.listen(() => (turn = turn.then(useNow, useNow)));
    try {
      await turn;
      await together(
        signal,
        stop => this.judge.run(stop),
        stop => every(pauses.standard, stop, useNow),
        stop => every(pauses.due, stop, () => this.answerRequests()),
        stop => every(pauses.status, stop, () => this.saveStatus()),
        stop => every(pauses.time, stop, async () => this.judge.timePassed()),
      );
      await this.saveStatus().catch(() => {});
    } finally {
      stopListening();
    }
  }

  private async save(judgements: readonly Judgement[]): Promise<void> {
    const inputs = judgements.map(({ component, workloads, ...judgement }) => ({
      ...judgement,
      component,
      environment: this.name,
      workloads: workloads.map(storeWorkload),
    }));
    const changed = await this.parts.reports.save(inputs, this.lease);
    if (changed.length > 0) this.parts.onReports(changed);
  }

  private async answerRequests(): Promise<void> {
    const due = await this.parts.recheck.due(this.name, dueLimit);
    if (due.length === 0) return;
    await this.reread?.();
    this.live.observe();
    await this.judge.recheck(due.map(({ ref }) => ref));
    await this.saveStatus();
    await this.parts.recheck.done(this.name, due);
  }

  /** Components by the names under which someone might mean them; made anew only when the catalog changed. */
  private byName(): ReadonlyMap<string, ComponentSelector> {
    const { components } = this.parts.catalog.current;
    if (this.named.of !== components) {
      const pairs = [...components.values()].flatMap(({ selector }) => [
        [selector.id, selector] as const,
        [selector.name, selector] as const,
      ]);
      this.named = { of: components, names: new Map(pairs.reverse()) };
    }
    return this.named.names;
  }

  private async saveStatus(): Promise<void> {
    const { metrics, sources } = this.parts;
    metrics.objects(this.name, this.live.index.size);
    metrics.waiting(this.name, this.judge.waiting);
    metrics.events(this.name, this.live.events);
    if (!this.error) this.live.observe();
    const status = environmentStatus(this.type, this.live.index, this.problems, this.error);
    const unmapped = this.judge
      .unmapped()
      .slice(0, unmappedLimit)
      .map(one => toUnmapped(one, this.byName()));
    // The instant is stored now and then, so that a standstill does not write.
    const minute = status.observedAt?.slice(0, 16);
    const text = JSON.stringify([{ ...status, observedAt: minute }, unmapped]);
    if (text === this.lastStatus) return;
    await sources.save({ status, unmapped });
    this.lastStatus = text;
  }
}
