// Lets other work have its turn: nothing holds the event loop for long, however much there is to do.
import { performance } from 'node:perf_hooks';

/** Milliseconds after which other work gets its turn. */
const turn = 8;

/** Pieces of work that gave way, the one that waits longest first. */
const waiting: (() => void)[] = [];
/** The turn of the event loop that is under way, by its number, and since when work is known to be done in it. */
const current = { loop: -1, since: 0 };

/** Milliseconds that the event loop has been held, as far as anyone who asks here has held it. */
function heldFor(now: number): number {
  const { loopCount } = performance.nodeTiming.uvMetricsInfo;
  if (current.loop !== loopCount) {
    current.loop = loopCount;
    current.since = now;
  }
  return now - current.since;
}

/** Lets one piece of work go on, and the next one only after timers and connections have had their turn too. */
function release(): void {
  heldFor(performance.now());
  waiting.shift()?.();
  if (waiting.length > 0) setImmediate(release);
}

function wait(): Promise<void> {
  return new Promise(resolve => {
    if (waiting.push(resolve) === 1) setImmediate(release);
  });
}

/**
 * Gives way where the event loop has been held for long enough.
 *
 * All share one turn: where each counted its own, five pieces of work that are under way at once, or that follow each
 * other, would hold it five times as long.
 */
export class Pace {
  /** @param onTurn - told how long each turn took, in milliseconds */
  constructor(private readonly onTurn: (milliseconds: number) => void = () => {}) {}

  /** Gives way if it is time; undefined if it is not, so that nothing has to be waited for. */
  giveWay(): Promise<void> | undefined {
    const held = heldFor(performance.now());
    if (held < turn) return undefined;
    this.onTurn(held);
    return wait();
  }
}
