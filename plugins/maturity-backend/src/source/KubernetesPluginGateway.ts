// Clusters through the Kubernetes backend plugin: its list of clusters and its proxy, called plugin to plugin.
import type { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { errorMessage } from '@maturity-roadmap/engine';
import type { ClusterGateway, GatewayCluster, RequestOptions, WatchEvent } from './ClusterGateway';
import { GatewayError } from './ClusterGateway';
import type { BodyLimits } from './readBody';
import { readLines, readText } from './readBody';

/** Milliseconds until an answer must have begun; the proxy has no limit of its own. */
const answerTimeout = 60_000;
/** Of a list: one page, or what must be asked for in smaller ones. */
const listLimits: BodyLimits = { bytes: 32 << 20, silence: 30_000 };
/** Of a watch: one event. API servers send a bookmark about every minute, so longer silence is a hanging line. */
const watchLimits: BodyLimits = { bytes: 16 << 20, silence: 150_000 };

/** The proxy would forward our own Backstage token to the cluster's endpoint. */
const leakingProviders = new Set(['localKubectlProxy']);
/** These sign in as the user who looks at the page, and nobody looks here. */
const userProviders = new Set(['oidc', 'google', 'aks']);

/** See https://kubernetes.io/docs/reference/using-api/api-concepts/#metadata-only-fetches */
const metadataList = 'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';
const metadataObject = 'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1';

interface ClustersAnswer {
  items: { name: string; authProvider: string }[];
}

/** Implements the gateway with the Kubernetes plugin. */
export class KubernetesPluginGateway implements ClusterGateway {
  constructor(
    private readonly auth: AuthService,
    private readonly discovery: DiscoveryService,
    private readonly fetchApi: typeof fetch = fetch,
  ) {}

  async listClusters(signal: AbortSignal): Promise<GatewayCluster[]> {
    const response = await this.request('/clusters', {}, signal);
    // Without clusters in its configuration the Kubernetes plugin does not even mount its routes.
    if (response.status === 404) return [];
    if (!response.ok) throw await toGatewayError(response);
    const { items } = (await response.json()) as ClustersAnswer;
    return items.map(({ name, authProvider }) => ({ name, ...refusal(authProvider) }));
  }

  async get<T>(cluster: string, path: string, signal: AbortSignal, options: RequestOptions = {}): Promise<T> {
    const accept = options.metadataOnly ? metadataList : 'application/json';
    const text = await readText(await this.proxy(cluster, path, accept, signal), listLimits);
    return parse<T>(text, path);
  }

  async *watch(
    cluster: string,
    path: string,
    signal: AbortSignal,
    options: RequestOptions = {},
  ): AsyncGenerator<WatchEvent> {
    const accept = options.metadataOnly ? metadataObject : 'application/json';
    const response = await this.proxy(cluster, path, accept, signal);
    let lost = 0;
    for await (const line of readLines(response, watchLimits, () => (lost += 1))) {
      // What was lost can't be told from its line, so what is held can't be relied on: it is listed again.
      if (lost > 0) throw new GatewayError('expired', 'an event was too large to be read');
      yield parse<WatchEvent>(line, path);
    }
  }

  private async proxy(cluster: string, path: string, accept: string, signal: AbortSignal): Promise<Response> {
    const headers = { 'Backstage-Kubernetes-Cluster': cluster, Accept: accept };
    const response = await this.request(`/proxy${path}`, headers, signal);
    if (!response.ok) throw await toGatewayError(response);
    return response;
  }

  private async request(path: string, headers: Record<string, string>, signal: AbortSignal): Promise<Response> {
    const onBehalfOf = await this.auth.getOwnServiceCredentials();
    const { token } = await this.auth.getPluginRequestToken({ onBehalfOf, targetPluginId: 'kubernetes' });
    const baseUrl = await this.discovery.getBaseUrl('kubernetes');
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(new Error(`no answer within ${answerTimeout / 1000} s`)), answerTimeout);
    try {
      return await this.fetchApi(`${baseUrl}${path}`, {
        // Backstage compresses what it proxies and holds it back until the end; identity also halves the work.
        headers: { ...headers, Authorization: `Bearer ${token}`, 'Accept-Encoding': 'identity' },
        signal: AbortSignal.any([signal, late.signal]),
      });
    } catch (error) {
      throw new GatewayError('unreachable', `no answer: ${errorMessage(error)}`);
    } finally {
      clearTimeout(timer);
    }
  }
}

function parse<T>(text: string, path: string): T {
  try {
    return JSON.parse(text) as T;
  } catch (error) {
    throw new GatewayError('unreachable', `the answer to ${path} is not JSON: ${errorMessage(error)}`);
  }
}

function refusal(authProvider: string): { refused?: string } {
  if (leakingProviders.has(authProvider)) {
    return { refused: `its auth provider ${authProvider} would receive a Backstage token: use serviceAccount instead` };
  }
  if (userProviders.has(authProvider)) {
    return { refused: `its auth provider ${authProvider} needs a signed-in user: use serviceAccount or a cloud's own` };
  }
  return {};
}

/** Errors of Kubernetes carry `kind: Status`; all others are the proxy's, whatever their number. */
async function toGatewayError(response: Response): Promise<GatewayError> {
  const body = (await response.json().catch(() => ({}))) as {
    kind?: string;
    message?: string;
    error?: { message?: string };
  };
  const message = body.message ?? body.error?.message ?? `HTTP ${response.status}`;
  if (body.kind !== 'Status') return new GatewayError('unreachable', message);
  const codes = { 401: 'forbidden', 403: 'forbidden', 404: 'notFound', 410: 'expired' } as const;
  const code = codes[response.status as keyof typeof codes] ?? 'unreachable';
  const seconds = Number(response.headers.get('retry-after'));
  return new GatewayError(code, message, undefined, seconds > 0 ? seconds : undefined);
}
