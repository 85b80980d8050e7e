// Whether the backends of a route exist, and whether it may use them.
import type { Evidence, Fix, KubernetesObject, ObjectView } from '@maturity-roadmap/engine';
import { createObject, fixFields } from '@maturity-roadmap/engine';
import { isGranted } from './grants';
import type { Route } from './routing';

type Rule = NonNullable<NonNullable<Route['spec']>['rules']>[number];
type Backend = NonNullable<Rule['backendRefs']>[number];
export type BackendKinds = 'v1/Service' | 'gateway.networking.k8s.io/v1beta1/ReferenceGrant';

/** Filters that answer by themselves, or may, as those of a gateway's own; such a rule needs no backend. */
const answers = new Set(['RequestRedirect', 'ExtensionRef']);

/** Whether a ReferenceGrant of the backend's namespace lets the route in. */
function mayUse(
  { kind, metadata }: Route,
  backend: Backend,
  namespace: string,
  index: ObjectView<BackendKinds>,
): boolean {
  const target = { kind: 'Service', ...backend, namespace };
  return isGranted({ kind, namespace: metadata.namespace }, target, index);
}

function defectOfBackend(route: Route, backend: Backend, path: string, index: ObjectView<BackendKinds>): Evidence[] {
  // What is no Service belongs to the gateway's own extensions.
  if ((backend.group ?? '') !== '' || (backend.kind ?? 'Service') !== 'Service') return [];
  const namespace = backend.namespace ?? route.metadata.namespace ?? 'default';
  const row = (field: string, observed: string, expected: string) => [
    index.evidence(route, `${path}${field}`, observed, expected),
  ];
  if (backend.port === undefined) return row('.port', 'absent', 'a port of the Service');
  const service = index.get('v1/Service', namespace, backend.name);
  if (!service) return row('.name', `${namespace}/${backend.name}`, 'a Service that exists');
  const ports = (service.spec?.ports ?? []).map(({ port }) => port);
  if (!ports.includes(backend.port)) return row('.port', String(backend.port), `one of ${ports.join(', ')}`);
  if (namespace === (route.metadata.namespace ?? 'default') || mayUse(route, backend, namespace, index)) return [];
  return row('.namespace', namespace, `a ReferenceGrant there for ${route.kind}s of ${route.metadata.namespace}`);
}

/**
 * Sets the port of each backend that names none, where its Service has just one.
 *
 * @returns undefined if a Service has several
 */
export function portFix(route: Route, index: ObjectView<BackendKinds>): Fix | undefined {
  const fields: Record<string, unknown> = {};
  for (const [at, rule] of (route.spec?.rules ?? []).entries())
    for (const [position, backend] of (rule.backendRefs ?? []).entries()) {
      if (backend.port !== undefined || (backend.kind ?? 'Service') !== 'Service') continue;
      const namespace = backend.namespace ?? route.metadata.namespace ?? 'default';
      const [only, another] = index.get('v1/Service', namespace, backend.name)?.spec?.ports ?? [];
      if (!only || another) return undefined;
      fields[`/spec/rules/${at}/backendRefs/${position}/port`] = only.port;
    }
  return fixFields(index.ref(route), route, fields);
}

/**
 * Lets a route use its backends of another namespace, one grant for all of them there.
 *
 * @returns undefined where several namespaces would have to grant, or the name of the grant is taken
 */
export function grantFix(route: Route, index: ObjectView<BackendKinds>): Fix | undefined {
  const { name, namespace: from = 'default' } = route.metadata;
  const foreign = (route.spec?.rules ?? [])
    .flatMap(({ backendRefs }) => backendRefs ?? [])
    .filter(one => (one.kind ?? 'Service') === 'Service' && one.namespace && one.namespace !== from)
    .filter(one => !mayUse(route, one, one.namespace!, index));
  const [namespace, another] = new Set(foreign.map(one => one.namespace!));
  const grant = `${from}-${name}`;
  if (!namespace || another || index.get('gateway.networking.k8s.io/v1beta1/ReferenceGrant', namespace, grant))
    return undefined;
  const services = [...new Set(foreign.map(one => one.name))];
  return createObject(index.cluster, {
    apiVersion: 'gateway.networking.k8s.io/v1beta1',
    kind: 'ReferenceGrant',
    metadata: { name: grant, namespace },
    spec: {
      from: [{ group: 'gateway.networking.k8s.io', kind: route.kind, namespace: from }],
      to: services.map(service => ({ group: '', kind: 'Service', name: service })),
    },
  } as KubernetesObject);
}

/** What is wrong with the backends of a route, rule by rule. */
export function backendDefects(route: Route, index: ObjectView<BackendKinds>): Evidence[] {
  return (route.spec?.rules ?? []).flatMap((rule, position): Evidence[] => {
    const path = `spec.rules[${position}]`;
    const backends = rule.backendRefs ?? [];
    if (backends.length === 0) {
      if ((rule.filters ?? []).some(({ type }) => answers.has(type))) return [];
      return [index.evidence(route, `${path}.backendRefs`, 'none: answers 500', 'a backend or a redirect')];
    }
    const defects = backends.flatMap(one => defectOfBackend(route, one, `${path}.backendRefs[${one.name}]`, index));
    const weight = backends.reduce((sum, one) => sum + (one.weight ?? 1), 0);
    if (weight > 0) return defects;
    return [...defects, index.evidence(route, `${path}.backendRefs`, 'all weights are 0', 'one above 0')];
  });
}
