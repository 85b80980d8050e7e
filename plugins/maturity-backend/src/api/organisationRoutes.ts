// The routes about many components: table, counts, trend, heat map and what lifts most.
import { NotAllowedError } from '@backstage/errors';
import type {
  ComponentsQuery,
  HeatMapQuery,
  OrganisationQuery,
  TrendQuery,
} from '@maturity-roadmap/backstage-plugin-maturity-common';
import { maturityOrganisationReadPermission } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { adviceTopicsOf } from '@maturity-roadmap/engine';
import type { Request, Router } from 'express';
import { namespaceControls } from '../scoring/namespaceControls';
import type { ListedReport } from '../store/componentList';
import { lookBack } from '../store/days';
import type { Visible } from '../store/visibility';
import { Parts } from './Parts';
import type { RouterParts } from './router';
import { addSteeringRoutes } from './steeringRoutes';
import { componentsCsv } from './views/componentsCsv';
import { heatMapColumns, heatMapView } from './views/heatMapView';
import { leverageView } from './views/leverageView';
import { componentPage, organisationSummary } from './views/organisationViews';
import { componentsIn, needsCensus } from './views/steering/componentsIn';
import { controlLeverage } from './views/steering/controlLeverage';
import { heatMapEntries } from './views/steering/heatMapEntries';
import { levelsIn, tellingPositions, topicVerdictsIn, topicsIn, unknownGroups } from './views/steering/partSummary';
import { trendView } from './views/trendView';

/** More components than any catalog has. */
const exportLimit = 1_000_000;
const moversShown = 10;

/** All count only what the caller may see. */
export function addOrganisationRoutes(router: Router, parts: RouterParts): void {
  const { access, catalog, census, content, checks, queries, sources } = parts;
  const of = new Parts(access, queries, census, catalog);
  const callerOf = (request: Request) => access.require(request, maturityOrganisationReadPermission);
  const positions = tellingPositions(checks);
  const adviceTopics = adviceTopicsOf(checks);

  // Days are not written down for single environments.
  const scoresBefore = async ({ environment, days = 90 }: ComponentsQuery, visible: Visible) =>
    environment ? undefined : parts.history.scoresBefore(visible, lookBack(new Date(), days));

  const scoresOf = (rows: readonly ListedReport[], query: ComponentsQuery) =>
    scoresBefore(query, new Set(rows.map(row => row.component_ref)));

  const list = async (credentials: BackstageCredentials, query: ComponentsQuery) => {
    if (!needsCensus(query)) return queries.components(query, await of.visible(credentials, query));
    const { levels } = await content.roadmap();
    const rankOf = (level: string) => levels.findIndex(({ id }) => id === level);
    const before = query.sort === 'change' ? await scoresBefore(query, undefined) : undefined;
    return componentsIn(await of.components(credentials, query), query, positions, rankOf, before);
  };

  const topicsOf = async (rows: readonly ListedReport[], { environment }: ComponentsQuery) => {
    const refs = rows.map(row => row.component_ref);
    if (!environment) return queries.topicVerdicts(refs);
    const all = await census.get();
    return topicVerdictsIn(
      refs.flatMap(ref => all.get(ref) ?? []),
      environment,
      positions,
    );
  };

  router.get('/components', async (request, response) => {
    const credentials = await callerOf(request);
    const query = request.query as ComponentsQuery;
    const page = await list(credentials, query);
    const topics = query.topics ? await topicsOf(page.rows, query) : undefined;
    response.json(componentPage(await content.roadmap(), page, topics, await scoresOf(page.rows, query)));
  });

  router.get('/components/export', async (request, response) => {
    const credentials = await callerOf(request);
    const query = { ...(request.query as ComponentsQuery), limit: exportLimit, offset: 0 };
    const page = await list(credentials, query);
    response
      .type('text/csv')
      .attachment('components.csv')
      .send(
        componentsCsv(componentPage(await content.roadmap(), page, undefined, await scoresOf(page.rows, query)).items),
      );
  });

  router.get('/organisation/summary', async (request, response) => {
    const credentials = await callerOf(request);
    const query = request.query as OrganisationQuery;
    const { environment, within } = query;
    const [visible, components, stored] = await Promise.all([
      of.visible(credentials, query),
      of.components(credentials, query),
      sources.list(),
    ]);
    const [levels, topics, movers] = await Promise.all([
      environment ? levelsIn(components, environment) : queries.levels(visible),
      environment
        ? new Map([...topicsIn(components, environment, positions)].map(([id, share]) => [id, new Map([['', share]])]))
        : queries.topics(visible),
      queries.transitions({ levelsOf: visible }, moversShown),
    ]);
    const statuses = stored.map(({ status }) => status);
    response.json(
      organisationSummary(await content.roadmap(), {
        adviceTopics,
        levels,
        topics,
        movers,
        unknowns: unknownGroups(components, environment, statuses),
        // Workloads of nobody belong to no group either.
        sources: within ? stored.map(source => ({ ...source, unmapped: [] })) : stored,
        ...(environment ? { environment } : {}),
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
    const isPart = query.within !== undefined || query.environment !== undefined;
    const counted = isPart ? await of.countedBy(credentials, query) : undefined;
    response.json(await trendView(parts.history, query, new Date(), counted));
  });

  router.get('/organisation/heatmap', async (request, response) => {
    const credentials = await callerOf(request);
    const query = request.query as HeatMapQuery;
    const { by = 'owner', environment, within } = query;
    const column = by === 'owner' ? 'owner' : 'system';
    const hierarchy = await of.hierarchy(credentials);
    const visible = await of.visible(credentials, query);
    const count = async () => {
      if (environment) {
        const there = await of.components(credentials, query);
        const topics = new Map(
          [...topicsIn(there, environment, positions)].map(([id, share]) => [id, new Map([['', share]])]),
        );
        const entries = heatMapEntries(there, column, environment, positions);
        return { entries, components: there.length, topics };
      }
      const [entries, levels, topics] = await Promise.all([
        queries.heatMap(column, visible),
        queries.levels(visible),
        queries.topics(visible),
      ]);
      return { entries, components: levels.reduce((sum, level) => sum + level.components, 0), topics };
    };
    const { entries, ...total } = await count();
    // Systems by themselves, or below their domains.
    const { rows, ...map } = heatMapView(entries, total, hierarchy, by === 'system');
    const shown = within ? new Set(hierarchy.below(within.toLocaleLowerCase('en-US'))) : undefined;
    response.json({
      ...map,
      rows: shown ? rows.filter(row => shown.has(row.key)) : rows,
      roadmap: heatMapColumns(await content.roadmap(), adviceTopics),
      environments: (await sources.list()).map(({ status }) => status.environment),
    });
  });

  router.get('/organisation/leverage', async (request, response) => {
    const credentials = await callerOf(request);
    const query = request.query as OrganisationQuery;
    const components = await of.components(credentials, query);
    const controls = controlLeverage(components, namespaceControls, checks, query.environment);
    response.json({ ...leverageView(components, checks), controls });
  });

  addSteeringRoutes(router, parts, of);
}
