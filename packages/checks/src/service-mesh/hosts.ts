// Names of Services as Istio's configuration writes them.
import type { ObjectView } from '@maturity-roadmap/engine';

/** A Service that a host stands for. */
export interface HostedService {
  namespace: string;
  name: string;
}

/**
 * The Service behind a host: a short name means the namespace of the object that names it; a longer one names its own.
 * See https://istio.io/latest/docs/reference/config/networking/virtual-service/#Destination
 *
 * @returns undefined for hosts outside the cluster, and for wildcards
 */
export function serviceOfHost(host: unknown, namespace: string): HostedService | undefined {
  if (typeof host !== 'string' || host.includes('*')) return undefined;
  const parts = host.split('.');
  if (parts.length === 1) return { namespace, name: host };
  const isLocal = parts[2] === 'svc' || (parts.length === 2 && !/^(com|org|net|io|dev|local)$/.test(parts[1]));
  return isLocal ? { namespace: parts[1], name: parts[0] } : undefined;
}

/** Whether the Service behind a host exists; undefined where the host is none of the cluster's. */
export function hostExists(host: unknown, namespace: string, index: ObjectView<'v1/Service'>): boolean | undefined {
  const service = serviceOfHost(host, namespace);
  return service && index.get('v1/Service', service.namespace, service.name) !== undefined;
}
