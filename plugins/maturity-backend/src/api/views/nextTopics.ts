// Which topics are worth taking next.
import type { NextTopic } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { topicsOfTier } from '@maturity-roadmap/engine';
import type { Roadmap } from '@maturity-roadmap/roadmap';

/** More marks would mark nothing. */
const most = 3;

/**
 * At most three: first what keeps most of the caller's services from their next level, then the first topics of the
 * lowest tier that were not read and that the caller did not call done or skipped.
 *
 * @param blocked - services of the caller that each topic keeps from their next level
 */
export function nextTopics(
  roadmap: Roadmap,
  blocked: ReadonlyMap<string, number>,
  caller: { read: Readonly<Record<string, string>>; states: Readonly<Record<string, string>> },
): NextTopic[] {
  const order = roadmap.tiers.flatMap(topicsOfTier);
  const services = (topic: string) => blocked.get(topic) ?? 0;
  const blocking = order.filter(topic => services(topic) > 0).sort((a, b) => services(b) - services(a));
  const isOpen = (topic: string) => !caller.read[topic] && !['done', 'skipped'].includes(caller.states[topic] ?? '');
  const unread = order.filter(topic => services(topic) === 0 && isOpen(topic));
  return [
    ...blocking.map((topic): NextTopic => ({ topic, reason: 'blocks', services: services(topic) })),
    ...unread.map((topic): NextTopic => ({ topic, reason: 'unread', services: 0 })),
  ].slice(0, most);
}
