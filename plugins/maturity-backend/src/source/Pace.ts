// Lets other work have its turn: nothing holds the event loop for long, however much there is to do.
import { setImmediate } from 'node:timers/promises';

/** Milliseconds after which other work gets its turn. */
const turn = 8;

/** Measures how long a piece of work has held the event loop. */
export class Pace {
  private started = performance.now();

  /** @param onTurn - told how long each turn took, in milliseconds */
  constructor(private readonly onTurn: (milliseconds: number) => void = () => {}) {}

  /** Starts counting: what is done now begins after a pause. */
  begin(): void {
    this.started = performance.now();
  }

  /** Gives way if it is time; undefined if it is not, so that nothing has to be waited for. */
  giveWay(): Promise<void> | undefined {
    const took = performance.now() - this.started;
    if (took < turn) return undefined;
    this.onTurn(took);
    return setImmediate().then(() => this.begin());
  }
}
