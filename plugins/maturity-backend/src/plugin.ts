// The backend plugin: reads its configuration and wires the stages and the API.
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { coreServices, createBackendPlugin } from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { ScmIntegrations } from '@backstage/integration';
import { ConflictError } from '@backstage/errors';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { maturityPermissions } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Source } from '@maturity-roadmap/backstage-plugin-maturity-node';
import {
  maturityChecksExtensionPoint,
  maturitySourcesExtensionPoint,
} from '@maturity-roadmap/backstage-plugin-maturity-node';
import { allChecks, fieldsRead } from '@maturity-roadmap/checks';
import type { Check } from '@maturity-roadmap/engine';
import { Access } from './api/Access';
import { createRouter } from './api/router';
import { CatalogComponents } from './components/CatalogComponents';
import { CatalogWatch } from './components/CatalogWatch';
import { readConfig } from './config';
import { ContentStore } from './content/ContentStore';
import { FileTreeReader } from './files/FileTreeReader';
import { RequestBudget } from './files/RequestBudget';
import { repositoryRoot } from './files/repositoryRoot';
import { keepingMetrics } from './keeping/metrics';
import { ReportSignals } from './keeping/ReportSignals';
import { Standards } from './keeping/Standards';
import type { PipelineParts } from './pipeline';
import { runPipelines } from './pipeline';
import { KubernetesPluginGateway } from './source/KubernetesPluginGateway';
import { ManifestSource } from './source/ManifestSource';
import { RepositorySource } from './source/RepositorySource';
import { Census } from './store/Census';
import { CheckQueries } from './store/CheckQueries';
import { openDatabase } from './store/Database';
import { HistoryStore } from './store/HistoryStore';
import { InsightStore } from './store/InsightStore';
import { LearningStore } from './store/LearningStore';
import { Leases } from './store/Leases';
import { OperationStore } from './store/OperationStore';
import { ProgressStore } from './store/ProgressStore';
import { Queries } from './store/queries';
import { Recheck } from './store/Recheck';
import { ReportStore } from './store/ReportStore';
import { RoadmapQueries } from './store/RoadmapQueries';
import { SourceStore } from './store/SourceStore';
import { TreeStore } from './store/TreeStore';
import { StandardWatch } from './standard/StandardWatch';

/**
 * Judges the components of the catalog by the checks of the roadmap and serves what it found.
 *
 * @public
 */
export const maturityPlugin = createBackendPlugin({
  pluginId: 'maturity',
  register(env) {
    const checks: Check[] = [...allChecks];
    const added: Source[] = [];
    env.registerExtensionPoint(maturityChecksExtensionPoint, {
      addCheck: (...more) => {
        for (const check of more) {
          if (checks.some(({ id }) => id === check.id))
            throw new ConflictError(`There already is a check "${check.id}".`);
          checks.push(check);
        }
      },
    });
    env.registerExtensionPoint(maturitySourcesExtensionPoint, { addSource: (...more) => added.push(...more) });

    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        urlReader: coreServices.urlReader,
        userInfo: coreServices.userInfo,
      },
      async init(services) {
        const { auth, auditor, catalog, discovery, events, logger, metrics } = services;
        const config = readConfig(services.config);
        const knex = await openDatabase(services.database);
        const trees = new FileTreeReader(services.urlReader);
        const content = new ContentStore(config.content, trees, logger);
        const { ownChecks, checks: settings } = config;
        const watch = new StandardWatch({ known: checks, ownChecks, settings, trees, logger });
        const standards = new Standards((await watch.read())!, content);
        const components = new CatalogComponents(catalog, auth, {
          ...(config.componentTypes ? { types: config.componentTypes } : {}),
          ...(config.repositories.folder ? { repositoriesFolder: config.repositories.folder } : {}),
          keepEntities: () => standards.checks.some(({ appliesTo }) => appliesTo !== undefined),
        });
        const reports = new ReportStore(knex, standards.composer);
        const insights = new InsightStore(knex);
        const sources = new SourceStore(knex);
        const recheck = new Recheck(knex);
        const signals = new ReportSignals(events, logger);
        const history = new HistoryStore(knex);
        const numbers = keepingMetrics(metrics);
        const leases = new Leases(knex, `${hostname()}-${randomUUID()}`);
        const operations = new OperationStore(knex);
        const budget = new RequestBudget(config.repositories.requests);
        const treeStore = new TreeStore(knex);
        const integrations = ScmIntegrations.fromConfig(services.config);
        const parts: Omit<PipelineParts, 'checks'> = {
          leases,
          operations,
          budget,
          trees: treeStore,
          ...(config.clusters.enabled ? { gateway: new KubernetesPluginGateway(auth, discovery) } : {}),
          exclude: config.clusters.exclude,
          secretMetadata: config.clusters.secretMetadata,
          ...(config.clusters.custom ? { custom: config.clusters.custom } : {}),
          wholeSources: [...config.manifests.map(options => new ManifestSource(options, trees)), ...added],
          catalog: new CatalogWatch(components, logger),
          repositories: new RepositorySource({
            trees,
            memory: treeStore,
            budget,
            enabled: config.repositories.enabled,
            rootOf: url => repositoryRoot(url, integrations),
            onRequest: numbers.repositoryRequest,
          }),
          history,
          historyDays: config.historyDays,
          everyMinutes: config.everyMinutes,
          ownChecks: new Set(allChecks),
          fieldsRead,
          standards,
          reports,
          insights,
          recheck,
          sources,
          logger,
          metrics: numbers,
          onReports: refs => signals.changed(refs),
        };
        const access = new Access(services);
        // Made anew when the checks change: some of what it answers follows from them alone.
        const makeRouter = () => {
          const census = new Census(knex, standards.checks);
          census.begin();
          return createRouter({
            access,
            catalog,
            census,
            components,
            content,
            checks: standards.checks,
            reports,
            insights,
            queries: new Queries(knex),
            roadmapQueries: new RoadmapQueries(knex),
            checkQueries: new CheckQueries(knex),
            sources,
            recheck,
            history,
            progress: new ProgressStore(knex),
            learning: new LearningStore(knex),
            auditor,
            admin: { leases, operations, budget, repositoriesEnabled: config.repositories.enabled },
            logger,
          });
        };
        let router = makeRouter();
        const shutdown = new AbortController();
        services.lifecycle.addStartupHook(() => {
          const run = runPipelines(parts, watch, () => (router = makeRouter()), shutdown.signal);
          const running = run.catch(error => logger.error(`stopped: ${error}`));
          services.lifecycle.addShutdownHook(async () => {
            shutdown.abort();
            await running;
          });
        });
        services.permissionsRegistry.addPermissions(maturityPermissions);
        services.httpRouter.addAuthPolicy({ path: '/health', allow: 'unauthenticated' });
        services.httpRouter.use((request, response, next) => router(request, response, next));
      },
    });
  },
});
