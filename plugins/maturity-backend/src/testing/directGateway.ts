// A gateway to servers at known addresses, for tests that need no Kubernetes plugin in between.
import { mockServices } from '@backstage/backend-test-utils';
import type { ClusterGateway } from '../source/ClusterGateway';
import { KubernetesPluginGateway } from '../source/KubernetesPluginGateway';

/**
 * The real gateway, with requests to the plugin's proxy sent straight to the clusters.
 *
 * @param urls - of clusters, by name; may change while it is used
 */
export function directGateway(urls: Record<string, string>): ClusterGateway {
  const base = 'http://kubernetes.invalid';
  const fetchDirectly: typeof fetch = async (input, init) => {
    const path = String(input).slice(base.length);
    if (path === '/clusters') {
      const items = Object.keys(urls).map(name => ({ name, authProvider: 'serviceAccount' }));
      return Response.json({ items });
    }
    const cluster = new Headers(init?.headers).get('backstage-kubernetes-cluster') ?? '';
    return fetch(`${urls[cluster]}${path.slice('/proxy'.length)}`, init);
  };
  const getBaseUrl = async () => base;
  return new KubernetesPluginGateway(
    mockServices.auth(),
    { getBaseUrl, getExternalBaseUrl: getBaseUrl },
    fetchDirectly,
  );
}
