// Topics that only advice speaks about: they show what it found, and count for nothing.
import type { Check } from '../checks';

/** The same for every component, so it is worked out once. */
const known = new WeakMap<object, Set<string>>();

/**
 * The topics all of whose checks are advice. What these find is reported as the state of the topic, so that no topic is
 * without evidence, but stays out of score, tiers and levels. A topic without checks is none of them.
 *
 * @param checks - as the installation configured them
 * @public
 */
export function adviceTopicsOf(checks: readonly Pick<Check, 'topic' | 'advice'>[]): ReadonlySet<string> {
  let topics = known.get(checks);
  if (!topics) {
    topics = new Set(checks.map(({ topic }) => topic));
    for (const { topic, advice } of checks) if (!advice) topics.delete(topic);
    known.set(checks, topics);
  }
  return topics;
}
