// What keeps rules for requests from being applied in ambient mode.
import type { Evidence, ObjectView, Workload } from '@maturity-roadmap/engine';
import { matchesLabels } from '@maturity-roadmap/engine';
import type { WaypointUse } from './waypoints';
import { handles, looksIntoRequests } from './waypoints';

export const waypointKinds = [
  'security.istio.io/v1/AuthorizationPolicy',
  'gateway.networking.k8s.io/v1/Gateway',
] as const;
type View = ObjectView<(typeof waypointKinds)[number]>;

export interface WaypointDefect {
  what: string;
  evidence: Evidence;
}

/** Policies that look into requests but select pods, where only the node proxy applies them. */
export function unboundPolicies(workload: Workload, index: View): WaypointDefect[] {
  return index
    .inNamespace('security.istio.io/v1/AuthorizationPolicy', workload.namespace)
    .filter(({ spec }) => !spec?.targetRefs && !spec?.targetRef && looksIntoRequests(spec?.rules))
    .filter(({ spec }) => !spec?.selector?.matchLabels || matchesLabels(spec.selector.matchLabels, workload.podLabels))
    .map(policy => ({
      what: `AuthorizationPolicy ${policy.metadata.name} is bound to no waypoint`,
      evidence: index.evidence(policy, 'spec.rules', 'looks into requests', 'targetRefs to a waypoint or Service'),
    }));
}

/** What is wrong with a waypoint that a label names. */
export function waypointDefect(use: WaypointUse, workload: Workload, index: View): WaypointDefect | undefined {
  const { name, namespace, by, addressed } = use;
  const gateway = index.get('gateway.networking.k8s.io/v1/Gateway', namespace, name);
  const defect = (why: string, evidence: Evidence) => ({
    what: `${by} names waypoint ${namespace}/${name}, which ${why}`,
    evidence,
  });
  if (!gateway) {
    const path = `${workload.podMetadataPath}.labels`;
    return defect('is not there', { object: workload.ref, path, observed: name, expected: 'a Gateway of that name' });
  }
  const { gatewayClassName } = gateway.spec ?? {};
  if (gatewayClassName !== 'istio-waypoint') {
    const observed = String(gatewayClassName);
    return defect('is none', index.evidence(gateway, 'spec.gatewayClassName', observed, 'istio-waypoint'));
  }
  const programmed = gateway.status?.conditions?.find(({ type }) => type === 'Programmed')?.status;
  if (programmed === 'False')
    return defect('is not programmed', index.evidence(gateway, 'status.conditions[Programmed]', 'False', 'True'));
  if (handles(gateway).some(one => addressed.includes(one))) return undefined;
  const observed = handles(gateway).join(', ') || 'none';
  const path = 'metadata.labels[istio.io/waypoint-for]';
  return defect('is for other traffic', index.evidence(gateway, path, observed, addressed.join(' or ')));
}
