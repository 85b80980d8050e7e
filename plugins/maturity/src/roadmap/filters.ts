// Which topic cards a search and the filters leave.
import type { Progress, RoadmapView, TopicCard } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Texts } from '../translation/useTexts';

/** Filters by what is known of a topic. */
export const cardFilters = ['all', 'next', 'unread', 'mine', 'todo', 'missed', 'unknown'] as const;

/** One of {@link cardFilters}. */
export type CardFilter = (typeof cardFilters)[number];

/** What the reader chose. */
export interface CardChoice {
  text: string;
  show: string;
  /** Id of a section; empty for all. */
  section: string;
}

/** The name of a filter. */
export function filterName(filter: CardFilter, t: Texts): string {
  if (filter === 'all') return t('states.all');
  return filter === 'next' || filter === 'unread' ? t(`learning.filters.${filter}`) : t(`roadmap.filters.${filter}`);
}

/** Whether one of my services fails the topic or can't be judged in it. */
export function mineFallShort(card: TopicCard): boolean {
  return card.mine.some(verdict => verdict === 'fail' || verdict === 'unknown');
}

function isSettled(card: TopicCard, { topics }: Progress): boolean {
  return topics[card.id] === 'done' || topics[card.id] === 'skipped';
}

/** Whether a card is left by the search text and the filter. */
export function matchesCard(
  card: TopicCard,
  { text, show }: Pick<CardChoice, 'text' | 'show'>,
  { next }: Pick<RoadmapView, 'next'>,
  progress?: Progress,
): boolean {
  const { adoption, id } = card;
  if (text && !`${card.title} ${card.summary}`.toLowerCase().includes(text.toLowerCase())) return false;
  switch (show) {
    case 'next':
      return next.some(({ topic }) => topic === id);
    case 'unread':
      return progress !== undefined && !progress.read[id];
    case 'mine':
      return mineFallShort(card);
    case 'todo':
      return progress !== undefined && !isSettled(card, progress);
    case 'missed':
      return adoption.met < adoption.applicable;
    case 'unknown':
      return adoption.unknown > 0;
    default:
      return true;
  }
}
