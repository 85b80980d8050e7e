// Fills a database with ninety days of a made-up organisation, by the store's own code. Usage: tsx seed.ts <components> <file>
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { allChecks, fieldsRead } from '@maturity-roadmap/checks';
import type { ChangeCause, Workload } from '@maturity-roadmap/engine';
import {
  causeOf,
  checksInOrder,
  groupBy,
  judgeComponent,
  kindDefinitions,
  repositoryEnvironment,
} from '@maturity-roadmap/engine';
import { asServed, fleet } from '@maturity-roadmap/engine/testing';
import knexFactory from 'knex';
import type { CatalogComponent } from '../../components/CatalogComponents';
import { CatalogComponents } from '../../components/CatalogComponents';
import { ContentStore } from '../../content/ContentStore';
import { FileTreeReader } from '../../files/FileTreeReader';
import { LiveEnvironment } from '../../index/LiveEnvironment';
import { repositoryIndex } from '../../source/repositoryIndex';
import { Composer } from '../../store/Composer';
import { migrate } from '../../store/Database';
import { HistoryStore } from '../../store/HistoryStore';
import type { PartInput } from '../../store/ReportStore';
import { ReportStore } from '../../store/ReportStore';
import { storeWorkload } from '../../store/storedWorkloads';
import { lackingOn, withDefects, enforcesPodSecurity } from './defects';
import { componentName, fleetCatalog } from './fleetCatalog';
import type { FleetCluster } from './fleetClusters';
import { fleetClusters, sharedOn, unclaimed } from './fleetClusters';

const components = Number(process.argv[2]);
const [, , , file] = process.argv;
const day = 24 * 60 * 60_000;
const today = Date.now() - (Date.now() % day);
/** Days before today on which the organisation is counted: weekly, and daily of late. */
const countedDays = [90, 83, 76, 69, 62, 55, 48, 41, 34, 27, 20, ...Array.from({ length: 14 }, (_, at) => 14 - at)];
const batchSize = 200;

const dayAgo = (days: number) => new Date(today - days * day).toISOString().slice(0, 10);
/** During working hours, another instant for each service. */
const instantOf = (position: number, daysAgo: number) =>
  new Date(today - daysAgo * day + 8 * 3_600_000 + ((position * 7919) % 32_000) * 1000).toISOString();

const services = [...fleet({ components: components + unclaimed, perNamespace: 7 })];

function catalogComponents(): Map<number, CatalogComponent> {
  const reader = new CatalogComponents({} as never, mockServices.auth());
  const entities = new Map(fleetCatalog(components).map(entity => [entity.metadata.name, entity]));
  return new Map(
    Array.from({ length: components }, (_, position) => {
      const entity = entities.get(componentName(position))!;
      const { owner, system } = entity.spec as { owner: string; system: string };
      const relations = [
        { type: 'ownedBy', targetRef: owner },
        { type: 'partOf', targetRef: `system:default/${system}` },
      ];
      const named = { ...entity, metadata: { ...entity.metadata, namespace: 'default' }, relations };
      return [position, reader.toComponent(named)] as const;
    }),
  );
}

/** One cluster, turned from day to day. */
class ClusterHistory {
  private readonly live: LiveEnvironment;
  private daysAgo = Infinity;

  constructor(private readonly cluster: FleetCluster) {
    this.live = new LiveEnvironment(cluster.name, { fields: fieldsRead });
  }

  /** Turns to a day. @returns positions of the services that may be judged differently, with why */
  turnTo(daysAgo: number): Map<number, ChangeCause | undefined> {
    const { live, cluster } = this;
    const before = this.daysAgo;
    this.daysAgo = daysAgo;
    const touched = new Map<number, ChangeCause | undefined>();
    const time = new Date(today - daysAgo * day).toISOString();
    for (const object of sharedOn(components, daysAgo)) {
      if (object.kind === 'Node' && cluster.forbidden.length > 0) continue;
      live.upsert(object);
    }
    for (const [position, { name, namespace, objects }] of services.entries()) {
      if (!cluster.has(position)) continue;
      const lacking = lackingOn(name, namespace, daysAgo);
      const was = before === Infinity ? undefined : lackingOn(name, namespace, before);
      const isSame = was?.join() === lacking.join();
      if (isSame && enforcesPodSecurity(namespace, before) === enforcesPodSecurity(namespace, daysAgo)) continue;
      if (was) for (const object of withDefects(objects, was)) live.remove(object);
      for (const object of withDefects(objects, lacking)) live.upsert(object);
      const [served] = [asServed(objects[0], position)];
      touched.set(position, was ? { ...causeOf(served, 'changed', live.index), at: time } : undefined);
    }
    if (before === Infinity) this.knowKinds();
    return touched;
  }

