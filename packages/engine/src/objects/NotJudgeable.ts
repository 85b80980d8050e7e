// The signal that ends a check when it asks for a kind that was not read.
import type { KindId, KindState } from '../model';

/**
 * Thrown by the index, caught by the evaluation, which turns it into `unknown` or `notApplicable`.
 *
 * @public
 */
export class NotJudgeable extends Error {
  constructor(
    readonly kind: KindId,
    readonly cluster: string,
    readonly state: Exclude<KindState, { state: 'synced' | 'notServed' }>,
  ) {
    super(`${kind} in ${cluster}: ${state.state}, ${state.message}`);
    this.name = 'NotJudgeable';
  }
}
