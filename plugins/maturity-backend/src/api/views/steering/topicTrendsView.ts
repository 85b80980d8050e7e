// How many met each topic, over time.
import type { TopicTrends } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Verdict } from '@maturity-roadmap/engine';
import type { TopicCount } from '../../../store/topicTrends';
import { addTo } from '../../../store/shares';
import { noShare } from '../checkViews';

/** One share for each day and topic. @param counts - of the days, in any order */
export function topicTrendsView(counts: readonly TopicCount[]): TopicTrends {
  const days = [...new Set(counts.map(({ day }) => day))].sort();
  const byTopic = new Map<string, Map<string, { met: number; applicable: number; unknown: number }>>();
  for (const { day, topic, verdict, components } of counts) {
    const shares = byTopic.get(topic) ?? new Map();
    byTopic.set(topic, shares);
    addTo(shares, day, verdict as Verdict, components);
  }
  return {
    days,
    topics: Object.fromEntries(
      [...byTopic].map(([topic, shares]) => [topic, days.map(day => shares.get(day) ?? noShare)]),
    ),
  };
}
