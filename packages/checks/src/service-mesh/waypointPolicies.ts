// Istio's authorization policies that are bound to a waypoint or to a Service behind one, followed to a workload.
import type { Evidence, ObjectOf, ObjectView, Service, Workload } from '@maturity-roadmap/engine';
import type { MeshNamespace } from './Intent';
import { waypointDefect } from './waypointDefects';
import type { WaypointUse } from './waypoints';
import { waypointUses } from './waypoints';

type Policy = ObjectOf<'security.istio.io/v1/AuthorizationPolicy'>;
type View = ObjectView<'security.istio.io/v1/AuthorizationPolicy' | 'gateway.networking.k8s.io/v1/Gateway'>;

/** What a policy is bound to; empty where it selects pods. */
export const targetsOf = ({ spec }: Policy) => spec?.targetRefs ?? (spec?.targetRef ? [spec.targetRef] : []);

/** The policies that are applied to a workload's traffic by its waypoints, and what keeps others from it. */
export interface BoundPolicies {
  applied: Policy[];
  lost: { what: string; evidence: Evidence }[];
}

/** Where a workload stands among policies. */
export interface Place {
  workload: Workload;
  services: readonly Service[];
  meshNamespace: MeshNamespace;
  /** Namespace of policies for the whole mesh. */
  root: string;
}

/** The waypoints that would apply a policy to the workload; undefined where it is about something else. */
function waypointsFor(policy: Policy, uses: readonly WaypointUse[], place: Place): readonly WaypointUse[] | undefined {
  const { workload, services, root } = place;
  const { namespace = 'default' } = policy.metadata;
  const isAbout = ({ kind, name }: { kind: string; name: string }) => {
    if (kind === 'Gateway') return uses.some(use => use.name === name && use.namespace === namespace);
    if (kind === 'GatewayClass') return namespace === root && name === 'istio-waypoint' && uses.length > 0;
    return kind === 'Service' && namespace === workload.namespace && services.some(one => one.metadata.name === name);
  };
  const targets = targetsOf(policy).filter(isAbout);
  if (targets.length === 0) return undefined;
  const byName = targets.flatMap(({ kind, name }) => (kind === 'Gateway' ? name : []));
  return byName.length > 0 ? uses.filter(({ name }) => byName.includes(name)) : uses;
}

/**
 * Follows policies through the waypoints that labels bind. Without a waypoint nobody applies a policy that is bound to
 * a Service. See https://istio.io/latest/docs/ambient/usage/l7-features/#targeting-policies
 */
export function boundPolicies(policies: readonly Policy[], place: Place, index: View): BoundPolicies {
  const uses = waypointUses(place.workload, place.services, place.meshNamespace);
  const bound: BoundPolicies = { applied: [], lost: [] };
  for (const policy of policies) {
    const waypoints = waypointsFor(policy, uses, place);
    if (!waypoints) continue;
    const name = `AuthorizationPolicy ${policy.metadata.name}`;
    const observed = targetsOf(policy)
      .map(one => `${one.kind} ${one.name}`)
      .join(', ');
    const evidence = index.evidence(policy, 'spec.targetRefs', observed, 'a waypoint that applies it');
    const [defect] = waypoints.flatMap(use => waypointDefect(use, place.workload, index) ?? []);
    if (waypoints.length === 0) bound.lost.push({ what: `${name} is applied by no waypoint`, evidence });
    else if (defect) bound.lost.push({ what: `${name} is not applied: ${defect.what}`, evidence: defect.evidence });
    else bound.applied.push(policy);
  }
  return bound;
}
