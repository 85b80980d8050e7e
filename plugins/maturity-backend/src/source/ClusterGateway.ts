// The door to clusters: lists them, their objects and the changes of these; credentials and transport stay behind it.

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

/**
 * One line of a watch. See https://kubernetes.io/docs/reference/using-api/api-concepts/#efficient-detection-of-changes
 */
export interface WatchEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  object: {
    metadata?: { name?: string; namespace?: string; resourceVersion?: string };
    code?: number;
    message?: string;
  };
}

/** How an answer is asked for. */
export interface RequestOptions {
  /** Ask for metadata instead of objects. */
  metadataOnly?: boolean;
}

/** Reads clusters. All calls reject with {@link GatewayError}. */
export interface ClusterGateway {
  listClusters(signal: AbortSignal): Promise<GatewayCluster[]>;
  /**
   * GET of a path below the API server's root.
   *
   * @param path - with leading slash and query
   */
  get<T>(cluster: string, path: string, signal: AbortSignal, options?: RequestOptions): Promise<T>;
  /**
   * GET of a watch; ends when the server ends it, which it does after the `timeoutSeconds` of the query.
   *
   * @param path - with leading slash and query
   */
  watch(cluster: string, path: string, signal: AbortSignal, options?: RequestOptions): AsyncIterable<WatchEvent>;
}

/** Why a cluster did not answer as hoped. */
export class GatewayError extends Error {
  constructor(
    /**
     * - `forbidden`: 401 or 403 of the API server
     * - `notFound`: 404 of the API server: not served
     * - `expired`: 410: the page token or resource version is too old
     * - `tooLarge`: the answer is larger than what is read at once
     * - `unreachable`: anything else
     */
    readonly code: 'forbidden' | 'notFound' | 'expired' | 'tooLarge' | 'unreachable',
    message: string,
    /** With `tooLarge`: the beginning of the answer. */
    readonly beginning?: string,
    /** Seconds after which the server wants to be asked again (429, 503). */
    readonly retryAfter?: number,
  ) {
    super(message);
    this.name = 'GatewayError';
  }
}
