// How long ago something was, on the one clock that verdicts may use.
import type { KindId } from '../model';
import type { ObjectView } from '../objects';
import { memoizeLast } from '../objects';

/** A fleet is judged at one instant. */
const instantOf = memoizeLast((observedAt: string) => Date.parse(observedAt));

/**
 * Minutes between a timestamp of an object and the moment of observation.
 *
 * @param timestamp - ISO 8601, as objects carry it
 * @returns undefined if the timestamp is missing or can't be read
 * @public
 */
export function minutesSince(timestamp: unknown, index: Pick<ObjectView<KindId>, 'observedAt'>): number | undefined {
  if (typeof timestamp !== 'string') return undefined;
  const minutes = (instantOf(index.observedAt) - Date.parse(timestamp)) / 60_000;
  return Number.isFinite(minutes) ? minutes : undefined;
}
