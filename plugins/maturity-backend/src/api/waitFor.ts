// Waits for something that another replica may be doing.
import { setTimeout as delay } from 'node:timers/promises';

/** A request must be answered before proxies give up on it; what is judged later reaches the page by itself. */
const patience = { every: 100, most: 20_000 };

/** Resolves when it is done, or patience ends. */
export async function waitFor(isDone: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < patience.most; waited += patience.every) {
    if (await isDone()) return;
    await delay(patience.every);
  }
}
