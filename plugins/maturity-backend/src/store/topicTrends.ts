// Counts of all topics on some of the days of a range.
import type { Knex } from 'knex';
import { verdicts } from '@maturity-roadmap/engine';
import { componentsWith } from './dayCounts';
import type { Layouts } from './Layouts';
import type { RollupRow } from './rows';
import { whereVisible } from './visibility';

/** Components with a verdict of a topic at the end of a day. */
export interface TopicCount {
  day: string;
  topic: string;
  verdict: string;
  components: number;
}

/** A line of this many points is as good as one of a year's days. */
const mostDays = 30;

/** Of many days an even choice, the first and the last among them. */
export function spread(days: readonly string[], most = mostDays): string[] {
  if (days.length <= most) return [...days];
  return Array.from({ length: most }, (_, at) => days[Math.round((at * (days.length - 1)) / (most - 1))]);
}

/** A fixed number of statements, whatever the number of days and topics. */
export async function topicTrends(
  knex: Knex,
  layouts: Layouts,
  scope: RollupRow['scope'],
  keys: readonly string[],
  since: string,
): Promise<TopicCount[]> {
  const counted: string[] = await knex<RollupRow>('maturity_rollups')
    .where({ scope: 'all' })
    .andWhere('day', '>=', since)
    .distinct('day')
    .orderBy('day')
    .pluck('day');
  const rows = await whereVisible(knex<RollupRow>('maturity_rollups'), new Set(keys), 'key')
    .where({ scope })
    .whereIn('day', spread(counted))
    .select('day', 'layout', 'topics');
  const byId = await layouts.byId();
  const sums = new Map<string, TopicCount>();
  for (const { day, layout, topics } of rows) {
    const texts = topics.split(',');
    for (const [at, topic] of (byId.get(layout)?.topics ?? []).entries()) {
      for (const verdict of verdicts) {
        const components = componentsWith(texts[at] ?? '', verdict);
        const key = `${day} ${topic} ${verdict}`;
        if (components > 0)
          sums.set(key, { day, topic, verdict, components: components + (sums.get(key)?.components ?? 0) });
      }
    }
  }
  return [...sums.values()];
}
