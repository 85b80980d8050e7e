// What a piece of work leaves behind: handles and timers that keep the process alive, and memory that grows.
import { setTimeout as delay } from 'node:timers/promises';
import { collectGarbage } from './collectGarbage';

/** Handles, requests and timers that keep the process alive, by what they are. */
export function activeResources(): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of process.getActiveResourcesInfo()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/**
 * What there is more of than at the start. Connections take a moment to close.
 *
 * @param patience - milliseconds
 */
export async function leftOver(atStart: Record<string, number>, patience = 15_000): Promise<Record<string, number>> {
  const more = () => {
    const found = Object.entries(activeResources()).map(([name, n]) => [name, n - (atStart[name] ?? 0)] as const);
    // The look itself waits for a turn.
    return Object.fromEntries(found.filter(([name, n]) => n > 0 && name !== 'Immediate'));
  };
  let left = more();
  for (let waited = 0; waited < patience && Object.keys(left).length > 0; waited += 100) {
    // A timer that was awaited is gone once the look is made.
    await delay(100);
    left = more();
  }
  return left;
}

/** Follows the heap through a run, each time after all garbage was collected. */
export class HeapSlope {
  private readonly samples: number[] = [];
  private next = 0;

  /** @param every - milliseconds between looks */
  constructor(private readonly every: number) {}

  /**
   * Looks if it is time to.
   *
   * @param before - done first
   */
  async look(before: () => void): Promise<void> {
    if (performance.now() < this.next) return;
    this.next = performance.now() + this.every;
    before();
    await collectGarbage();
    this.samples.push(process.memoryUsage().heapUsed);
  }

  /** By what share the least of the last third is larger than the least of the second: what came to stay. */
  growth(): number {
    const third = Math.floor(this.samples.length / 3);
    const least = (from: number, to?: number) => Math.min(...this.samples.slice(from, to));
    return third > 0 ? least(2 * third) / least(third, 2 * third) - 1 : 0;
  }
}
