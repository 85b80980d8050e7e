// The door to clusters: lists them and their objects; behind it credentials and transport stay out of our sight.

/** A cluster that may be read. */
export interface GatewayCluster {
  name: string;
  /** Set if the cluster must not or can't be read; says why and what to do. */
  refused?: string;
}

/** A page of a list, as the API server gives it. */
export interface ListPage {
  apiVersion: string;
  kind: string;
  metadata?: { continue?: string; resourceVersion?: string };
  items: unknown[];
}

/** What an API group serves in one version. */
export interface ServedResource {
  name: string;
  kind: string;
  namespaced: boolean;
  verbs: string[];
}

/** Reads clusters. All calls reject with {@link GatewayError}. */
export interface ClusterGateway {
  listClusters(signal: AbortSignal): Promise<GatewayCluster[]>;
  /**
   * GET of a path below the API server's root.
   *
   * @param path - with leading slash and query
   */
  get<T>(cluster: string, path: string, signal: AbortSignal): Promise<T>;
}

/** Why a cluster did not answer as hoped. */
export class GatewayError extends Error {
  constructor(
    /**
     * - `forbidden`: 401 or 403 of the API server
     * - `notFound`: 404 of the API server: not served
     * - `expired`: 410: the page token is too old
     * - `unreachable`: anything else
     */
    readonly code: 'forbidden' | 'notFound' | 'expired' | 'unreachable',
    message: string,
  ) {
    super(message);
    this.name = 'GatewayError';
  }
}
