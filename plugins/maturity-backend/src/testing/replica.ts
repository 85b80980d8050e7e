// A replica of the backend without Backstage around it, for tests that run several and stop them as they please.
import type { Entity } from '@backstage/catalog-model';
import type { LoggerService, UrlReaderService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { allChecks, fieldsRead } from '@maturity-roadmap/checks';
import { defaultOutline } from '@maturity-roadmap/roadmap';
import type { Knex } from 'knex';
import { CatalogComponents } from '../components/CatalogComponents';
import { CatalogWatch } from '../components/CatalogWatch';
import type { ContentStore } from '../content/ContentStore';
import { FileTreeReader } from '../files/FileTreeReader';
import { RequestBudget } from '../files/RequestBudget';
import { Standards } from '../keeping/Standards';
import { Pipeline } from '../pipeline';
import { RepositorySource } from '../source/RepositorySource';
import { HistoryStore } from '../store/HistoryStore';
import { InsightStore } from '../store/InsightStore';
import { Leases } from '../store/Leases';
import { OperationStore } from '../store/OperationStore';
import { Recheck } from '../store/Recheck';
import { ReportStore } from '../store/ReportStore';
import { SourceStore } from '../store/SourceStore';
import { TreeStore } from '../store/TreeStore';
import { directGateway } from './directGateway';
import { entityOf } from './entityOf';

/** A running replica. */
export interface Replica {
  pipeline: Pipeline;
  reports: ReportStore;
  /** Ends as a rolling restart does. */
  stop(): Promise<void>;
}

/** What a replica works with. */
export interface ReplicaOptions {
  name: string;
  knex: Knex;
  /** Addresses of clusters, by name. */
  urls: Record<string, string>;
  /** Names of clusters that are left out. */
  exclude?: readonly string[];
  /** Names of components; may change while the replica runs. */
  components: () => readonly string[];
  /** The entity of a component. */
  entity?(name: string): Entity;
  /** Milliseconds between two looks at the catalog. */
  catalogPause?: number;
  onReports?(refs: readonly string[]): void;
  /** Told of each component once what was judged of it is stored. */
  onStored?(refs: readonly string[]): void;
  /** Milliseconds that judging held the event loop. */
  onTurn?(milliseconds: number): void;
  /** Milliseconds between what keepers tell of their work. */
  tellEvery?: number;
  /** Milliseconds that a lease lasts without being renewed. */
  leaseDuration?: number;
  /** Default: says nothing. */
  logger?: LoggerService;
}

/** Short, so that tests need not wait. */
const timings = { retry: { first: 20, most: 200 }, refused: 200, stale: 60_000 };
const shortLease = 1_500;

const quiet = () => {};
const silent = { info: quiet, warn: quiet, error: quiet, debug: quiet, child: () => silent } as LoggerService;

/** Starts a replica. */
export function startReplica(options: ReplicaOptions): Replica {
  const { name, knex, urls, components, entity = one => entityOf(one), tellEvery, logger = silent } = options;
  const { onReports, onStored, onTurn, catalogPause = 500 } = options;
  const catalog = {
    async *streamEntities() {
      yield components().map(one => entity(one));
    },
  };
  const roadmap = async () => defaultOutline;
  const standards = new Standards(allChecks, { roadmap } as unknown as ContentStore);
  const reports = new ReportStore(knex, standards.composer);
  const nothing = () => {};
  const budget = new RequestBudget({ perHour: 1_000, hosts: new Map() });
  const trees = new TreeStore(knex);
  const pipeline = new Pipeline({
    leases: new Leases(knex, name, options.leaseDuration ?? shortLease),
    gateway: directGateway(urls),
    exclude: new Set(options.exclude),
    secretMetadata: false,
    wholeSources: [],
    catalog: new CatalogWatch(new CatalogComponents(catalog as never, mockServices.auth()), logger, {
      empty: 200,
      filled: catalogPause,
    }),
    repositories: new RepositorySource({
      trees: new FileTreeReader({} as UrlReaderService),
      memory: trees,
      budget,
      enabled: false,
      rootOf: () => undefined,
    }),
    budget,
    trees,
    operations: new OperationStore(knex),
    history: new HistoryStore(knex),
    historyDays: 400,
    everyMinutes: 60,
    checks: allChecks,
    ownChecks: new Set(allChecks),
    fieldsRead,
    standards,
    reports,
    insights: new InsightStore(knex),
    recheck: new Recheck(knex),
    sources: new SourceStore(knex),
    logger,
    metrics: {
      objects: nothing,
      waiting: nothing,
      lag: nothing,
      events: nothing,
      turn: onTurn ?? nothing,
      trouble: nothing,
      repositoriesWaiting: nothing,
    },
    onReports: onReports ?? nothing,
    ...(tellEvery ? { tellEvery } : {}),
    onStored: onStored ?? nothing,
    heartbeat: 300,
    timings,
  });
  const stopping = new AbortController();
  const running = pipeline.run(stopping.signal);
  return {
    pipeline,
    reports,
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