  /** As discovery tells it: what no object is of is not served, and what may not be read is forbidden. */
  private knowKinds(): void {
    const present = new Set(this.live.index.kinds());
    for (const { id, provenance } of kindDefinitions) {
      if (provenance === 'repository' || present.has(id)) continue;
      const isForbidden = id === 'v1/Node' && this.cluster.forbidden.length > 0;
      this.live.setState(
        id,
        isForbidden ? { state: 'forbidden', message: 'forbidden by the role' } : { state: 'notServed' },
      );
    }
  }

  workloads(): Map<string, Workload[]> {
    return groupBy(this.live.workloads(), ({ name }) => name);
  }

  get view() {
    return this.live.view;
  }
}

async function main(): Promise<void> {
  const knex = knexFactory({ client: 'better-sqlite3', connection: { filename: file }, useNullAsDefault: true });
  await knex.raw('pragma journal_mode = wal');
  await knex.raw('pragma synchronous = off');
  await migrate(knex);
  const trees = new FileTreeReader({} as UrlReaderService);
  const folder = resolvePackagePath('@maturity-roadmap/content');
  const roadmap = await new ContentStore([{ folder }], trees, mockServices.rootLogger()).roadmap();
  const composer = new Composer(allChecks, roadmap);
  const checks = checksInOrder(allChecks, roadmap);
  const reports = new ReportStore(knex, async () => composer);
  const history = new HistoryStore(knex);
  const catalog = catalogComponents();
  const ofRepository = checks.filter(({ subject }) => subject === 'repository');
  const save = async (inputs: PartInput[]) => {
    for (let at = 0; at < inputs.length; at += batchSize) await reports.save(inputs.slice(at, at + batchSize));
  };
  await save(
    [...catalog].map(([position, component]) => {
      const observedAt = instantOf(position, countedDays[0] + 1);
      const unread = { component, tree: undefined, reading: undefined, enabled: false, now: observedAt };
      const subject = { ref: component.ref, workloads: [], repository: repositoryIndex(unread) };
      const records = judgeComponent(subject, { observedAt, clusters: new Map() }, ofRepository);
      return { component, environment: repositoryEnvironment, observedAt, provisional: false, records, workloads: [] };
    }),
  );
  const clusters = fleetClusters.map(cluster => ({ name: cluster.name, turned: new ClusterHistory(cluster) }));
  for (const daysAgo of [...countedDays, 0]) {
    for (const { name, turned } of clusters) {
      const touched = turned.turnTo(daysAgo);
      const workloads = turned.workloads();
      const judge = ([position, cause]: [number, ChangeCause | undefined]): PartInput[] => {
        const component = catalog.get(position);
        if (!component) return [];
        const own = workloads.get(services[position].name) ?? [];
        const observedAt = instantOf(position, daysAgo);
        const snapshot = { observedAt, clusters: new Map([[name, turned.view]]) };
        const records = judgeComponent({ ref: component.ref, workloads: own }, snapshot, checks);
        const input = { component, environment: name, observedAt, provisional: false, records };
        return [{ ...input, workloads: own.map(storeWorkload), ...(cause ? { cause } : {}) }];
      };
      const waiting = [...touched];
      while (waiting.length > 0) await save(waiting.splice(0, batchSize).flatMap(judge));
    }
    if (daysAgo > 0) await history.rollUp(dayAgo(daysAgo));
    process.stdout.write(`${dayAgo(daysAgo)}\n`);
  }
  const levels: { level?: string; n?: unknown }[] = await knex('maturity_reports')
    .groupBy('level')
    .select('level')
    .count({ n: '*' });
  process.stdout.write(`${levels.map(({ level, n }) => `${level} ${n}`).join(', ')}\n`);
  await knex.destroy();
}

void main();
