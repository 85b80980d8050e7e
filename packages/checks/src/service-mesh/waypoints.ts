// Which waypoint handles the traffic to a workload in ambient mode.
import type { KubernetesObject, Service, Workload } from '@maturity-roadmap/engine';
import type { MeshNamespace } from './Intent';

const key = 'istio.io/use-waypoint';
const namespaceKey = 'istio.io/use-waypoint-namespace';

/** What kind of address a waypoint is asked to handle. */
export type Addressed = 'service' | 'workload';

/** A waypoint as labels name it. */
export interface WaypointUse {
  name: string;
  namespace: string;
  /** Object whose label decides, for people. */
  by: string;
  /** Kinds of traffic of which the waypoint must handle at least one. */
  addressed: readonly Addressed[];
}

type Labels = Readonly<Record<string, string>>;

/**
 * The waypoints that labels bind: the pod's and each Service's own before the namespace's, which
 * holds for every Service without; `none` opts out.
 * See https://istio.io/latest/docs/ambient/usage/waypoint/#configure-a-pod-to-use-a-specific-waypoint
 */
export function waypointUses(
  { namespace, podLabels }: Workload,
  services: readonly Service[],
  meshNamespace: MeshNamespace,
): WaypointUse[] {
  const place = (labels: Labels) => labels[namespaceKey] ?? namespace;
  const own = (labels: Labels, by: string, addressed: Addressed[]): WaypointUse[] =>
    labels[key] && labels[key] !== 'none' ? [{ name: labels[key], namespace: place(labels), by, addressed }] : [];
  const uses = [
    ...own(podLabels, 'the pod template', ['workload']),
    ...services.flatMap(({ metadata }) => own(metadata.labels ?? {}, `Service ${metadata.name}`, ['service'])),
  ];
  const isInherited =
    services.length > 0
      ? services.some(({ metadata }) => metadata.labels?.[key] === undefined)
      : podLabels[key] === undefined;
  return isInherited
    ? [...uses, ...own(meshNamespace.labels, `namespace ${namespace}`, ['service', 'workload'])]
    : uses;
}

/** Traffic that a waypoint handles, as its label says; by default that to Services. */
export function handles({ metadata }: KubernetesObject): readonly Addressed[] {
  const value = metadata.labels?.['istio.io/waypoint-for'] ?? 'service';
  if (value === 'all') return ['service', 'workload'];
  return value === 'service' || value === 'workload' ? [value] : [];
}

const requestFields = ['methods', 'notMethods', 'paths', 'notPaths', 'hosts', 'notHosts'];

/** Whether the rules of an authorization policy look into requests, which only a waypoint can. */
export function looksIntoRequests(rules: readonly Record<string, unknown>[] | undefined): boolean {
  return (rules ?? []).some(rule => {
    const to = Array.isArray(rule?.to) ? (rule.to as { operation?: object }[]) : [];
    const when = Array.isArray(rule?.when) ? (rule.when as { key?: string }[]) : [];
    return (
      to.some(one => requestFields.some(field => Object.hasOwn(Object(one?.operation), field))) ||
      when.some(one => String(one?.key).startsWith('request.'))
    );
  });
}
