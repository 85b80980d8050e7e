// The gateways that a route attaches to, and whether they let it in and serve it.
import type { Condition, Evidence, ObjectOf, ObjectView } from '@maturity-roadmap/engine';
import { selects } from '@maturity-roadmap/engine';
import type { Route } from './routing';
import { gatewayParents } from './routing';
import { covers } from './tls';

type Gateway = ObjectOf<'gateway.networking.k8s.io/v1/Gateway'>;
type Listener = NonNullable<NonNullable<Gateway['spec']>['listeners']>[number];
type View = ObjectView<'gateway.networking.k8s.io/v1/Gateway' | 'v1/Namespace'>;

/** Whether a listener takes a route of a namespace. Only its own namespace's, unless it says otherwise. */
function admits(listener: Listener, gateway: Gateway, route: Route, index: View): boolean {
  const { from = 'Same', selector } = listener.allowedRoutes?.namespaces ?? {};
  const kinds = listener.allowedRoutes?.kinds ?? [];
  if (kinds.length > 0 && !kinds.some(({ kind }) => kind === route.kind)) return false;
  if (from === 'All') return true;
  const namespace = route.metadata.namespace ?? 'default';
  if (from === 'Same') return namespace === (gateway.metadata.namespace ?? 'default');
  return from === 'Selector' && selects(selector, index.find('v1/Namespace', namespace)?.metadata.labels, 'nothing');
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

const isFalse = (conditions: Condition[] | undefined, type: string) =>
  (conditions ?? []).find(condition => condition.type === type && condition.status === 'False');

/** What keeps a route from being served by its gateways. */
export function gatewayDefects(route: Route, index: View): { defects: Evidence[]; unsettled: boolean } {
  const defects: Evidence[] = [];
  let unsettled = false;
  for (const parent of gatewayParents(route)) {
    const namespace = parent.namespace ?? route.metadata.namespace ?? 'default';
    const gateway = index.get('gateway.networking.k8s.io/v1/Gateway', namespace, parent.name);
    const path = `spec.parentRefs[${parent.name}]`;
    if (!gateway) {
      defects.push(index.evidence(route, path, `${namespace}/${parent.name}`, 'a Gateway that exists'));
      continue;
    }
    const listeners = (gateway.spec?.listeners ?? []).filter(
      ({ name, port }) =>
        (!parent.sectionName || parent.sectionName === name) && (!parent.port || parent.port === port),
    );
    const open = listeners.filter(one => admits(one, gateway, route, index) && intersects(one, route));
    if (open.length === 0) {
      const observed = listeners.length === 0 ? 'no such listener' : 'no listener for this namespace and host';
      defects.push(index.evidence(route, path, observed, 'a listener that admits the route'));
    }
    const programmed = (gateway.status?.conditions ?? []).find(({ type }) => type === 'Programmed');
    if (!programmed || programmed.status === 'Unknown') unsettled = true;
    const bad = [
      ...(programmed?.status === 'False' ? [{ at: 'status.conditions[Programmed]', condition: programmed }] : []),
      ...open.flatMap(({ name }) => {
        const status = gateway.status?.listeners?.find(listener => listener.name === name);
        const condition = isFalse(status?.conditions, 'Programmed') ?? isFalse(status?.conditions, 'ResolvedRefs');
        return condition ? [{ at: `status.listeners[${name}].conditions[${condition.type}]`, condition }] : [];
      }),
    ];
    defects.push(...bad.map(({ at, condition }) => index.evidence(gateway, at, `False, ${condition.reason}`, 'True')));
  }
  return { defects, unsettled };
}
