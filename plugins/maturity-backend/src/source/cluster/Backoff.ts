// Waits longer after each failure, and never all at once.
import { setTimeout as delay } from 'node:timers/promises';

/** Milliseconds. */
export interface BackoffOptions {
  first: number;
  most: number;
}

/** Doubles the pause with each failure; half of it is random, so that many clients do not come back together. */
export class Backoff {
  private failures = 0;

  constructor(
    private readonly options: BackoffOptions,
    private readonly random: () => number = Math.random,
  ) {}

  /** Forgets earlier failures. */
  reset(): void {
    this.failures = 0;
  }

  /**
   * Waits after a failure.
   *
   * @param atLeast - milliseconds that the other side asked for
   * @throws AbortError when the signal fires
   */
  async wait(signal: AbortSignal, atLeast = 0): Promise<void> {
    const full = Math.min(this.options.most, this.options.first * 2 ** this.failures);
    this.failures += 1;
    await delay(Math.max(atLeast, full * (0.5 + this.random() / 2)), undefined, { signal });
  }
}
