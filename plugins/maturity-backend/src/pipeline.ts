// Joins the stages: sources are read and indexed, workloads given to components, components judged and stored.
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Source, SourceReading } from '@maturity-roadmap/backstage-plugin-maturity-node';
import type { SourceStatus } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Check, KindId, Workload } from '@maturity-roadmap/engine';
import {
  errorMessage,
  kindDefinitions,
  mapComponents,
  namesOf,
  resolveWorkloads,
  workloadKinds,
} from '@maturity-roadmap/engine';
import type { CatalogComponents } from './components/CatalogComponents';
import type { ContentStore } from './content/ContentStore';
import type { IndexedEnvironment } from './index/indexReading';
import { indexReading } from './index/indexReading';
import { scoreAll } from './scoring/scoreAll';
import type { RepositorySource } from './source/RepositorySource';
import type { ReportStore } from './store/ReportStore';
import type { SourceStore } from './store/SourceStore';

/** The stages and what they need. */
export interface PipelineParts {
  sources: readonly Source[];
  components: CatalogComponents;
  repositories: RepositorySource;
  content: ContentStore;
  checks: readonly Check[];
  reports: ReportStore;
  sourceStates: SourceStore;
  logger: LoggerService;
}

/** Runs the stages. Runs that are asked for while one is under way share the next one. */
export class Pipeline {
  private readonly environments = new Map<string, IndexedEnvironment>();
  private running: Promise<number> | undefined;
  private queued: Promise<number> | undefined;

  constructor(private readonly parts: PipelineParts) {}

  /**
   * Reads everything anew and judges every component.
   *
   * @returns the number of components judged
   * @throws Error if catalog, content or database can't be read; a source that fails does not end the run
   */
  async run(signal: AbortSignal): Promise<number> {
    if (!this.running) {
      this.running = this.runOnce(signal).finally(() => {
        this.running = undefined;
      });
      return this.running;
    }
    // What is under way may have read its sources before the caller's change: it gets a run that starts after it.
    this.queued ??= this.running
      .catch(() => 0)
      .then(() => {
        this.queued = undefined;
        return this.run(signal);
      });
    return this.queued;
  }

  private async runOnce(signal: AbortSignal): Promise<number> {
    const started = Date.now();
    const { components, repositories, content, checks, reports, sourceStates, logger } = this.parts;
    await this.readSources(signal);
    const indexed = [...this.environments.values()];
    const catalog = await components.list();
    const workloads = indexed.flatMap(({ index }) => resolveWorkloads(index));
    const mapping = mapComponents(
      catalog.map(component => component.selector),
      workloads,
    );
    const input = {
      snapshot: {
        observedAt: new Date().toISOString(),
        clusters: new Map(indexed.map(({ environment, index }) => [environment, index])),
      },
      checks,
      roadmap: await content.roadmap(),
      workloads: mapping.workloads,
      repositoryOf: (component: (typeof catalog)[number]) => repositories.read(component, signal),
    };
    await sourceStates.save(
      indexed.map(one => ({ status: statusOf(one), unmapped: unmappedIn(one, mapping.unmapped) })),
    );
    let changed = 0;
    for await (const { component, report, levelRank } of scoreAll(catalog, input, signal)) {
      if (await reports.save(component, report, levelRank)) changed += 1;
    }
    const removed = await reports.retain(new Set(catalog.map(({ ref }) => ref)));
    const objects = indexed.reduce((sum, { index }) => sum + index.size, 0);
    logger.info('judged all components', {
      components: catalog.length,
      changed,
      removed: removed.length,
      objects,
      environments: indexed.length,
      milliseconds: Date.now() - started,
    });
    return catalog.length;
  }

  private async readSources(signal: AbortSignal): Promise<void> {
    const { sources, checks, logger } = this.parts;
    const kinds = new Set<KindId>([...workloadKinds, ...checks.flatMap(check => check.reads)]);
    const read = async (source: Source): Promise<SourceReading[]> => {
      try {
        return await source.read(kinds, signal);
      } catch (error) {
        logger.error(`${source.name} could not be read: ${errorMessage(error)}`);
        return [];
      }
    };
    const readings = (await Promise.all(sources.map(read))).flat();
    const seen = new Set<string>();
    for (const reading of readings) {
      if (seen.has(reading.environment)) {
        logger.error(`two sources call an environment "${reading.environment}": rename one; the second is left out`);
        continue;
      }
      seen.add(reading.environment);
      const indexed = indexReading(reading, this.environments.get(reading.environment));
      if (reading.error) logger.warn(reading.error);
      this.environments.set(reading.environment, indexed);
    }
  }
}

function statusOf({ environment, index, problems, reading }: IndexedEnvironment): SourceStatus {
  const kinds = kindDefinitions.flatMap(({ id }) => {
    const state = index.state(id);
    const worthSaying = state.state === 'forbidden' || state.state === 'unreachable' || state.state === 'stale';
    return worthSaying && id !== 'v1/Secret' ? [{ kind: id, ...state }] : [];
  });
  return {
    environment,
    type: reading.type,
    observedAt: index.observedAt,
    objects: index.size,
    ...(reading.error ? { error: reading.error } : {}),
    kinds,
    problems: problems.slice(0, 100),
  };
}

function unmappedIn({ environment }: IndexedEnvironment, unmapped: readonly Workload[]) {
  return unmapped
    .filter(({ ref }) => ref.cluster === environment)
    .map(workload => ({ ref: workload.ref, names: namesOf(workload) }));
}
