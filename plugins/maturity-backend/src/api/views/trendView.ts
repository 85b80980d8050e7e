// A trend as the API shows it: one point for each day that was counted.
import type { Trend, TrendPoint, TrendQuery } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { InputError } from '@backstage/errors';
import type { Belonging } from '../../components/Hierarchy';
import { groupBy } from '@maturity-roadmap/engine';
import type { HistoryStore } from '../../store/HistoryStore';

const day = 24 * 60 * 60_000;

/**
 * The counts of the days asked for.
 *
 * @param belonging - what is below the entity that the query names, if it names one
 *
 * @throws InputError if the scope needs a key
 */
export async function trendView(
  history: HistoryStore,
  query: TrendQuery,
  now: Date,
  belonging?: Belonging,
): Promise<Trend> {
  const { topic = '', days = 90 } = query;
  const scope = belonging?.by ?? query.scope ?? 'all';
  const keys = belonging?.keys ?? (query.key ? [query.key] : []);
  if (scope !== 'all' && !belonging && keys.length === 0) throw new InputError(`A trend of one ${scope} needs "key".`);
  const since = new Date(now.getTime() - (days - 1) * day).toISOString().slice(0, 10);
  const rows = await history.trend(scope, scope === 'all' ? [''] : keys, topic, since);
  const points = [...groupBy(rows, row => row.day)].map(([at, some]): TrendPoint => {
    const components = Object.fromEntries(some.map(row => [row.value, Number(row.components)]));
    const scored = some.filter(row => row.score !== null);
    const count = scored.reduce((sum, row) => sum + Number(row.components), 0);
    const score = scored.reduce((sum, row) => sum + Number(row.score), 0) / count;
    return { day: at, components, ...(count > 0 ? { score } : {}) };
  });
  return { points };
}
