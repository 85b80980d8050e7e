// Judges whether Istio lets only listed callers reach a workload.
import type { CheckResult, ObjectOf, ObjectView, Workload } from '@maturity-roadmap/engine';
import { fail, matchesLabels, pass, servicesOf } from '@maturity-roadmap/engine';
import type { Enrolment } from './enrolment';
import { inNamespaces } from './inNamespaces';
import { rootNamespace } from './judgeIstioMtls';
import type { BoundPolicies } from './waypointPolicies';
import { boundPolicies, targetsOf } from './waypointPolicies';
import { waypointUses } from './waypoints';

export const istioAuthorizationKinds = [
  'security.istio.io/v1/AuthorizationPolicy',
  'gateway.networking.k8s.io/v1/Gateway',
  'v1/ConfigMap',
  'v1/Service',
] as const;
type View = ObjectView<(typeof istioAuthorizationKinds)[number]>;
const kind = 'security.istio.io/v1/AuthorizationPolicy';
type Policy = ObjectOf<typeof kind>;

const isAllow = ({ spec }: Policy) => (spec?.action ?? 'ALLOW') === 'ALLOW';

/** A rule without any condition matches every request. */
const allowsAll = ({ spec }: Policy) =>
  (spec?.rules ?? []).some(rule => Object.values(rule ?? {}).every(part => !Array.isArray(part) || part.length === 0));

/** The pods of a Gateway carry its name; what is bound to the Gateway is applied by them. */
const isOwnGateway = (target: { kind: string; name: string }, podLabels: Workload['podLabels']) =>
  target.kind === 'Gateway' && podLabels['gateway.networking.k8s.io/gateway-name'] === target.name;

/** Policies of the workload's namespace and of the root namespace, whose policies hold for the whole mesh. */
function selecting({ namespace, podLabels }: Workload, policies: readonly Policy[], root: string): Policy[] {
  return policies.filter(policy => {
    const place = policy.metadata.namespace ?? 'default';
    const targets = targetsOf(policy);
    if (targets.length > 0) return place === namespace && targets.some(one => isOwnGateway(one, podLabels));
    if (place !== namespace && place !== root) return false;
    const wanted = policy.spec?.selector?.matchLabels ?? {};
    return Object.keys(wanted).length === 0 || matchesLabels(wanted, podLabels);
  });
}

/** Policies that waypoints apply to the workload. A sidecar takes only those that select its pod. */
function throughWaypoints(
  workload: Workload,
  { mode, namespace: meshNamespace }: Enrolment,
  root: string,
  index: View,
): BoundPolicies {
  if (mode !== 'Istio ambient') return { applied: [], lost: [] };
  const place = { workload, services: servicesOf(workload, index), meshNamespace, root };
  // A policy stands beside what it is bound to.
  const waypoints = waypointUses(workload, place.services, meshNamespace).map(({ namespace }) => namespace);
  const policies = inNamespaces(kind, [workload.namespace, root, ...waypoints], index);
  return boundPolicies(
    policies.filter(one => isAllow(one) && targetsOf(one).length > 0),
    place,
    index,
  );
}

/**
 * Without an ALLOW policy everyone is let in; with one, only what any of them lists. No rules at all deny everyone,
 * and one empty rule allows everyone. See https://istio.io/latest/docs/concepts/security/#implicit-enablement
 */
export function judgeIstioAuthorization(workload: Workload, enrolment: Enrolment, index: View): CheckResult {
  const root = rootNamespace(index);
  const policies = inNamespaces(kind, [workload.namespace, root], index);
  const { applied, lost } = throughWaypoints(workload, enrolment, root, index);
  const allowing = [...selecting(workload, policies, root).filter(isAllow), ...applied];
  const open = allowing.find(allowsAll);
  if (open) {
    return fail(
      `AuthorizationPolicy ${open.metadata.name} has a rule that allows everyone`,
      index.evidence(open, 'spec.rules', 'an empty rule', 'rules that name callers'),
    );
  }
  if (allowing.length > 0) {
    const names = allowing.map(({ metadata }) => metadata.name).join(', ');
    const rows = allowing.map(policy => {
      const row = index.evidence(policy, 'spec.rules', 'names callers');
      // Without selector it is for the whole namespace, or for the mesh: the workload inherits it.
      const isOwn = Object.keys(policy.spec?.selector?.matchLabels ?? {}).length + targetsOf(policy).length > 0;
      return isOwn ? row : { ...row, inheritedFrom: index.ref(policy) };
    });
    return pass(`only callers listed by ${names} are let in`, ...rows);
  }
  const [first, ...more] = lost.map(({ evidence }) => evidence);
  if (first) return fail(lost.map(({ what }) => what).join('; '), first, ...more);
  return fail('no AuthorizationPolicy with action ALLOW selects the workload: everyone is let in', {
    object: workload.ref,
    path: `${workload.podMetadataPath}.labels`,
    observed: JSON.stringify(workload.podLabels),
    expected: 'selected by an AuthorizationPolicy that names callers',
  });
}
