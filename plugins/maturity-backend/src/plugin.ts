// The backend plugin: reads its configuration, wires the stages and the API, and schedules the runs.
import { setTimeout as delay } from 'node:timers/promises';
import { coreServices, createBackendPlugin } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { maturityPermissions } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Source } from '@maturity-roadmap/backstage-plugin-maturity-node';
import {
  maturityChecksExtensionPoint,
  maturitySourcesExtensionPoint,
} from '@maturity-roadmap/backstage-plugin-maturity-node';
import { allChecks } from '@maturity-roadmap/checks';
import type { Check } from '@maturity-roadmap/engine';
import { Access } from './api/Access';
import { createRouter } from './api/router';
import { CatalogComponents } from './components/CatalogComponents';
import { readConfig } from './config';
import { assembleChecks } from './standard/assembleChecks';
import { ContentStore } from './content/ContentStore';
import { FileTreeReader } from './files/FileTreeReader';
import { Pipeline } from './pipeline';
import { ClusterSource } from './source/ClusterSource';
import { KubernetesPluginGateway } from './source/KubernetesPluginGateway';
import { ManifestSource } from './source/ManifestSource';
import { RepositorySource } from './source/RepositorySource';
import { openDatabase } from './store/Database';
import { Queries } from './store/queries';
import { ReportStore } from './store/ReportStore';
import { SourceStore } from './store/SourceStore';

/** Time after which a run is given up and another replica may start one. */
const runTimeout = { minutes: 30 };
/** How often, and after which pause in milliseconds, an empty catalog is looked at again. */
const startAttempts = 12;
const startPause = 5_000;

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
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        urlReader: coreServices.urlReader,
        userInfo: coreServices.userInfo,
      },
      async init(services) {
        const { auth, catalog, discovery, logger, scheduler } = services;
        const config = readConfig(services.config);
        const knex = await openDatabase(services.database);
        const trees = new FileTreeReader(services.urlReader);
        const content = new ContentStore(config.content, trees, logger);
        const components = new CatalogComponents(catalog, auth, {
          ...(config.componentTypes ? { types: config.componentTypes } : {}),
          ...(config.repositories.folder ? { repositoriesFolder: config.repositories.folder } : {}),
        });
        const sources: Source[] = [...config.manifests.map(options => new ManifestSource(options, trees)), ...added];
        if (config.clusters.enabled) {
          sources.push(new ClusterSource(new KubernetesPluginGateway(auth, discovery), config.clusters.exclude));
        }
        const reports = new ReportStore(knex);
        const sourceStates = new SourceStore(knex);
        const repositories = new RepositorySource(trees, config.repositories.enabled);
        const judgedBy = await assembleChecks(checks, config, trees, logger);
        const pipeline = new Pipeline({
          sources,
          components,
          repositories,
          content,
          checks: judgedBy,
          reports,
          sourceStates,
          logger,
        });
        const shutdown = new AbortController();
        services.lifecycle.addShutdownHook(() => shutdown.abort());
        services.permissionsRegistry.addPermissions(maturityPermissions);
        services.httpRouter.addAuthPolicy({ path: '/health', allow: 'unauthenticated' });
        services.httpRouter.use(
          createRouter({
            access: new Access(services),
            catalog,
            components,
            content,
            checks: judgedBy,
            reports,
            queries: new Queries(knex),
            sources: sourceStates,
            recheck: async () => {
              await pipeline.run(shutdown.signal);
            },
          }),
        );
        await scheduler.scheduleTask({
          id: 'maturity-judge',
          frequency: { minutes: config.everyMinutes },
          timeout: runTimeout,
          fn: async signal => {
            const stop = AbortSignal.any([signal as AbortSignal, shutdown.signal]);
            let judged = await pipeline.run(stop);
            // Just after the start the catalog may still be empty; the next regular run would be minutes away.
            for (let attempt = 0; judged === 0 && attempt < startAttempts; attempt++) {
              await delay(startPause, undefined, { signal: stop });
              judged = await pipeline.run(stop);
            }
          },
        });
      },
    });
  },
});
