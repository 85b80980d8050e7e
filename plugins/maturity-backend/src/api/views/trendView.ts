// A trend as the API shows it: one point for each day that was counted.
import type { Trend, TrendPoint, TrendQuery } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { InputError } from '@backstage/errors';
import { groupBy } from '@maturity-roadmap/engine';
import type { CountedBy } from '../Parts';
import { dayBefore } from '../../store/days';
import type { HistoryStore } from '../../store/HistoryStore';

/**
 * The counts of the days asked for.
 *
 * @param counted - the part that the query names, if it names one
 *
 * @throws InputError if the scope needs a key
 */
export async function trendView(
  history: HistoryStore,
  query: TrendQuery,
  now: Date,
  counted?: CountedBy,
): Promise<Trend> {
  const { topic = '', days = 90 } = query;
  const scope = counted?.scope ?? query.scope ?? 'all';
  const keys = counted?.keys ?? (query.key ? [query.key] : []);
  if (scope !== 'all' && !counted && keys.length === 0) throw new InputError(`A trend of one ${scope} needs "key".`);
  const rows = await history.trend(scope, scope === 'all' ? [''] : keys, topic, dayBefore(now, days));
  const points = [...groupBy(rows, row => row.day)].map(([at, some]): TrendPoint => {
    const components = Object.fromEntries(some.map(row => [row.value, Number(row.components)]));
    const scored = some.filter(row => row.score !== null);
    const count = scored.reduce((sum, row) => sum + Number(row.components), 0);
    const score = scored.reduce((sum, row) => sum + Number(row.score), 0) / count;
    return { day: at, components, ...(count > 0 ? { score } : {}) };
  });
  return { points };
}
