// The routes about many components: table, counts, trend, heat map and what lifts most.
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type {
  ComponentsQuery,
  HeatMapQuery,
  OrganisationQuery,
  TrendQuery,
} from '@maturity-roadmap/backstage-plugin-maturity-common';
import { maturityOrganisationReadPermission } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Request, Router } from 'express';
import { Hierarchy } from '../components/Hierarchy';
import type { Visible } from '../store/visibility';
import { PerCaller } from './PerCaller';
import type { RouterParts } from './router';
import { componentsCsv } from './views/componentsCsv';
import { heatMapView } from './views/heatMapView';
import { leverageView } from './views/leverageView';
import { componentPage, organisationSummary } from './views/organisationViews';
import { trendView } from './views/trendView';

/** How long groups, systems and domains are remembered, in milliseconds. */
const hierarchyFor = 15_000;
/** More components than any catalog has. */
const exportLimit = 1_000_000;

/** All count only what the caller may see. */
export function addOrganisationRoutes(router: Router, parts: RouterParts): void {
  const { access, catalog, content, checks, queries, sources } = parts;
  const hierarchies = new PerCaller(hierarchyFor, credentials => Hierarchy.read(catalog, credentials));
  const callerOf = (request: Request) => access.require(request, maturityOrganisationReadPermission);

  /** The components that the caller may see and that belong to what the query names. */
  const visibleWithin = async (credentials: BackstageCredentials, within?: string): Promise<Visible> => {
    const visible = await access.visibleTo(credentials);
    if (!within) return visible;
    const { by, keys } = (await hierarchies.get(credentials)).belongingTo(within);
    return queries.within(by, keys, visible);
  };

  router.get('/components', async (request, response) => {
    const credentials = await callerOf(request);
    const query = request.query as ComponentsQuery;
    const page = await queries.components(query, await visibleWithin(credentials, query.within));
    const topics = query.topics ? await queries.topicVerdicts(page.rows.map(row => row.component_ref)) : undefined;
    response.json(componentPage(await content.roadmap(), page, topics));
  });

  router.get('/components/export', async (request, response) => {
    const credentials = await callerOf(request);
    const query = { ...(request.query as ComponentsQuery), limit: exportLimit, offset: 0 };
    const page = await queries.components(query, await visibleWithin(credentials, query.within));
    response
      .type('text/csv')
      .attachment('components.csv')
      .send(componentsCsv(componentPage(await content.roadmap(), page).items));
  });

  router.get('/organisation/summary', async (request, response) => {
    const credentials = await callerOf(request);
    const { within } = request.query as OrganisationQuery;
    const visible = await visibleWithin(credentials, within);
    const [levels, topics, movers, unknowns, stored] = await Promise.all([
      queries.levels(visible),
      queries.topics(visible),
      queries.transitions({ levelsOf: visible }, 10),
      queries.unknowns(visible, 50),
      sources.list(),
    ]);
    response.json(
      organisationSummary(await content.roadmap(), {
        levels,
        topics,
        movers,
        unknowns,
        // Workloads of nobody belong to no group either.
        sources: within ? stored.map(source => ({ ...source, unmapped: [] })) : stored,
        visible,
      }),
    );
  });

  router.get('/organisation/trend', async (request, response) => {
    const credentials = await callerOf(request);
    const query = request.query as TrendQuery;
    // Counts of days past can't be split by what a caller may see.
    if (await access.visibleTo(credentials))
      throw new NotAllowedError('Trends count all components, and you may see only some of them.');
    const belonging = query.within ? (await hierarchies.get(credentials)).belongingTo(query.within) : undefined;
    response.json(await trendView(parts.history, query, new Date(), belonging));
  });

  router.get('/organisation/heatmap', async (request, response) => {
    const credentials = await callerOf(request);
    const { by = 'owner' } = request.query as HeatMapQuery;
    const visible = await access.visibleTo(credentials);
    const [entries, levels, topics, hierarchy] = await Promise.all([
      queries.heatMap(by, visible),
      queries.levels(visible),
      queries.topics(visible),
      hierarchies.get(credentials),
    ]);
    const components = levels.reduce((sum, level) => sum + level.components, 0);
    response.json(heatMapView(entries, { components, topics }, hierarchy));
  });

  router.get('/organisation/leverage', async (request, response) => {
    const credentials = await callerOf(request);
    const { within } = request.query as OrganisationQuery;
    response.json(leverageView(await queries.leverage(await visibleWithin(credentials, within)), checks));
  });
}
