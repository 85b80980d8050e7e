// What keeping any environment takes: judging it, storing what comes of it, and answering who asks for more.
import { setTimeout as delay } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { AdminKind, SourceStatus } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { KindId, Problem, ProjectionOptions } from '@maturity-roadmap/engine';
import type { CatalogWatch } from '../components/CatalogWatch';
import { LiveEnvironment } from '../index/LiveEnvironment';
import { EnvironmentJudge } from '../scoring/EnvironmentJudge';
import type { KindNotes } from '../source/cluster/KindJournal';
import type { InsightStore } from '../store/InsightStore';
import type { Lease } from '../store/Leases';
import type { OperationStore } from '../store/OperationStore';
import type { Recheck } from '../store/Recheck';
import type { ReportStore } from '../store/ReportStore';
import type { SourceStore } from '../store/SourceStore';
import type { EnvironmentOperation } from './environmentOperation';
import { kindsNow } from './environmentOperation';
import { every } from './every';
import { environmentStatus } from './environmentStatus';
import { JudgementWriter } from './JudgementWriter';
import type { KeepingMetrics } from './metrics';
import { NearestComponents } from './NearestComponents';
import type { Standards } from './Standards';
import { together } from './together';

/** What all keepers share. */
export interface KeepingParts {
  reports: ReportStore;
  insights: InsightStore;
  recheck: Recheck;
  sources: SourceStore;
  catalog: CatalogWatch;
  standards: Standards;
  projection: ProjectionOptions;
  logger: LoggerService;
  /** Told of each component whose report changed. */
  onReports(refs: readonly string[]): void;
  /** Told of each component once what was judged of it is stored, whether or not that changed anything. */
  onStored?(refs: readonly string[]): void;
  metrics: KeepingMetrics;
  operations: OperationStore;
  /** Kinds that checks read. */
  kinds: ReadonlySet<KindId>;
  /** Milliseconds between what is told of the work. */
  tellEvery?: number;
}

/** Milliseconds between looks for what someone asks for, between states stored, and between looks at the clock. */
const pauses = {
  judged: 100,
  due: 1_000,
  status: 1_000,
  operation: 10_000,
  time: 5 * 60_000,
  standard: 15_000,
  stored: 10 * 60_000,
};
const dueLimit = 200;
/** Keeps one environment. */
export class EnvironmentKeeping {
  readonly live: LiveEnvironment;
  readonly judge: EnvironmentJudge;
  /** Set if the whole environment can't be read. */
  error?: string;
  problems: readonly Problem[] = [];
  /** Reads the environment anew where that does not happen by itself. */
  reread?: () => Promise<void>;
  /** Set if the configuration is such that it must not be read. */
  refused = false;
  /** What happened last with a kind, where that is noted. */
  notesOf: (kind: KindId) => KindNotes = () => ({});
  private readonly writer: JudgementWriter;
  private isSettled = false;
  /** Whether all that was read first has been judged and stored. */
  private isJudged = false;
  private lastStatus = '';
  private told?: readonly AdminKind[];
  private readonly nearest = new NearestComponents();

  constructor(
    readonly name: string,
    private readonly type: SourceStatus['type'],
    private readonly parts: KeepingParts,
    private readonly lease: Lease,
    known: ReadonlySet<string>,
  ) {
    this.live = new LiveEnvironment(name, parts.projection);
    const judgeWhole = (component: string) => this.judge.judgeWhole(component);
    this.writer = new JudgementWriter({ ...parts, environment: name, lease, judgeWhole });
    this.judge = new EnvironmentJudge({
      environment: this.live,
      save: judgements => this.writer.save(judgements),
      isKnown: component => known.has(component),
      onTurn: milliseconds => parts.metrics.turn(milliseconds),
    });
  }

  /** Everything has been read once: what has no workload here any more is judged too, to say so. */
  async settled(): Promise<void> {
    if (this.isSettled) return;
    this.isSettled = true;
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
        stop => this.tellOnceJudged(stop),
        stop => every(pauses.due, stop, () => this.answerRequests()),
        stop => every(pauses.status, stop, () => this.saveStatus()),
        stop => every(this.parts.tellEvery ?? pauses.operation, stop, () => this.tell()),
        stop => every(pauses.stored, stop, () => this.writer.compareWithStored()),
        stop => every(pauses.time, stop, async () => this.judge.timePassed()),
      );
      await this.saveStatus().catch(() => {});
      await this.tell().catch(() => {});
    } finally {
      stopListening();
    }
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

  /** Whoever waits for the first verdicts learns of them at once. */
  private async tellOnceJudged(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && !(this.isSettled && this.judge.waiting === 0))
      await delay(pauses.judged, undefined, { signal }).catch(() => {});
    this.isJudged = true;
    if (!signal.aborted) await this.tell();
  }

  /** Tells those who run the plugin how the work goes. */
  private async tell(): Promise<void> {
    const { operations, kinds } = this.parts;
    this.told ??= (await operations.stateOf<EnvironmentOperation>(this.name))?.kinds ?? [];
    this.told = kindsNow(this.live.index, kinds, this.notesOf, this.told, new Date().toISOString());
    const state: EnvironmentOperation = {
      type: this.type,
      objects: this.live.index.size,
      waiting: this.judge.waiting,
      lag: Math.round(this.judge.lag),
      events: this.live.events,
      ...(this.error ? { error: this.error } : {}),
      ...(this.refused ? { refused: true } : {}),
      ...(this.isJudged || this.error ? {} : { reading: true }),
      kinds: [...this.told],
    };
    await operations.save({ name: this.name, lease: this.lease, state });
  }

  private measure(): void {
    const { metrics } = this.parts;
    metrics.objects(this.name, this.live.index.size);
    metrics.waiting(this.name, this.judge.waiting);
    metrics.lag(this.name, this.judge.lag);
    metrics.events(this.name, this.live.events);
  }

  private async saveStatus(): Promise<void> {
    const { sources } = this.parts;
    this.measure();
    if (!this.error) this.live.observe();
    const status = environmentStatus(this.type, this.live.index, this.problems, this.error);
    const unmapped = this.nearest.of(this.judge.unmapped(), this.parts.catalog.current);
    // The instant is stored now and then, so that a standstill does not write.
    const minute = status.observedAt?.slice(0, 16);
    const text = JSON.stringify([{ ...status, observedAt: minute }, unmapped]);
    if (text === this.lastStatus) return;
    await sources.save({ status, unmapped });
    this.lastStatus = text;
  }
}
