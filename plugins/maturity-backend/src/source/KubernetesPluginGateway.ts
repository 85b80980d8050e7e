// Clusters through the Kubernetes backend plugin: its list of clusters and its proxy, called plugin to plugin.
import type { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { errorMessage } from '@maturity-roadmap/engine';
import type { ClusterGateway, GatewayCluster } from './ClusterGateway';
import { GatewayError } from './ClusterGateway';

/** Time after which a request counts as failed, in milliseconds; the proxy has no limit of its own. */
const requestTimeout = 60_000;

/** The proxy would forward our own Backstage token to the cluster's endpoint. */
const leakingProviders = new Set(['localKubectlProxy']);
/** These sign in as the user who looks at the page, and nobody looks here. */
const userProviders = new Set(['oidc', 'google', 'aks']);

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

  async get<T>(cluster: string, path: string, signal: AbortSignal): Promise<T> {
    const headers = { 'Backstage-Kubernetes-Cluster': cluster, Accept: 'application/json' };
    const response = await this.request(`/proxy${path}`, headers, signal);
    if (!response.ok) throw await toGatewayError(response);
    try {
      return (await response.json()) as T;
    } catch (error) {
      throw new GatewayError('unreachable', `the answer to ${path} is not JSON: ${errorMessage(error)}`);
    }
  }

  private async request(path: string, headers: Record<string, string>, signal: AbortSignal): Promise<Response> {
    const onBehalfOf = await this.auth.getOwnServiceCredentials();
    const { token } = await this.auth.getPluginRequestToken({ onBehalfOf, targetPluginId: 'kubernetes' });
    const baseUrl = await this.discovery.getBaseUrl('kubernetes');
    try {
      return await this.fetchApi(`${baseUrl}${path}`, {
        // Backstage compresses what it proxies and holds it back until the end; identity also halves the work.
        headers: { ...headers, Authorization: `Bearer ${token}`, 'Accept-Encoding': 'identity' },
        signal: AbortSignal.any([signal, AbortSignal.timeout(requestTimeout)]),
      });
    } catch (error) {
      throw new GatewayError('unreachable', `no answer: ${errorMessage(error)}`);
    }
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
  if (response.status === 401 || response.status === 403) return new GatewayError('forbidden', message);
  if (response.status === 404) return new GatewayError('notFound', message);
  if (response.status === 410) return new GatewayError('expired', message);
  return new GatewayError('unreachable', message);
}
