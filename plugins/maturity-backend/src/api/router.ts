// The routes of the REST API: who may call them, what they ask for, what they answer.
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  maturityRecheckPermission,
  maturityReportReadPermission,
  maturityRoadmapReadPermission,
} from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Check } from '@maturity-roadmap/engine';
import type { Request, Router } from 'express';
import type { AuditorService, BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CatalogComponents } from '../components/CatalogComponents';
import type { ContentStore } from '../content/ContentStore';
import type { Census } from '../store/Census';
import type { HistoryStore } from '../store/HistoryStore';
import type { ProgressStore } from '../store/ProgressStore';
import type { Queries } from '../store/queries';
import { nameOf } from '../store/componentList';
import type { Recheck } from '../store/Recheck';
import type { ReportStore } from '../store/ReportStore';
import type { SourceStore } from '../store/SourceStore';
import type { Access } from './Access';
import type { AdminParts } from './adminRoutes';
import { addAdminRoutes } from './adminRoutes';
import { openApi } from './openapi';
import { addOrganisationRoutes } from './organisationRoutes';
import { addProgressRoutes } from './progressRoutes';
import { waitFor } from './waitFor';
import { checkList } from './views/checkViews';
import { observedAt } from './views/organisationViews';
import { reportView } from './views/reportViews';
import { roadmapSummary, roadmapView, topicView } from './views/roadmapViews';

/** What the routes need. */
export interface RouterParts {
  access: Access;
  catalog: CatalogService;
  census: Census;
  components: CatalogComponents;
  content: ContentStore;
  checks: readonly Check[];
  reports: ReportStore;
  queries: Queries;
  sources: SourceStore;
  recheck: Recheck;
  history: HistoryStore;
  progress: ProgressStore;
  auditor: AuditorService;
  admin: AdminParts;
}

const mineLimit = 50;

/** The router of the plugin. */
export function createRouter(parts: RouterParts): Router {
  const { access, catalog, components, content, checks, reports, queries, sources } = parts;
  const router = createValidatedOpenApiRouter(openApi as never, {
    validatorOptions: { validateRequests: { allowUnknownQueryParameters: false } },
  }) as unknown as Router;

  router.get('/health', async (_request, response) => {
    const observed = observedAt(await sources.list());
    response.json({ status: 'ok', ...(observed ? { observedAt: observed } : {}) });
  });

  router.get('/roadmaps', async (request, response) => {
    await access.require(request, maturityRoadmapReadPermission);
    const { roadmaps, problems } = await content.get();
    response.json({ items: roadmaps.map(roadmap => roadmapSummary(roadmap, checks)), problems });
  });

  router.get('/roadmaps/:roadmapId', async (request, response) => {
    const credentials = await access.require(request, maturityRoadmapReadPermission);
    const roadmap = await content.roadmap(request.params.roadmapId);
    const [visible, owners] = await Promise.all([access.visibleTo(credentials), access.ownershipOf(credentials)]);
    const [levels, topics, mine, stored] = await Promise.all([
      queries.levels(visible),
      queries.topics(visible),
      queries.ownedBy(owners, visible, mineLimit),
      sources.list(),
    ]);
    // Levels are reached by checks, so nobody stands on the ladder of a roadmap without any.
    const { proven } = roadmapSummary(roadmap, checks);
    const mineByTopic = await queries.topicVerdicts(mine.map(row => row.component_ref));
    const observed = observedAt(stored);
    response.json(
      roadmapView(roadmap, {
        levels: proven ? levels : [],
        topics,
        mine: mine.map(nameOf),
        mineByTopic,
        environments: stored.map(({ status }) => status.environment),
        ...(observed ? { observedAt: observed } : {}),
      }),
    );
  });

  router.get('/roadmaps/:roadmapId/topics/:topicId', async (request, response) => {
    const credentials = await access.require(request, maturityRoadmapReadPermission);
    const { roadmapId, topicId } = request.params;
    const roadmap = await content.roadmap(roadmapId);
    if (!roadmap.topics.has(topicId)) {
      throw new NotFoundError(
        `The roadmap ${roadmapId} has no topic "${topicId}". GET /roadmaps/${roadmapId} lists them.`,
      );
    }
    const [visible, owners] = await Promise.all([access.visibleTo(credentials), access.ownershipOf(credentials)]);
    const [shares, checkShares, meets, misses] = await Promise.all([
      queries.topics(visible, topicId),
      queries.checks(visible),
      queries.topicComponents(topicId, ['pass', 'warn'], visible, 10),
      queries.topicComponents(topicId, ['fail', 'unknown'], visible, 50, owners),
    ]);
    const found = { shares: shares.get(topicId) ?? new Map(), checks, checkShares, meets, misses, owners };
    response.json(topicView(roadmap, topicId, found));
  });

  router.get('/checks', async (request, response) => {
    const credentials = await access.require(request, maturityRoadmapReadPermission);
    response.json(checkList(checks, await queries.checks(await access.visibleTo(credentials))));
  });

  addOrganisationRoutes(router, parts);
  addProgressRoutes(router, parts);
  addAdminRoutes(router, parts);

  const answerReport = async (request: Request, credentials: BackstageCredentials) => {
    const { kind, namespace, name } = request.params;
    const ref = `${kind}:${namespace}/${name}`.toLocaleLowerCase('en-US');
    const entity = await catalog.getEntityByRef(ref, { credentials });
    if (!entity) throw new NotFoundError(`There is no entity ${ref}, or you may not see it.`);
    if (entity.kind !== 'Component') throw new NotFoundError(`${ref} is no component: only components are judged.`);
    const stored = await reports.get(ref);
    if (!stored) throw new NotFoundError(`${ref} has not been judged yet: the next run will judge it.`);
    return reportView({
      component: components.toComponent(entity),
      report: stored.report,
      roadmap: await content.roadmap(),
      checks,
      transitions: await queries.transitions({ component: ref }, 50),
      sources: await sources.list(),
    });
  };

  router.get('/reports/:kind/:namespace/:name', async (request, response) => {
    const credentials = await access.require(request, maturityReportReadPermission);
    response.json(await answerReport(request, credentials));
  });

  router.post('/reports/:kind/:namespace/:name/recheck', async (request, response) => {
    await access.require(request, maturityRecheckPermission);
    const credentials = await access.require(request, maturityReportReadPermission);
    // Answers 404 before any work is done for an entity that is not the caller's to see.
    const { component } = await answerReport(request, credentials);
    const event = await parts.auditor.createEvent({ eventId: 'recheck', request, meta: { component: component.ref } });
    try {
      await parts.recheck.request(component.ref);
      await waitFor(async () => !(await parts.recheck.isPending(component.ref)));
      await event.success();
    } catch (error) {
      await event.fail({ error: error as Error });
      throw error;
    }
    response.json(await answerReport(request, credentials));
  });

  router.use((request, _response) => {
    throw new NotFoundError(`There is no ${request.method} ${request.path}. GET /openapi.json describes the API.`);
  });
  return router;
}
