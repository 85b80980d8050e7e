// Whether NetworkPolicies let a connection through: their semantics as one function.
import type { Labels, ObjectOf } from '@maturity-roadmap/engine';
import type { NetworkPeer, NetworkPod, NetworkPort } from './rules';
import { isPod, meansAnyPeer, meansAnyPort } from './rules';
import type { Direction, NetworkPolicy } from './selecting';
import { isolates, listOf, policySelects } from './selecting';

/**
 * The policies of a cluster, and the labels of its namespaces.
 *
 * @public
 */
export interface NetworkPolicySet {
  policies: readonly ObjectOf<'networking.k8s.io/v1/NetworkPolicy'>[];
  /** Labels of each namespace. The name label that Kubernetes itself sets may be left out. */
  namespaces?: Readonly<Record<string, Labels>>;
}

/**
 * What policies say of one side of a connection.
 *
 * @public
 */
export interface SideOfConnection {
  /** Whether any policy isolates this side; if none does, everything passes it. */
  isolated: boolean;
  allowed: boolean;
  /** Names of the policies, `namespace/name`, that let it through; if none, those that isolate it. */
  by: readonly string[];
}

/**
 * Whether a connection is let through, and what each side says.
 *
 * @public
 */
export interface Reachability {
  allowed: boolean;
  egress: SideOfConnection;
  ingress: SideOfConnection;
}

const untouched: SideOfConnection = { isolated: false, allowed: true, by: [] };
const namespaceOf = (policy: NetworkPolicy) => policy.metadata.namespace ?? 'default';

function judgeSide(
  direction: Direction,
  pod: NetworkPod,
  other: NetworkPeer,
  target: NetworkPeer,
  port: NetworkPort,
  { policies, namespaces = {} }: NetworkPolicySet,
): SideOfConnection {
  const isolating = policies.filter(
    policy => namespaceOf(policy) === pod.namespace && policySelects(policy, pod.labels) && isolates(policy, direction),
  );
  if (isolating.length === 0) return untouched;
  const labelsOf = (namespace: string): Labels => ({
    'kubernetes.io/metadata.name': namespace,
    ...(Object.hasOwn(namespaces, namespace) ? namespaces[namespace] : {}),
  });
  const letting = isolating.filter(({ spec, metadata }) =>
    direction === 'Ingress'
      ? listOf(spec?.ingress).some(
          rule =>
            meansAnyPeer(rule.from, other, metadata.namespace ?? 'default', labelsOf) &&
            meansAnyPort(rule.ports, port, target),
        )
      : listOf(spec?.egress).some(
          rule =>
            meansAnyPeer(rule.to, other, metadata.namespace ?? 'default', labelsOf) &&
            meansAnyPort(rule.ports, port, target),
        ),
  );
  const named = letting.length > 0 ? letting : isolating;
  return {
    isolated: true,
    allowed: letting.length > 0,
    by: named.map(policy => `${namespaceOf(policy)}/${policy.metadata.name}`),
  };
}

function isSamePod(a: NetworkPeer, b: NetworkPeer): boolean {
  if (a === b) return true;
  return isPod(a) && isPod(b) && a.name !== undefined && a.name === b.name && a.namespace === b.namespace;
}

/**
 * Whether a source may open a connection to a port of a destination, as NetworkPolicy of `networking.k8s.io/v1` says.
 *
 * Both sides must let it through: the source's policies for egress and the destination's for ingress. A side that no
 * policy isolates lets everything through; policies of one side add up. Replies need no rule of their own, and traffic
 * inside one pod is never stopped. Ends that are no pods, or are on their node's network, have no policies. What the
 * kubelet sends to pods of its own node is exempt in a cluster and can't be asked here.
 * See https://kubernetes.io/docs/concepts/services-networking/network-policies/
 *
 * @param source - pod, or address outside the cluster
 * @param destination - pod, or address outside the cluster
 * @param port - port of the destination, after Services were resolved
 * @public
 */
export function allowed(
  source: NetworkPeer,
  destination: NetworkPeer,
  port: NetworkPort,
  policies: NetworkPolicySet,
): Reachability {
  if (isSamePod(source, destination)) return { allowed: true, egress: untouched, ingress: untouched };
  const egress = isPod(source) ? judgeSide('Egress', source, destination, destination, port, policies) : untouched;
  const ingress = isPod(destination)
    ? judgeSide('Ingress', destination, source, destination, port, policies)
    : untouched;
  return { allowed: egress.allowed && ingress.allowed, egress, ingress };
}
