// Which Ingresses and routes lead to a workload, through the Services in front of it.
import type { ObjectOf, ObjectView, Workload } from '@maturity-roadmap/engine';
import { apiGroup, derived, memoizeLast, servicesOf } from '@maturity-roadmap/engine';

export type Ingress = ObjectOf<'networking.k8s.io/v1/Ingress'>;
export type Route = ObjectOf<RouteKind>;

/** The routes of the Gateway API that lead to Services. */
export const routeKinds = [
  'gateway.networking.k8s.io/v1/HTTPRoute',
  'gateway.networking.k8s.io/v1/GRPCRoute',
  'gateway.networking.k8s.io/v1alpha2/TLSRoute',
] as const;

export type RouteKind = (typeof routeKinds)[number];

type Backend = NonNullable<NonNullable<Ingress['spec']>['defaultBackend']>;

/** A backend of an Ingress with its field. */
export interface IngressBackend {
  path: string;
  pointer: string;
  backend: Backend;
}

/** How versions before v1 wrote a backend. */
interface OldBackend {
  serviceName?: string;
  servicePort?: number | string;
}

/** A backend in the shape of v1, whatever version it was written in. */
function asBackend(written: Backend | undefined): Backend {
  const { serviceName, servicePort } = (written ?? {}) as OldBackend;
  if (!serviceName || written?.service) return written ?? {};
  const port = typeof servicePort === 'number' ? { number: servicePort } : { name: servicePort };
  return { service: { name: serviceName, port } };
}

/** Reads all backends, the default one too. */
function readBackends({ spec }: Ingress): IngressBackend[] {
  const byRule = (spec?.rules ?? []).flatMap((rule, at) =>
    (rule.http?.paths ?? []).map((one, position) => ({
      path: `spec.rules[${rule.host ?? '*'}].http.paths[${one.path ?? '/'}].backend`,
      pointer: `/spec/rules/${at}/http/paths/${position}/backend`,
      backend: asBackend(one.backend),
    })),
  );
  // Versions before v1 called it otherwise.
  const whole = spec?.defaultBackend ?? (spec as { backend?: Backend } | undefined)?.backend;
  const byDefault = { path: 'spec.defaultBackend', pointer: '/spec/defaultBackend', backend: asBackend(whole) };
  return [...(whole ? [byDefault] : []), ...byRule];
}

/** An Ingress with its backends. */
interface IngressWithBackends {
  ingress: Ingress;
  backends: readonly IngressBackend[];
}

/** The Ingresses of a namespace. All workloads in it ask for them, one after the other. */
export const ingressesIn = memoizeLast(
  (namespace: string, index: ObjectView<'networking.k8s.io/v1/Ingress'>): readonly IngressWithBackends[] =>
    index
      .inNamespace('networking.k8s.io/v1/Ingress', namespace)
      .map(ingress => ({ ingress, backends: readBackends(ingress) })),
);

/** All backends of an Ingress, the default one too. */
export function backendsOf(
  ingress: Ingress,
  index: ObjectView<'networking.k8s.io/v1/Ingress'>,
): readonly IngressBackend[] {
  const held = ingressesIn(ingress.metadata.namespace ?? 'default', index).find(one => one.ingress === ingress);
  return held?.backends ?? readBackends(ingress);
}

/** Ingresses of which some backend is a Service in front of the workload. They never cross namespaces. */
export const ingressesOf = memoizeLast(
  (workload: Workload, index: ObjectView<'v1/Service' | 'networking.k8s.io/v1/Ingress'>): readonly Ingress[] => {
    const services = servicesOf(workload, index);
    if (services.length === 0) return [];
    const leadsHere = ({ backend }: IngressBackend) =>
      services.some(({ metadata }) => metadata.name === backend.service?.name);
    return ingressesIn(workload.namespace, index)
      .filter(({ backends }) => backends.some(leadsHere))
      .map(({ ingress }) => ingress);
  },
);

/** Routes by the Services they lead to; those of other namespaces may, with a grant. */
const routesByService = derived([...routeKinds], index => {
  const byService = new Map<string, Set<Route>>();
  for (const route of routeKinds.flatMap((kind): readonly Route[] => index.all(kind))) {
    const backends = (route.spec?.rules ?? []).flatMap(rule => rule.backendRefs ?? []);
    for (const ref of backends) {
      if ((ref.kind ?? 'Service') !== 'Service') continue;
      const key = `${ref.namespace ?? route.metadata.namespace}/${ref.name}`;
      const held = byService.get(key);
      if (held) held.add(route);
      else byService.set(key, new Set([route]));
    }
  }
  return byService;
});

/** Routes that lead to a Service in front of the workload. */
export const routesOf = memoizeLast(
  (workload: Workload, index: ObjectView<'v1/Service' | RouteKind>): readonly Route[] => {
    const services = servicesOf(workload, index);
    if (services.length === 0) return [];
    const byService = routesByService(index);
    if (byService.size === 0) return [];
    const found = services.flatMap(({ metadata }) => [
      ...(byService.get(`${workload.namespace}/${metadata.name}`) ?? []),
    ]);
    return [...new Set(found)];
  },
);

/** Parents of a route that are gateways; a Service as parent is the mesh's own routing. */
export function gatewayParents({ spec }: Route) {
  return (spec?.parentRefs ?? []).filter(
    ref =>
      (ref.kind ?? 'Gateway') === 'Gateway' &&
      apiGroup(`${ref.group ?? 'gateway.networking.k8s.io'}/v1`) === 'gateway.networking.k8s.io',
  );
}
