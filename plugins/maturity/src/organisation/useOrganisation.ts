// All that the organisation's page asks for, in one round.
import { useApi } from '@backstage/core-plugin-api';
import type { ComponentsQuery, PartQuery } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { maturityApiRef } from '../api/MaturityApi';
import { useLoad } from '../hooks/useLoad';
import type { MoversView } from './MoversCard';

/**
 * Each answer loads, fails and is asked for again by itself. While a filter changes, the old answers stay.
 *
 * @param within - entity ref that bounds everything; answers within one say nothing of another
 * @param days - back from today
 * @param changes - of the standard, to try out; the checks are asked for only then
 */
export function useOrganisation(
  within: string | undefined,
  part: PartQuery,
  days: number,
  movers: MoversView,
  changes: readonly string[],
  query: ComponentsQuery,
) {
  const api = useApi(maturityApiRef);
  const key = JSON.stringify(part);
  const { direction, limit } = movers;
  const moversQuery = { ...part, days, limit, ...(direction ? { direction: direction as 'rose' | 'fell' } : {}) };
  const isTrying = changes.length > 0;
  return {
    summary: useLoad(`summary/${key}`, signal => api.getOrganisation(part, signal), `summary/${within}`),
    trend: useLoad(`trend/${key}/${days}`, signal => api.getTrend({ ...part, days }, signal), `trend/${within}`),
    topicTrends: useLoad(
      `topics/${key}/${days}`,
      signal => api.getTopicTrends({ ...part, days }, signal),
      `topics/${within}`,
    ),
    leverage: useLoad(`leverage/${key}`, signal => api.getLeverage(part, signal), `leverage/${within}`),
    movers: useLoad(
      `movers/${JSON.stringify(moversQuery)}`,
      signal => api.getMovers(moversQuery, signal),
      `movers/${within}`,
    ),
    page: useLoad(JSON.stringify(query), signal => api.getComponents(query, signal), `page/${within}`),
    checks: useLoad(`checks/${isTrying}`, async signal => (isTrying ? api.getChecks(signal) : undefined)),
    whatIf: useLoad(
      `what-if/${key}/${changes.join()}`,
      async signal => (isTrying ? api.getWhatIf({ ...part, change: changes }, signal) : undefined),
      `what-if/${within}/${isTrying}`,
    ),
  };
}
