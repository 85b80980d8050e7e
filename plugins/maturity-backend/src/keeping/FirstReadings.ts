// Waits until clusters and sources have been read once: what is judged from a repository depends on what runs there.
import { setTimeout as delay } from 'node:timers/promises';
import type { OperationStore } from '../store/OperationStore';
import type { EnvironmentOperation } from './environmentOperation';

/** What is asked. */
export interface FirstReadingsParts {
  operations: OperationStore;
  /** Names of all keepers that there are; undefined where that can't be told just now. */
  keepers(): ReadonlySet<string> | undefined;
}

/** Milliseconds until what has said nothing, or is still being read, is no longer waited for; and between two looks. */
const limits = { silent: 20_000, reading: 5 * 60_000, pause: 200 };

const isKept = (keeper: string) => /^(cluster|source):/.test(keeper);

/** Whether all that is kept has been read once, by whichever replica. */
export class FirstReadings {
  constructor(
    private readonly parts: FirstReadingsParts,
    private readonly now: () => number = Date.now,
    private readonly pauses = limits,
  ) {}

  /**
   * Resolves once everything has been read, the signal fires, or waiting is of no use any more: a cluster that does not
   * answer must not hold up what is known of repositories.
   */
  async over(signal: AbortSignal): Promise<void> {
    const started = this.now();
    while (!signal.aborted && !(await this.areOver(this.now() - started)))
      await delay(this.pauses.pause, undefined, { signal }).catch(() => {});
  }

  private async areOver(waited: number): Promise<boolean> {
    const { silent, reading } = this.pauses;
    const keepers = this.parts.keepers();
    if (!keepers) return waited > silent;
    const told = new Map<string, boolean>();
    for (const { lease, state } of await this.parts.operations.list()) {
      const { reading: isReading = false } = state as Partial<EnvironmentOperation>;
      told.set(lease, (told.get(lease) ?? true) && !isReading);
    }
    return [...keepers].filter(isKept).every(name => {
      const isRead = told.get(name);
      return isRead || waited > (isRead === undefined ? silent : reading);
    });
  }
}
