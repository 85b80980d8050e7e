// Keeps what components' repositories say.
import type { Check } from '@maturity-roadmap/engine';
import { repositoryEnvironment } from '@maturity-roadmap/engine';
import { setTimeout as delay } from 'node:timers/promises';
import type { CatalogComponent } from '../components/CatalogComponents';
import type { CatalogState } from '../components/CatalogWatch';
import type { HostUse, RequestBudget } from '../files/RequestBudget';
import type { RepositorySource } from '../source/RepositorySource';
import type { RepositoryTree } from '../source/repositoryTrees';
import type { Lease } from '../store/Leases';
import type { TreeStore } from '../store/TreeStore';
import { AbsentComponents } from './AbsentComponents';
import type { KeepingParts } from './EnvironmentKeeping';
import { every } from './every';
import { FirstReadings } from './FirstReadings';
import type { Keeper } from './Keeper';
import { RepositoryJudge } from './RepositoryJudge';
import { RepositorySchedule } from './RepositorySchedule';
import { together } from './together';

/** What keeping repositories takes. */
export interface RepositoryKeeperParts extends KeepingParts {
  repositories: RepositorySource;
  budget: RequestBudget;
  trees: TreeStore;
  everyMinutes: number;
  /** Names of all keepers that there are; undefined where that can't be told just now. */
  keepers(): ReadonlySet<string> | undefined;
}

/** What is told of repositories, as it is stored. */
export interface RepositoriesOperation {
  trees: number;
  /** Trees that are due. */
  waiting: number;
  hosts: HostUse[];
}

/** Name under which the state of all repositories is stored. */
export const repositoriesOperation = 'repositories';

/** Trees read, and components judged, in one go. */
const batchSize = 40;
/** Milliseconds between looks for what is due and what someone asks for, and between states told. */
const pauses = { due: 1_000, state: 10_000 };

/** Keeps repositories. */
export class RepositoryKeeper implements Keeper {
  readonly name = 'repositories';
  private readonly absent: AbsentComponents;

  constructor(private readonly parts: RepositoryKeeperParts) {
    this.absent = new AbsentComponents(parts.reports);
  }

  async run(lease: Lease, signal: AbortSignal): Promise<void> {
    const { operations, budget, trees, everyMinutes } = this.parts;
    const stored = await operations.stateOf<RepositoriesOperation>(repositoriesOperation);
    budget.restore(stored?.hosts ?? []);
    const schedule = new RepositorySchedule(everyMinutes * 60_000);
    const judge = new RepositoryJudge(this.parts, lease);
    const known = await trees.times();
    await together(
      signal,
      async stop => {
        // A first verdict without the workloads would stand in the history as a move that nobody made.
        await new FirstReadings(this.parts).over(stop);
        await this.readDue(schedule, known, judge, stop);
      },
      stop => every(pauses.due, stop, () => this.answerRequests(judge, stop)),
      stop => every(pauses.state, stop, () => this.tell(schedule, judge, lease)),
    );
    await this.tell(schedule, judge, lease).catch(() => {});
  }

  /** Reads what is due, each host at its own pace. */
  private async readDue(
    schedule: RepositorySchedule,
    known: Awaited<ReturnType<TreeStore['times']>>,
    judge: RepositoryJudge,
    signal: AbortSignal,
  ): Promise<void> {
    const { catalog, repositories, standards } = this.parts;
    const passes = new Map<string, Promise<void>>();
    const failures: unknown[] = [];
    let components: CatalogState['components'] | undefined;
    let checks: readonly Check[] | undefined;
    let judgedAlone = 0;
    for (; !signal.aborted && failures.length === 0; await delay(pauses.due, undefined, { signal }).catch(() => {})) {
      if (!catalog.isRead) continue;
      const { current } = catalog;
      if (components !== current.components) {
        const isFirst = !components;
        ({ components } = current);
        judge.use(repositories.treesOf(components.values()));
        schedule.use(judge.trees, known);
        if (isFirst) await this.parts.trees.retain(new Set(judge.trees.keys()));
        judgedAlone = 0;
      }
      const checksNow = await standards.checksNow();
      if (checks !== checksNow) {
        // Other checks say something else of the same files: what is known is judged without asking for it anew.
        checks = checksNow;
        judgedAlone = 0;
        await this.inBatches([...judge.trees.values()], signal, some => judge.readAndJudge(some, signal, 'memory'));
      }
      if (performance.now() >= judgedAlone) {
        judgedAlone = performance.now() + this.parts.everyMinutes * 60_000;
        await judge.judge(judge.withoutTree(components), signal);
      }
      for (const [host, due] of schedule.due()) {
        if (passes.has(host)) continue;
        const pass = this.pass(due, schedule, judge, signal)
          .catch(error => failures.push(error))
          .then(() => void passes.delete(host));
        passes.set(host, pass);
      }
      await this.absent.forget(components);
    }
    await Promise.all(passes.values());
    if (failures.length > 0 && !signal.aborted) throw failures[0];
  }

  /** One host's trees, as far as it may be asked. */
  private async pass(
    due: readonly RepositoryTree[],
    schedule: RepositorySchedule,
    judge: RepositoryJudge,
    signal: AbortSignal,
  ): Promise<void> {
    await this.inBatches(due, signal, async some => {
      const batch = some.filter(tree => this.parts.repositories.mayRead(tree));
      if (batch.length === 0) return;
      for (const tree of await judge.readAndJudge(batch, signal)) schedule.done(tree);
    });
  }

  private async inBatches(
    trees: readonly RepositoryTree[],
    signal: AbortSignal,
    work: (some: readonly RepositoryTree[]) => Promise<unknown>,
  ): Promise<void> {
    for (let at = 0; at < trees.length && !signal.aborted; at += batchSize) await work(trees.slice(at, at + batchSize));
  }

  private async answerRequests(judge: RepositoryJudge, signal: AbortSignal): Promise<void> {
    const { recheck, catalog } = this.parts;
    const due = await recheck.due(repositoryEnvironment, batchSize);
    if (due.length === 0 || !catalog.isRead) return;
    const components = due.flatMap(({ ref }): CatalogComponent[] => {
      const component = catalog.current.components.get(ref);
      return component ? [component] : [];
    });
    await judge.answer(components, signal);
    await recheck.done(repositoryEnvironment, due);
  }

  private async tell(schedule: RepositorySchedule, judge: RepositoryJudge, lease: Lease): Promise<void> {
    const { operations, budget, metrics } = this.parts;
    const waiting = [...schedule.due().values()].reduce((sum, { length }) => sum + length, 0);
    metrics.repositoriesWaiting(waiting);
    const state: RepositoriesOperation = { trees: judge.trees.size, waiting, hosts: budget.states() };
    await operations.save({ name: repositoriesOperation, lease, state });
  }
}
