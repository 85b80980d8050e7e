// Keeps the verdicts of one environment current: judges the components that a change can touch, in short turns.
import { setTimeout as delay } from 'node:timers/promises';
import type { Workload } from '@maturity-roadmap/engine';
import { timeKey } from '@maturity-roadmap/engine';
import type { EnvironmentChange, EnvironmentListener, LiveEnvironment } from '../index/LiveEnvironment';
import { ownWorkload } from './Changes';
import { Claims } from './Claims';
import { ComponentJudging } from './ComponentJudging';
import { DirtyQueue } from './DirtyQueue';
import { FirstLooks } from './FirstLooks';
import type { Judgement, Standard } from './Judgement';
import { joinJudgements } from './joinJudgements';
import { Touched, fieldsOfWorkloads } from './Touched';
import { Pace } from '../source/Pace';

/** What a judge works with. */
export interface JudgeParts {
  environment: LiveEnvironment;
  /** Stores judgements; may reject, and is then given them again. */
  save(judgements: readonly Judgement[]): Promise<void>;
  /** Whether there already is a report of a component. */
  isKnown(component: string): boolean;
  /** Told how long each turn took, in milliseconds. */
  onTurn?(milliseconds: number): void;
}

/** Milliseconds between looks for the catalog and the checks, before they are known. */
const standardPause = 50;
/** Judgements stored at once. */
const batchSize = 120;

/** Judges one environment. */
export class EnvironmentJudge implements EnvironmentListener {
  private readonly judging: ComponentJudging;
  private readonly claims = new Claims();
  private readonly queue = new DirtyQueue();
  private readonly waitingFor = new Map<string, (() => void)[]>();
  private readonly firstLooks: FirstLooks;
  private readonly touched = new Touched();
  private isSettled = false;
  private isJudging = false;
  private standard?: Standard;

  constructor(private readonly parts: JudgeParts) {
    this.judging = new ComponentJudging(parts.environment);
    this.firstLooks = new FirstLooks(parts.isKnown);
    parts.environment.listen(this);
  }

  /** How much waits to be judged, or stored. */
  get waiting(): number {
    return this.queue.waiting + Number(this.isJudging);
  }

  /** Milliseconds that the longest waiting has waited. */
  get lag(): number {
    return this.queue.lag;
  }

  /** Everything has been read once: from now on verdicts are final. */
  settled(): void {
    if (this.isSettled) return;
    this.isSettled = true;
    this.firstLooks.end();
    this.allChanged();
  }

  /** Says what to judge, and by what; whatever that changes is judged anew. */
  use(standard: Standard): void {
    const before = this.standard;
    this.standard = standard;
    if (before?.checks !== standard.checks) this.allChanged();
    if (before?.mapper !== standard.mapper) this.touchAll();
    for (const component of this.claims.components())
      if (before?.components.get(component) !== standard.components.get(component)) this.queue.put(component);
  }

  /** Judges components anew, whatever changed; resolves once that is stored. */
  async recheck(components: readonly string[]): Promise<void> {
    await Promise.all(
      components.map(
        component =>
          new Promise<void>(resolve => {
            this.waitingFor.set(component, [...(this.waitingFor.get(component) ?? []), resolve]);
            this.queue.put(component);
          }),
      ),
    );
  }

  /** Judges a component by all checks, though nothing changed. */
  judgeWhole(component: string): void {
    this.judging.judgeWhole(component);
    this.queue.put(component);
  }

  /** Judges anew what depends on the time of day: events that grow old, scans that are no longer fresh. */
  timePassed(): void {
    for (const component of this.judging.readersOf(timeKey)) this.queue.putOff(component);
  }

  changed(change: EnvironmentChange): void {
    const { keys, kind: place, namespace, cause, fields } = change;
    if (namespace !== undefined) this.queue.touch(namespace);
    this.touched.add(change);
    for (const key of keys) {
      // What thousands read, such as the nodes, must not hold up what one component reads.
      const put = key.endsWith(' *') ? this.queue.putOff : this.queue.put;
      for (const ref of this.judging.readersOf(key))
        put.call(this.queue, ref, { cause: cause(), place, fields: fields() });
    }
  }

  allChanged(): void {
    this.touchAll();
    for (const component of this.claims.components()) this.queue.putOff(component);
  }

  /** The workloads that no component claims. */
  unmapped = (): Workload[] => this.claims.unmapped();

  /** Judges whatever is to be judged until the signal fires. Rejects if something can't be stored. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      this.isJudging = false;
      await this.queue.next(signal);
      this.isJudging = this.isSettled || !this.firstLooks.areOver;
      if (this.standard && this.isJudging) await this.judgeSome(this.standard, signal);
      // What waits is judged once the catalog, or the rest of the cluster, has been read, which needs its turn too.
      else await delay(standardPause, undefined, { signal }).catch(() => {});
    }
  }

  private async judgeSome(standard: Standard, signal: AbortSignal): Promise<void> {
    // A component that changes again while others are judged is stored once, as it was judged last.
    const judgements = new Map<string, Judgement>();
    const pace = new Pace(this.parts.onTurn);
    let isUrgent = false;
    while (this.queue.waiting > 0 && judgements.size < batchSize && !signal.aborted) {
      if (!this.updateClaims(standard)) {
        // What one component reads is stored at once; what concerns thousands is stored in bulk.
        if (isUrgent && !this.queue.isUrgent) break;
        isUrgent ||= this.queue.isUrgent;
        const judgement = await this.judgeNext(standard, pace);
        const ref = judgement?.component.ref;
        if (ref !== undefined) judgements.set(ref, joinJudgements(judgements.get(ref), judgement!));
      }
      await pace.giveWay();
    }
    if (judgements.size > 0) await this.store([...judgements.values()]);
  }

  private async store(judgements: readonly Judgement[]): Promise<void> {
    try {
      await this.parts.save(judgements);
    } catch (error) {
      // Nothing is lost: what could not be stored is judged once more.
      for (const { component, cause } of judgements) {
        this.judging.judgeWhole(component.ref);
        this.queue.put(component.ref, { cause });
      }
      throw error;
    }
    for (const { component } of judgements) this.answer(component.ref);
  }

  private answer(component: string): void {
    this.waitingFor.get(component)?.forEach(resolve => resolve());
    this.waitingFor.delete(component);
  }

  /** Works out the claims of one namespace that changed. Returns whether there was one. */
  private updateClaims({ mapper }: Standard): boolean {
    const namespace = this.queue.takeNamespace();
    if (namespace === undefined) return false;
    const touch = this.touched.take(namespace);
    const { cause } = touch;
    const workloads = this.parts.environment.workloads(namespace);
    for (const [component, changed] of this.claims.update(namespace, workloads, mapper)) {
      const fields = fieldsOfWorkloads(touch, changed);
      this.queue.put(component, fields ? { cause, place: ownWorkload, fields } : { cause });
    }
    return true;
  }

  private async judgeNext(standard: Standard, pace: Pace): Promise<Judgement | undefined> {
    const next = this.queue.take();
    if (!next || (!this.isSettled && !this.firstLooks.take(next.component))) return undefined;
    const workloads = this.claims.workloadsOf(next.component);
    const judgement = await this.judging.judge(next, workloads, standard, { isFinal: this.isSettled, pace });
    if (!judgement) this.answer(next.component);
    return judgement;
  }

  private touchAll(): void {
    for (const namespace of this.claims.namespaces()) this.queue.touch(namespace);
    for (const namespace of this.parts.environment.namespaces()) this.queue.touch(namespace);
  }
}
