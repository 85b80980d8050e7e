// The routes for who steers: topics over time, who moved, what would be if, what lies behind a cell.
import { NotAllowedError } from '@backstage/errors';
import type {
  CellQuery,
  MoversQuery,
  TopicTrendsQuery,
  WhatIfQuery,
} from '@maturity-roadmap/backstage-plugin-maturity-common';
import { maturityOrganisationReadPermission } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { adviceTopicsOf } from '@maturity-roadmap/engine';
import type { Request, Router } from 'express';
import { dayBefore } from '../store/days';
import type { RouterParts } from './router';
import type { Parts } from './Parts';
import { cellView } from './views/steering/cellView';
import { moversView } from './views/steering/moversView';
import { tellingPositions } from './views/steering/partSummary';
import { topicTrendsView } from './views/steering/topicTrendsView';
import { whatIf } from './views/steering/whatIf';

/** Changes of level that are looked through; more than any organisation has in the days it looks back. */
const moversRead = 5_000;

/** All count only what the caller may see. */
export function addSteeringRoutes(router: Router, parts: RouterParts, of: Parts): void {
  const { access, content, checks, queries, history } = parts;
  const callerOf = (request: Request) => access.require(request, maturityOrganisationReadPermission);
  const positions = tellingPositions(checks);
  const adviceTopics = adviceTopicsOf(checks);

  router.get('/organisation/topic-trends', async (request, response) => {
    const credentials = await callerOf(request);
    const query = request.query as TopicTrendsQuery;
    if (await access.visibleTo(credentials))
      throw new NotAllowedError('Trends count all components, and you may see only some of them.');
    const { scope, keys } = await of.countedBy(credentials, query);
    response.json(topicTrendsView(await history.topicTrends(scope, keys, dayBefore(new Date(), query.days ?? 90))));
  });

  router.get('/organisation/movers', async (request, response) => {
    const credentials = await callerOf(request);
    const query = request.query as MoversQuery;
    const visible = await of.visible(credentials, query);
    const found = await queries.transitions({ levelsOf: visible }, moversRead);
    response.json(moversView(found, query, await content.roadmap(), checks, new Date()));
  });

  router.get('/organisation/what-if', async (request, response) => {
    const credentials = await callerOf(request);
    const query = request.query as unknown as WhatIfQuery;
    response.json(whatIf(await of.components(credentials, query), checks, await content.roadmap(), query));
  });

  router.get('/organisation/cell', async (request, response) => {
    const credentials = await callerOf(request);
    const query = request.query as unknown as CellQuery;
    const components = await of.components(credentials, query);
    const read = (refs: readonly string[]) => queries.recordsOf(refs);
    response.json(
      await cellView(components, positions.get(query.topic) ?? [], query, read, adviceTopics.has(query.topic)),
    );
  });
}
