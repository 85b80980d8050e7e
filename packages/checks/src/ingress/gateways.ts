// Whether the gateways that a route attaches to let it in and serve it.
import type { Condition, Evidence, ObjectView } from '@maturity-roadmap/engine';
import { canRead } from '@maturity-roadmap/engine';
import { grantKind, isGranted } from './grants';
import type { Gateway, Listener } from './listeners';
import { gatewayOf, namedListeners, openListeners } from './listeners';
import { isRefused } from './routeStatus';
import type { Route } from './routing';
import { gatewayParents } from './routing';

type View = ObjectView<'gateway.networking.k8s.io/v1/Gateway' | 'v1/Namespace' | typeof grantKind>;

const isFalse = (conditions: Condition[] | undefined, type: string) =>
  (conditions ?? []).find(condition => condition.type === type && condition.status === 'False');

/** Conditions of a gateway and of its listeners that say no. */
function badConditions({ status }: Gateway, open: readonly Listener[]): { at: string; condition: Condition }[] {
  const programmed = isFalse(status?.conditions, 'Programmed');
  return [
    ...(programmed ? [{ at: 'status.conditions[Programmed]', condition: programmed }] : []),
    ...open.flatMap(({ name }) => {
      const conditions = status?.listeners?.find(listener => listener.name === name)?.conditions;
      const condition = isFalse(conditions, 'Programmed') ?? isFalse(conditions, 'ResolvedRefs');
      return condition ? [{ at: `status.listeners[${name}].conditions[${condition.type}]`, condition }] : [];
    }),
  ];
}

/** Certificates of other namespaces that no grant lets the gateway use, where its controller has not said so or not. */
function foreignCertificates(gateway: Gateway, open: readonly Listener[], index: View): Evidence[] {
  const { namespace = 'default' } = gateway.metadata;
  const isSaid = (name: string) =>
    gateway.status?.listeners?.some(
      one => one.name === name && one.conditions?.some(({ type }) => type === 'ResolvedRefs'),
    );
  return open
    .filter(({ name }) => !isSaid(name))
    .flatMap(({ name, tls }) =>
      (tls?.certificateRefs ?? []).flatMap((ref): Evidence[] => {
        const place = ref.namespace ?? namespace;
        if (place === namespace || !canRead([grantKind], index)) return [];
        if (isGranted({ kind: 'Gateway', namespace }, { kind: 'Secret', ...ref, namespace: place }, index)) return [];
        const observed = `${place}/${ref.name} without a grant`;
        const path = `spec.listeners[${name}].tls.certificateRefs`;
        return [index.evidence(gateway, path, observed, `a ReferenceGrant there for Gateways of ${namespace}`)];
      }),
    );
}

/** What is wrong with the gateways of a route. */
export interface GatewayDefects {
  defects: Evidence[];
  /** A gateway does not say yet whether it is programmed. */
  unsettled: boolean;
  /** A gateway has said that it does not take the route: one fact, which route-accepted counts. */
  refused: boolean;
}

/** What keeps a route from being served by its gateways. */
export function gatewayDefects(route: Route, index: View): GatewayDefects {
  const found: GatewayDefects = { defects: [], unsettled: false, refused: false };
  for (const parent of gatewayParents(route)) {
    const isCounted = isRefused(parent, route);
    found.refused ||= isCounted;
    const gateway = gatewayOf(parent, route, index);
    const lacks = (observed: string, expected: string) => {
      if (!isCounted) found.defects.push(index.evidence(route, `spec.parentRefs[${parent.name}]`, observed, expected));
    };
    if (!gateway) {
      const namespace = parent.namespace ?? route.metadata.namespace ?? 'default';
      lacks(`${namespace}/${parent.name}`, 'a Gateway that exists');
      continue;
    }
    const open = openListeners(parent, gateway, route, index);
    if (open.length === 0) {
      const isNamed = namedListeners(parent, gateway).length > 0;
      const observed = isNamed ? 'no listener for this kind, namespace and host' : 'no such listener';
      lacks(observed, 'a listener that admits the route');
    }
    found.defects.push(...foreignCertificates(gateway, open, index));
    const programmed = (gateway.status?.conditions ?? []).find(({ type }) => type === 'Programmed');
    const { observedGeneration: seen } = programmed ?? {};
    const isBehind = seen !== undefined && seen < (gateway.metadata.generation ?? 0);
    if (!programmed || programmed.status === 'Unknown' || isBehind) found.unsettled = true;
    if (isBehind) continue;
    for (const { at, condition } of badConditions(gateway, open))
      found.defects.push(index.evidence(gateway, at, `False, ${condition.reason}`, 'True'));
  }
  return found;
}
