// Something that one replica at a time keeps current.
import type { Lease } from '../store/Leases';

/** Keeps one source current while it holds the lease of its name. */
export interface Keeper {
  /** Name of the lease: `cluster:prod-eu`. */
  readonly name: string;
  /**
   * Works until the signal fires, and ends once nothing is under way any more.
   *
   * @throws LeaseLostError if the lease has gone; any other error is logged, and the work starts again
   */
  run(lease: Lease, signal: AbortSignal): Promise<void>;
}
