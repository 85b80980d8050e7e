// The routes of the REST API: who may call them, what they ask for, what they answer.
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import type { AuditorService, LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Check } from '@maturity-roadmap/engine';
import type { Router } from 'express';
import { json } from 'express';
import type { CatalogComponents } from '../components/CatalogComponents';
import type { ContentStore } from '../content/ContentStore';
import type { Census } from '../store/Census';
import type { CheckQueries } from '../store/CheckQueries';
import type { HistoryStore } from '../store/HistoryStore';
import type { InsightStore } from '../store/InsightStore';
import type { LearningStore } from '../store/LearningStore';
import type { ProgressStore } from '../store/ProgressStore';
import type { Queries } from '../store/queries';
import type { Recheck } from '../store/Recheck';
import type { ReportStore } from '../store/ReportStore';
import type { RoadmapQueries } from '../store/RoadmapQueries';
import type { SourceStore } from '../store/SourceStore';
import type { Access } from './Access';
import type { AdminParts } from './adminRoutes';
import { addAdminRoutes } from './adminRoutes';
import { addCheckRoutes } from './checkRoutes';
import { openApi } from './openapi';
import { addOrganisationRoutes } from './organisationRoutes';
import { addProgressRoutes } from './progressRoutes';
import { addReportRoutes } from './reportRoutes';
import { giveRequestId, logFailures } from './requestIds';
import { addRoadmapRoutes } from './roadmapRoutes';
import { observedAt } from './views/organisationViews';

/** What the routes need. */
export interface RouterParts {
  access: Access;
  catalog: CatalogService;
  census: Census;
  components: CatalogComponents;
  content: ContentStore;
  checks: readonly Check[];
  reports: ReportStore;
  insights: InsightStore;
  queries: Queries;
  roadmapQueries: RoadmapQueries;
  checkQueries: CheckQueries;
  sources: SourceStore;
  recheck: Recheck;
  history: HistoryStore;
  progress: ProgressStore;
  learning: LearningStore;
  auditor: AuditorService;
  logger: LoggerService;
  admin: AdminParts;
}

/** The router of the plugin. */
export function createRouter(parts: RouterParts): Router {
  const router = createValidatedOpenApiRouter(openApi as never, {
    middleware: [giveRequestId, json()],
    validatorOptions: { validateRequests: { allowUnknownQueryParameters: false } },
  }) as unknown as Router;

  router.get('/health', async (_request, response) => {
    const observed = observedAt(await parts.sources.list());
    response.json({ status: 'ok', ...(observed ? { observedAt: observed } : {}) });
  });

  addRoadmapRoutes(router, parts);
  addCheckRoutes(router, parts);
  addOrganisationRoutes(router, parts);
  addProgressRoutes(router, parts);
  addReportRoutes(router, parts);
  addAdminRoutes(router, parts);

  router.use((request, _response) => {
    throw new NotFoundError(`There is no ${request.method} ${request.path}. GET /openapi.json describes the API.`);
  });
  router.use(logFailures(parts.logger));
  return router;
}
