// Keeps one cluster of the Kubernetes plugin.
import { ClusterCollector } from '../source/cluster/ClusterCollector';
import { KindJournal } from '../source/cluster/KindJournal';
import type { ReflectorTimings } from '../source/cluster/KindReflector';
import type { CustomGroups } from '../source/customResources';
import type { ClusterGateway, GatewayCluster } from '../source/ClusterGateway';
import type { Lease } from '../store/Leases';
import { EnvironmentKeeping } from './EnvironmentKeeping';
import type { KeepingParts } from './EnvironmentKeeping';
import type { Keeper } from './Keeper';
import { together } from './together';

/** What keeping clusters takes. */
export interface ClusterKeeperParts extends KeepingParts {
  gateway: ClusterGateway;
  secretMetadata: boolean;
  custom?: CustomGroups;
  timings?: ReflectorTimings;
  /** Components that have a report. */
  known(): Promise<ReadonlySet<string>>;
}

/** Keeps a cluster by list and watch. */
export class ClusterKeeper implements Keeper {
  readonly name: string;

  constructor(
    private readonly cluster: GatewayCluster,
    private readonly parts: ClusterKeeperParts,
  ) {
    // A cluster that is refused or no longer is becomes another keeper.
    this.name = `cluster:${cluster.name}${cluster.refused ? ':refused' : ''}`;
  }

  async run(lease: Lease, signal: AbortSignal): Promise<void> {
    const { gateway, kinds, secretMetadata, metrics, logger } = this.parts;
    const { name, refused } = this.cluster;
    const keeping = new EnvironmentKeeping(name, 'cluster', this.parts, lease, await this.parts.known());
    if (refused) {
      keeping.refused = true;
      keeping.error = `cluster ${name} is not read: ${refused}`;
      for (const kind of kinds) keeping.live.setState(kind, { state: 'unreachable', message: keeping.error });
      return keeping.run(signal);
    }
    const started = Date.now();
    const journal = new KindJournal();
    keeping.notesOf = kind => journal.read(kind);
    const collector = new ClusterCollector({
      gateway,
      cluster: name,
      kinds,
      sink: keeping.live,
      secretMetadata,
      journal,
      ...(this.parts.custom ? { custom: this.parts.custom } : {}),
      onSettled: () => {
        const milliseconds = Date.now() - started;
        logger.info(`read cluster ${name}`, { objects: keeping.live.index.size, milliseconds });
        keeping.settled().catch(() => {});
      },
      onTrouble: what => metrics.trouble(name, what),
      ...(this.parts.timings ? { timings: this.parts.timings } : {}),
    });
    return together(
      signal,
      stop => keeping.run(stop),
      stop => collector.run(stop),
    );
  }
}
