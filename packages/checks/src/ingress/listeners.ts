// The listeners of a Gateway that take a route: by name and port, kind, namespace and host.
import type { ObjectOf, ObjectView } from '@maturity-roadmap/engine';
import { selects } from '@maturity-roadmap/engine';
import { covers } from './hosts';
import type { gatewayParents, Route } from './routing';

export type Gateway = ObjectOf<'gateway.networking.k8s.io/v1/Gateway'>;
export type Listener = NonNullable<NonNullable<Gateway['spec']>['listeners']>[number];
/** Kinds by which it shows whether a listener takes a route. */
export const listenerKinds = ['gateway.networking.k8s.io/v1/Gateway', 'v1/Namespace'] as const;
export type GatewayView = ObjectView<(typeof listenerKinds)[number]>;
type Parent = ReturnType<typeof gatewayParents>[number];

/** The Gateway that a parent reference means; in the route's own namespace unless it says otherwise. */
export function gatewayOf(parent: Parent, { metadata }: Route, index: GatewayView): Gateway | undefined {
  const namespace = parent.namespace ?? metadata.namespace ?? 'default';
  return index.get('gateway.networking.k8s.io/v1/Gateway', namespace, parent.name);
}

/** The listeners that a parent reference names: all of the Gateway, unless it names a section or a port. */
export function namedListeners(parent: Parent, gateway: Gateway): Listener[] {
  return (gateway.spec?.listeners ?? []).filter(
    ({ name, port }) => (!parent.sectionName || parent.sectionName === name) && (!parent.port || parent.port === port),
  );
}

/** Kinds of routes by the protocols of the API; what an implementation adds takes what it likes. */
const kindsByProtocol: Readonly<Record<string, readonly string[]>> = {
  HTTP: ['HTTPRoute', 'GRPCRoute'],
  HTTPS: ['HTTPRoute', 'GRPCRoute'],
  TLS: ['TLSRoute', 'TCPRoute'],
  TCP: ['TCPRoute'],
  UDP: ['UDPRoute'],
};

/** Whether a listener takes a route of a namespace. Only its own namespace's, unless it says otherwise. */
function admits(listener: Listener, gateway: Gateway, route: Route, index: GatewayView): boolean {
  const { from = 'Same', selector } = listener.allowedRoutes?.namespaces ?? {};
  const kinds = listener.allowedRoutes?.kinds ?? [];
  if (kinds.length > 0 && !kinds.some(({ kind }) => kind === route.kind)) return false;
  if (kinds.length === 0 && kindsByProtocol[listener.protocol]?.includes(route.kind) === false) return false;
  if (from === 'All') return true;
  const namespace = route.metadata.namespace ?? 'default';
  if (from === 'Same') return namespace === (gateway.metadata.namespace ?? 'default');
  if (from !== 'Selector') return false;
  const labels = index.find('v1/Namespace', namespace)?.metadata.labels;
  return selects(selector, { 'kubernetes.io/metadata.name': namespace, ...labels }, 'nothing');
}

/** Whether hosts of route and listener have one in common; who names none takes all. */
function intersects({ hostname }: Listener, { spec }: Route): boolean {
  const hosts = spec?.hostnames ?? [];
  if (!hostname || hosts.length === 0) return true;
  const suffixes = (name: string, host: string) => name.startsWith('*.') && host.endsWith(name.slice(1));
  return hosts.some(
    host => covers(hostname, host) || covers(host, hostname) || suffixes(hostname, host) || suffixes(host, hostname),
  );
}

/**
 * The listeners through which a route is served.
 * See https://gateway-api.sigs.k8s.io/concepts/api-overview/#attaching-routes-to-gateways
 */
export function openListeners(parent: Parent, gateway: Gateway, route: Route, index: GatewayView): Listener[] {
  return namedListeners(parent, gateway).filter(
    listener => admits(listener, gateway, route, index) && intersects(listener, route),
  );
}
