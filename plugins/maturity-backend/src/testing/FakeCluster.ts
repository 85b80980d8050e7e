// A cluster behind a gateway, for tests: serves objects the way an API server does, and fails where told to.
import type { KubernetesObject } from '@maturity-roadmap/engine';
import { apiGroup, kindDefinition, kindIdOf } from '@maturity-roadmap/engine';
import type { ClusterGateway, GatewayCluster } from '../source/ClusterGateway';
import { GatewayError } from '../source/ClusterGateway';

/** What a path answers instead of its objects. */
export type Fault = 'forbidden' | 'notFound' | 'expired' | 'unreachable';

interface Resource {
  name: string;
  kind: string;
  namespaced: boolean;
  verbs: string[];
}

/** Serves the kinds of its objects, and core kinds always. */
export class FakeCluster implements ClusterGateway {
  /** Paths asked for, with query, in order. */
  readonly requests: string[] = [];
  /** By path without query; a list of faults is used up one by one. */
  readonly faults = new Map<string, Fault[]>();

  constructor(
    private readonly objects: readonly KubernetesObject[],
    private readonly clusters: GatewayCluster[] = [{ name: 'prod' }],
    private readonly pageSize = 2,
  ) {}

  listClusters = async () => this.clusters;

  async get<T>(_cluster: string, pathAndQuery: string): Promise<T> {
    this.requests.push(pathAndQuery);
    const url = new URL(pathAndQuery, 'http://cluster');
    const fault = this.faults.get(url.pathname)?.shift();
    if (fault) throw new GatewayError(fault, `${fault} by the test`);
    return this.answer(url) as T;
  }

  private answer({ pathname, searchParams }: URL): unknown {
    if (pathname === '/apis') return { groups: this.groups() };
    const discovery = /^\/(?:api|apis\/([^/]+))\/([^/]+)$/.exec(pathname);
    if (discovery)
      return { resources: this.resources(discovery[1] ? `${discovery[1]}/${discovery[2]}` : discovery[2]) };
    const [, group, version, plural] = /^\/(?:api|apis\/([^/]+))\/([^/]+)\/([^/]+)$/.exec(pathname) ?? [];
    const apiVersion = group ? `${group}/${version}` : version;
    const resource = this.resources(apiVersion).find(({ name }) => name === plural);
    if (!resource) throw new GatewayError('notFound', `the server does not serve ${pathname}`);
    const all = this.objects.filter(object => object.apiVersion === apiVersion && object.kind === resource.kind);
    const start = Number(searchParams.get('continue') ?? 0);
    const end = start + this.pageSize;
    // As a real list does, items leave out what the list already says.
    const items = all.slice(start, end).map(({ apiVersion: _, kind: __, ...item }) => item);
    return {
      kind: `${resource.kind}List`,
      apiVersion,
      metadata: end < all.length ? { continue: String(end) } : {},
      items,
    };
  }

  private groups() {
    const versions = new Map<string, Set<string>>();
    for (const { apiVersion } of this.objects) {
      const group = apiGroup(apiVersion);
      if (group) versions.set(group, (versions.get(group) ?? new Set()).add(apiVersion.slice(group.length + 1)));
    }
    return [...versions].map(([name, some]) => ({ name, versions: [...some].map(version => ({ version })) }));
  }

  private resources(apiVersion: string): Resource[] {
    const kinds = new Set(this.objects.filter(object => object.apiVersion === apiVersion).map(({ kind }) => kind));
    if (apiVersion === 'v1') ['Pod', 'Service', 'Secret', 'ConfigMap'].forEach(kind => kinds.add(kind));
    return [...kinds].map(kind => {
      const id = kindIdOf(apiVersion, kind);
      const name = id && kindDefinition(id).plural !== '*' ? kindDefinition(id).plural : `${kind.toLowerCase()}s`;
      return { name, kind, namespaced: true, verbs: ['get', 'list', 'watch'] };
    });
  }
}
