// Keeps the history: counts for each day, what is too old forgotten, environments that are no more taken out of reports.
import type { HistoryStore } from '../store/HistoryStore';
import type { Lease } from '../store/Leases';
import { every } from './every';
import type { Keeper } from './Keeper';
import { repositoriesOperation } from './RepositoryKeeper';
import type { TakeOutParts } from './takeOut';
import { goneAfter, takeOut } from './takeOut';
import { together } from './together';

/** What keeping history takes. */
export interface HistoryParts extends TakeOutParts {
  store: HistoryStore;
  /** Days that history is kept. */
  days: number;
  /** Names of all keepers that there are; undefined where that can't be told just now. */
  keepers(): ReadonlySet<string> | undefined;
}

/** Milliseconds between counts, and between looks for environments that are no more. */
const pauses = { count: 30 * 60_000, gone: 60_000 };
const day = 24 * 60 * 60_000;

/** Keeps history. */
export class History implements Keeper {
  readonly name = 'history';

  constructor(
    private readonly parts: HistoryParts,
    private readonly now: () => number = Date.now,
    private readonly pause = pauses,
  ) {}

  async run(lease: Lease, signal: AbortSignal): Promise<void> {
    const started = this.now();
    await together(
      signal,
      stop => every(this.pause.count, stop, () => this.count()),
      stop => every(this.pause.gone, stop, () => this.takeOutGone(started, lease)),
    );
  }

  private async count(): Promise<void> {
    const now = new Date(this.now());
    await this.parts.store.rollUp(now.toISOString().slice(0, 10));
    await this.parts.store.forgetBefore(new Date(now.getTime() - this.parts.days * day));
  }

  /** After a standstill of all replicas everything looks old, so that nothing is taken out soon after the start. */
  private async takeOutGone(started: number, lease: Lease): Promise<void> {
    const keepers = this.parts.keepers();
    if (!keepers || !this.parts.catalog.isRead || this.now() - started < goneAfter) return;
    const old = new Date(this.now() - goneAfter).toISOString();
    const told = await this.parts.operations.list();
    const gone = told.filter(one => !keepers.has(one.lease) && one.at < old).map(({ name }) => name);
    const known = new Set(told.map(({ name }) => name));
    const untold = (await this.parts.sources.list()).map(({ status }) => status.environment);
    for (const environment of [...gone, ...untold.filter(name => !known.has(name))])
      if (environment !== repositoriesOperation) await takeOut(environment, this.parts, lease);
  }
}
