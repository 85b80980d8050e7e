// Counts of all topics on some of the days of a range.
import type { Knex } from 'knex';
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

/** Two statements, whatever the number of days and topics. */
export async function topicTrends(
  knex: Knex,
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
    .whereNot('topic', '')
    .whereIn('day', spread(counted))
    .groupBy('day', 'topic', 'value')
    .select('day', 'topic', 'value')
    .sum({ components: 'components' });
  return rows.map(({ day, topic, value, components }) => ({
    day: String(day),
    topic: String(topic),
    verdict: String(value),
    components: Number(components),
  }));
}
