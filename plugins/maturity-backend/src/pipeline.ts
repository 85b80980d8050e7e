// Joins the stages: what there is to keep, shared among replicas, each part judged and stored as it changes.
import type { Source } from '@maturity-roadmap/backstage-plugin-maturity-node';
import type { Check, KindId } from '@maturity-roadmap/engine';
import { workloadKinds } from '@maturity-roadmap/engine';
import { ClusterKeeper } from './keeping/ClusterKeeper';
import type { KeepingParts } from './keeping/EnvironmentKeeping';
import { History } from './keeping/History';
import type { Keeper } from './keeping/Keeper';
import { Keepers } from './keeping/Keepers';
import { RepositoryKeeper } from './keeping/RepositoryKeeper';
import { SourceKeeper } from './keeping/SourceKeeper';
import { together } from './keeping/together';
import type { RequestBudget } from './files/RequestBudget';
import type { StandardWatch } from './standard/StandardWatch';
import type { ReflectorTimings } from './source/cluster/KindReflector';
import type { ClusterGateway } from './source/ClusterGateway';
import type { CustomGroups } from './source/customResources';
import type { RepositorySource } from './source/RepositorySource';
import type { HistoryStore } from './store/HistoryStore';
import type { Leases } from './store/Leases';
import type { TreeStore } from './store/TreeStore';

/** The stages and what they need. */
export interface PipelineParts extends Omit<KeepingParts, 'projection' | 'kinds'> {
  leases: Leases;
  /** Absent where clusters are not read. */
  gateway?: ClusterGateway;
  /** Names of clusters to leave out. */
  exclude: ReadonlySet<string>;
  secretMetadata: boolean;
  /** Custom resources of kinds that no check names; none are read if absent. */
  custom?: CustomGroups;
  /** Sources that are read as a whole. */
  wholeSources: readonly Source[];
  repositories: RepositorySource;
  budget: RequestBudget;
  trees: TreeStore;
  history: HistoryStore;
  historyDays: number;
  checks: readonly Check[];
  /** Names of fields that the checks of this project name, and those checks. */
  fieldsRead: ReadonlySet<string>;
  ownChecks: ReadonlySet<Check>;
  everyMinutes: number;
  /** Milliseconds between renewals of leases. */
  heartbeat?: number;
  /** Pauses in reading clusters. */
  timings?: ReflectorTimings;
}

/** Keeps everything current, as far as this replica's share goes. */
export class Pipeline {
  private readonly keepers: Keepers;

  constructor(private readonly parts: PipelineParts) {
    const { leases, logger, heartbeat } = parts;
    const kinds = kindsRead(parts.checks);
    const projection = { fields: parts.fieldsRead, whole: keptWhole(parts) };
    const shared = { ...parts, kinds, projection, keepers: () => this.keepers.names };
    const fixed: Keeper[] = [
      new RepositoryKeeper(shared),
      new History({
        ...shared,
        store: parts.history,
        days: parts.historyDays,
      }),
      ...parts.wholeSources.map(source => new SourceKeeper(source, shared)),
    ];
    const known = () => parts.reports.refs();
    const list = async (signal: AbortSignal) => {
      const { gateway } = parts;
      const clusters = gateway ? await gateway.listClusters(signal) : [];
      const wanted = clusters.filter(({ name }) => !parts.exclude.has(name));
      return [...fixed, ...wanted.map(one => new ClusterKeeper(one, { ...shared, gateway: gateway!, known }))];
    };
    this.keepers = new Keepers({ leases, logger, list, fallback: fixed, ...(heartbeat ? { heartbeat } : {}) });
  }

  /** Runs until the signal fires, and ends once nothing is under way any more. */
  async run(signal: AbortSignal): Promise<void> {
    await together(
      signal,
      stop => this.parts.catalog.run(stop),
      stop => this.keepers.run(stop),
    );
  }
}

/** What is collected, and of which kinds all fields, as text. */
function collected(parts: PipelineParts): string {
  return JSON.stringify([[...kindsRead(parts.checks)].sort(), [...keptWhole(parts)].sort()]);
}

/**
 * Keeps everything current until the signal fires, by the checks as they change. A change starts the collecting anew
 * only if other kinds or fields are read than before.
 *
 * @param onChange - told after each change of the checks
 */
export async function runPipelines(
  parts: Omit<PipelineParts, 'checks'>,
  watch: StandardWatch,
  onChange: () => void,
  signal: AbortSignal,
): Promise<void> {
  const { standards } = parts;
  let restart = new AbortController();
  await together(
    signal,
    async stop => {
      while (!stop.aborted) {
        restart = new AbortController();
        const pipeline = new Pipeline({ ...parts, checks: standards.checks });
        await pipeline.run(AbortSignal.any([stop, restart.signal]));
      }
    },
    stop =>
      watch.run(stop, checks => {
        const before = collected({ ...parts, checks: standards.checks });
        standards.use(checks);
        if (collected({ ...parts, checks }) !== before) restart.abort();
        onChange();
      }),
  );
}

function kindsRead(checks: readonly Check[]): ReadonlySet<KindId> {
  return new Set<KindId>([...workloadKinds, ...checks.flatMap(check => check.reads)]);
}

/** Of checks that are not this project's it is not known which fields they read. */
function keptWhole({ checks, ownChecks }: PipelineParts): ReadonlySet<KindId> {
  const foreign = checks.filter(check => !ownChecks.has(check));
  const judgesWorkloads = foreign.some(({ subject }) => subject === 'workload');
  return new Set<KindId>([...(judgesWorkloads ? workloadKinds : []), ...foreign.flatMap(check => check.reads)]);
}
