// Which topic cards a search and a filter leave.
import type { Progress, TopicCard } from '@maturity-roadmap/backstage-plugin-maturity-common';

/** Filters by what is known of a topic; their names are texts: `roadmap.filters.<filter>`. */
export const cardFilters = ['all', 'mine', 'todo', 'missed', 'unknown'] as const;

/** Whether one of my services fails the topic or can't be judged in it. */
export function mineFallShort(card: TopicCard): boolean {
  return card.mine.some(verdict => verdict === 'fail' || verdict === 'unknown');
}

function isSettled(card: TopicCard, { topics }: Progress): boolean {
  return topics[card.id] === 'done' || topics[card.id] === 'skipped';
}

/** Whether a card is left by the search text and the filter. */
export function matchesCard(card: TopicCard, text: string, show: string, progress?: Progress): boolean {
  const { adoption } = card;
  if (text && !`${card.title} ${card.summary}`.toLowerCase().includes(text.toLowerCase())) return false;
  if (show === 'mine') return mineFallShort(card);
  if (show === 'todo') return progress !== undefined && !isSettled(card, progress);
  if (show === 'missed') return adoption.met < adoption.applicable;
  return show === 'unknown' ? adoption.unknown > 0 : true;
}
