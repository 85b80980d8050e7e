// Keeps the verdicts of one environment current: judges the components that a change can touch, in short turns.
import { setTimeout as delay } from 'node:timers/promises';
import type { ChangeCause, Workload } from '@maturity-roadmap/engine';
import { timeKey } from '@maturity-roadmap/engine';
import type { EnvironmentChange, EnvironmentListener, LiveEnvironment } from '../index/LiveEnvironment';
import { Claims } from './Claims';
import { ComponentJudging } from './ComponentJudging';
import { DirtyQueue } from './DirtyQueue';
import type { Judgement, Standard } from './Judgement';
import { joinJudgements } from './joinJudgements';
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
/** Components that are judged before everything has been read, to have something to look at. */
const earlyLooks = 200;
/** Judgements stored at once. */
const batchSize = 120;

/** Judges one environment. */
export class EnvironmentJudge implements EnvironmentListener {
  private readonly judging: ComponentJudging;
  private readonly claims = new Claims();
  private readonly queue = new DirtyQueue();
  private readonly waitingFor = new Map<string, (() => void)[]>();
  private readonly looked = new Set<string>();
  /** What touched a namespace last. */
  private readonly causes = new Map<string, ChangeCause>();
  private isSettled = false;
  private standard?: Standard;

  constructor(private readonly parts: JudgeParts) {
    this.judging = new ComponentJudging(parts.environment);
    parts.environment.listen(this);
  }

  /** How much waits to be judged. */
  get waiting(): number {
    return this.queue.waiting;
  }

  /** Milliseconds that the longest waiting has waited. */
  get lag(): number {
    return this.queue.lag;
  }

  /** Everything has been read once: from now on verdicts are final. */
  settled(): void {
    if (this.isSettled) return;
    this.isSettled = true;
    this.looked.clear();
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

  changed({ keys, kind, namespace, cause }: EnvironmentChange): void {
    if (namespace !== undefined) this.queue.touch(namespace);
    for (const key of keys) {
      // What thousands read, such as the nodes, must not hold up what one component reads.
      const isShared = key.endsWith(' *');
      for (const component of this.judging.readersOf(key)) {
        if (isShared) this.queue.putOff(component, cause(), kind);
        else this.queue.put(component, cause(), kind);
      }
    }
    if (namespace !== undefined) this.causes.set(namespace, cause());
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
      await this.queue.next(signal);
      if (this.standard) await this.judgeSome(this.standard, signal);
      // What waits is judged once the catalog has been read, which needs its turn too.
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
        this.queue.put(component.ref, cause);
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
    const cause = this.causes.get(namespace);
    this.causes.delete(namespace);
    const workloads = this.parts.environment.workloads(namespace);
    for (const component of this.claims.update(namespace, workloads, mapper)) this.queue.put(component, cause);
    return true;
  }

  private async judgeNext(standard: Standard, pace: Pace): Promise<Judgement | undefined> {
    const next = this.queue.take();
    if (!next || (!this.isSettled && !this.isFirstLook(next.component))) return undefined;
    const workloads = this.claims.workloadsOf(next.component);
    const judgement = await this.judging.judge(next, workloads, standard, { isFinal: this.isSettled, pace });
    if (!judgement) this.answer(next.component);
    return judgement;
  }

  /** Before everything has been read, only what nothing is known of yet is worth a look, and only one. */
  private isFirstLook(ref: string): boolean {
    if (this.looked.size >= earlyLooks || this.looked.has(ref) || this.parts.isKnown(ref)) return false;
    this.looked.add(ref);
    return true;
  }

  private touchAll(): void {
    for (const namespace of this.claims.namespaces()) this.queue.touch(namespace);
    for (const namespace of this.parts.environment.namespaces()) this.queue.touch(namespace);
  }
}
