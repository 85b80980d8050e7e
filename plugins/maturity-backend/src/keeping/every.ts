// Repeats a piece of work with a pause in between.
import { setTimeout as delay } from 'node:timers/promises';

/** Works, waits and works again until the signal fires. Errors of the work end it. */
export async function every(milliseconds: number, signal: AbortSignal, work: () => Promise<unknown>): Promise<void> {
  while (!signal.aborted) {
    await work();
    await delay(milliseconds, undefined, { signal }).catch(() => {});
  }
}
