// The traffic configuration of Istio for the Services in front of a workload.
import type { ObjectOf, ObjectView, Service, Workload } from '@maturity-roadmap/engine';
import { derived, memoizeLast, servicesOf } from '@maturity-roadmap/engine';
import { serviceOfHost } from './hosts';

export type DestinationRule = ObjectOf<'networking.istio.io/v1/DestinationRule'>;
export type VirtualService = ObjectOf<'networking.istio.io/v1/VirtualService'>;
export const trafficKinds = [
  'v1/Service',
  'networking.istio.io/v1/DestinationRule',
  'networking.istio.io/v1/VirtualService',
] as const;
type View = ObjectView<(typeof trafficKinds)[number]>;

/** One weighted destination of a VirtualService with its place. */
export interface Destination {
  host?: unknown;
  subset?: string;
  weight?: number;
  path: string;
}

const listOf = <T>(value: readonly T[] | undefined): readonly T[] => (Array.isArray(value) ? value : []);

/** The routes of a VirtualService, each with its destinations. */
export function routesOf({ spec }: VirtualService): { path: string; destinations: Destination[] }[] {
  return (['http', 'tls', 'tcp'] as const).flatMap(protocol =>
    listOf(spec?.[protocol]).map((route, position) => ({
      path: `spec.${protocol}[${position}]`,
      destinations: listOf(route.route).map(({ destination, weight }, at) => ({
        ...destination,
        ...(weight === undefined ? {} : { weight }),
        path: `spec.${protocol}[${position}].route[${at}]`,
      })),
    })),
  );
}

const keyOf = ({ namespace, name }: { namespace: string; name: string }) => `${namespace}/${name}`;

/** VirtualServices and DestinationRules by the Service that they are about. */
const byService = derived(trafficKinds.slice(1) as Exclude<(typeof trafficKinds)[number], 'v1/Service'>[], index => {
  const rules = new Map<string, DestinationRule[]>();
  const virtual = new Map<string, VirtualService[]>();
  const add = <T>(map: Map<string, T[]>, host: unknown, namespace: string | undefined, object: T) => {
    const service = serviceOfHost(host, namespace ?? 'default');
    if (!service) return;
    const held = map.get(keyOf(service));
    if (!held) map.set(keyOf(service), [object]);
    else if (!held.includes(object)) held.push(object);
  };
  for (const rule of index.all('networking.istio.io/v1/DestinationRule'))
    add(rules, rule.spec?.host, rule.metadata.namespace, rule);
  for (const one of index.all('networking.istio.io/v1/VirtualService')) {
    const targets = routesOf(one).flatMap(({ destinations }) => destinations.map(({ host }) => host));
    for (const host of [...listOf(one.spec?.hosts), ...targets]) add(virtual, host, one.metadata.namespace, one);
  }
  return { rules, virtual };
});

/** What is said about the traffic to a workload. */
export interface TrafficRules {
  services: readonly Service[];
  rules: DestinationRule[];
  virtual: VirtualService[];
}

/** Gathers the traffic configuration of a workload. */
export const trafficRulesOf = memoizeLast((workload: Workload, index: View): TrafficRules => {
  const services = servicesOf(workload, index);
  const { rules, virtual } = byService(index);
  const at = <T>(map: Map<string, T[]>) => [
    ...new Set(services.flatMap(({ metadata: { name } }) => map.get(`${workload.namespace}/${name}`) ?? [])),
  ];
  return { services, rules: at(rules), virtual: at(virtual) };
});
