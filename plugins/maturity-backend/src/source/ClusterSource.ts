// Clusters as a source: discovery, then paged lists of every kind that some check reads.
import type { Source, SourceReading } from '@maturity-roadmap/backstage-plugin-maturity-node';
import type { KindId, KindState, KubernetesObject, LocatedObject } from '@maturity-roadmap/engine';
import { errorMessage, kindDefinition } from '@maturity-roadmap/engine';
import pLimit from 'p-limit';
import type { ClusterGateway, GatewayCluster, ListPage } from './ClusterGateway';
import { GatewayError } from './ClusterGateway';
import type { ServedKind } from './discoverKinds';
import { discoverKinds } from './discoverKinds';
import { project } from './project';

/** Objects a page: large, since each request through the proxy costs a connection and audit lines. */
const pageSize = 500;
/** Lists under way at once in one cluster. */
const parallelLists = 4;
/** How often a list starts again because its page token expired. */
const maxRestarts = 3;

const notListed = 'custom resources of clusters are judged once their kinds are named';

/** Reads the clusters behind a gateway. One broken cluster or kind never harms the others. */
export class ClusterSource implements Source {
  readonly name = 'clusters of the Kubernetes plugin';

  constructor(
    private readonly gateway: ClusterGateway,
    private readonly exclude: ReadonlySet<string> = new Set(),
    private readonly now: () => Date = () => new Date(),
  ) {}

  async read(kinds: ReadonlySet<KindId>, signal: AbortSignal): Promise<SourceReading[]> {
    const clusters = (await this.gateway.listClusters(signal)).filter(({ name }) => !this.exclude.has(name));
    return Promise.all(clusters.map(cluster => this.readCluster(cluster, kinds, signal)));
  }

  private async readCluster(
    { name, refused }: GatewayCluster,
    kinds: ReadonlySet<KindId>,
    signal: AbortSignal,
  ): Promise<SourceReading> {
    const reading: SourceReading & { states: Map<KindId, KindState> } = {
      environment: name,
      type: 'cluster',
      observedAt: this.now().toISOString(),
      objects: [],
      states: new Map(),
      problems: [],
    };
    if (refused) return { ...reading, error: `cluster ${name} is not read: ${refused}` };
    try {
      // Secrets are never listed, not even their metadata: the right to list them is the right to read them.
      const asked = new Set([...kinds].filter(kind => kind !== 'v1/Secret'));
      const { served, states } = await discoverKinds(this.gateway, name, asked, signal);
      for (const [kind, state] of states) reading.states.set(kind, state);
      reading.states.set('v1/Secret', { state: 'forbidden', message: 'Secrets are never read' });
      reading.states.set('*/*/CustomResource', { state: 'notCollected', message: notListed });
      const limit = pLimit(parallelLists);
      await Promise.all(served.map(kind => limit(() => this.readKind(name, kind, reading, signal))));
      return reading;
    } catch (error) {
      return { ...reading, error: `cluster ${name} can't be read: ${errorMessage(error)}` };
    }
  }

  private async readKind(
    cluster: string,
    served: ServedKind,
    reading: SourceReading & { states: Map<KindId, KindState> },
    signal: AbortSignal,
  ): Promise<void> {
    try {
      for (const object of await this.list(cluster, served, signal)) reading.objects.push(object);
    } catch (error) {
      reading.states.set(served.kind, stateOf(error, served.kind));
    }
  }

  /** A list whose page token expires (410) starts again, so that it is one consistent reading. */
  private async list(cluster: string, served: ServedKind, signal: AbortSignal): Promise<LocatedObject[]> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.listOnce(cluster, served, signal);
      } catch (error) {
        const expired = error instanceof GatewayError && error.code === 'expired';
        if (!expired || attempt >= maxRestarts) throw error;
      }
    }
  }

  private async listOnce(cluster: string, served: ServedKind, signal: AbortSignal): Promise<LocatedObject[]> {
    const objects: LocatedObject[] = [];
    let token = '';
    do {
      const query = `?limit=${pageSize}${token ? `&continue=${encodeURIComponent(token)}` : ''}`;
      const page = await this.gateway.get<ListPage>(cluster, `${served.path}${query}`, signal);
      if (!Array.isArray(page.items))
        throw new GatewayError('unreachable', `${served.path} did not answer with a list`);
      for (const item of page.items) {
        const object = {
          apiVersion: served.apiVersion,
          kind: served.itemKind,
          ...(item as object),
        } as KubernetesObject;
        if (object.metadata?.name) objects.push({ object: project(object), file: cluster, line: 0 });
      }
      token = page.metadata?.continue ?? '';
    } while (token);
    return objects;
  }
}

function stateOf(error: unknown, kind: KindId): KindState {
  const message = errorMessage(error);
  if (error instanceof GatewayError && error.code === 'notFound') return { state: 'notServed' };
  if (error instanceof GatewayError && error.code === 'forbidden') {
    const { group, plural } = kindDefinition(kind);
    return { state: 'forbidden', message: `${message}; grant list on ${plural}${group ? ` of ${group}` : ''}` };
  }
  return { state: 'unreachable', message };
}
