// What Ingresses and routes claim: a host and a path that only one of them can have.
import type { KubernetesObject, ObjectView } from '@maturity-roadmap/engine';
import { derived, groupBy } from '@maturity-roadmap/engine';
import { namedClass } from './ingressClass';
import type { Ingress, Route } from './routing';
import { gatewayParents } from './routing';

/** A host and path at one entrance, with its owner. */
export interface Claim {
  /** Entrance, host, path and kind of path as one text; equal claims collide. */
  key: string;
  owner: KubernetesObject;
  path: string;
  /** For people: host and path. */
  shown: string;
}

/** The claims of an Ingress. Canaries of ingress-nginx share the claim of their main Ingress on purpose. */
function readIngress(ingress: Ingress): Claim[] {
  if (ingress.metadata.annotations?.['nginx.ingress.kubernetes.io/canary'] === 'true') return [];
  const entrance = namedClass(ingress)?.name ?? '';
  return (ingress.spec?.rules ?? []).flatMap(({ host = '*', http }) =>
    (http?.paths ?? []).map(({ path = '/', pathType }) => ({
      key: JSON.stringify(['Ingress', entrance, host, path, pathType]),
      owner: ingress,
      path: `spec.rules[${host}].http.paths[${path}]`,
      shown: `${host}${path}`,
    })),
  );
}

interface PathMatch {
  path?: { type?: string; value?: string };
  headers?: unknown[];
  queryParams?: unknown[];
  method?: string;
}

/** The claims of an HTTPRoute. A match that also looks at headers, parameters or the method stands beside others. */
function readRoute(route: Route): Claim[] {
  const hosts = route.spec?.hostnames?.length ? route.spec.hostnames : ['*'];
  const entrances = gatewayParents(route).map(({ namespace = route.metadata.namespace, name, sectionName, port }) =>
    [namespace, name, sectionName, port].join('/'),
  );
  return (route.spec?.rules ?? []).flatMap((rule, position) => {
    const matches: PathMatch[] = rule.matches?.length ? rule.matches : [{}];
    return matches
      .filter(({ headers, queryParams, method }) => !headers?.length && !queryParams?.length && !method)
      .flatMap(({ path: { type = 'PathPrefix', value = '/' } = {} }) =>
        entrances.flatMap(entrance =>
          hosts.map(host => ({
            key: JSON.stringify(['HTTPRoute', entrance, host, value, type]),
            owner: route,
            path: `spec.rules[${position}].matches`,
            shown: `${host}${value}`,
          })),
        ),
      );
  });
}

/** All claims of a cluster. */
export interface Claims {
  byKey: ReadonlyMap<string, readonly Claim[]>;
  byOwner: ReadonlyMap<KubernetesObject, readonly Claim[]>;
}

/** Gathers them once: workloads of one namespace ask for the same ones again and again. */
export const claimsIn = derived(
  ['networking.k8s.io/v1/Ingress', 'gateway.networking.k8s.io/v1/HTTPRoute'],
  (index: ObjectView<'networking.k8s.io/v1/Ingress' | 'gateway.networking.k8s.io/v1/HTTPRoute'>): Claims => {
    const all = [
      ...index.all('networking.k8s.io/v1/Ingress').flatMap(readIngress),
      ...index.all('gateway.networking.k8s.io/v1/HTTPRoute').flatMap(readRoute),
    ];
    return { byKey: groupBy(all, ({ key }) => key), byOwner: groupBy(all, ({ owner }) => owner) };
  },
);
