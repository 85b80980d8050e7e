// Whether NetworkPolicies let a connection through: their semantics as one function.
import type { Labels, ObjectOf } from '@maturity-roadmap/engine';
import type { AdminAnswer, AskedSide } from './adminPolicies';
import { askAdministrators, byPriority } from './adminPolicies';
import { policiesOfTier } from './clusterPolicies';
import type { NetworkPeer, NetworkPort } from './rules';
import { isPod, meansAnyPeer, meansAnyPort } from './rules';
import type { NetworkPolicy } from './selecting';
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
  /** Policies of administrators, in any order. They are asked before all others. */
  admin?: readonly ObjectOf<'policy.networking.k8s.io/v1alpha1/AdminNetworkPolicy'>[];
  /** What holds where nothing else says anything; a cluster has at most one, named `default`. */
  baseline?: readonly ObjectOf<'policy.networking.k8s.io/v1alpha1/BaselineAdminNetworkPolicy'>[];
  /** Successor of both, in any order: its tier says which of them each policy is. */
  cluster?: readonly ObjectOf<'policy.networking.k8s.io/v1alpha2/ClusterNetworkPolicy'>[];
}

/**
 * What policies say of one side of a connection.
 *
 * @public
 */
export interface SideOfConnection {
  /** Whether it was for NetworkPolicies to say, and any isolates this side; if none does, everything passes it. */
  isolated: boolean;
  allowed: boolean;
  /**
   * Names of the policies, `namespace/name`, that let it through; if none, those that isolate it. The name alone is
   * that of an administrator's policy, which decided by itself.
   */
  by: readonly string[];
  /** Where an administrator's policy decided: before NetworkPolicies were asked, or because none isolates. */
  tier?: 'admin' | 'baseline';
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
type Rule = NonNullable<NonNullable<NetworkPolicy['spec']>['ingress']>[number];
const namespaceOf = (policy: NetworkPolicy) => policy.metadata.namespace ?? 'default';

/** What administrators wrote, by tier and in the order in which it is asked. */
const administratorsOf = ({ admin = [], baseline = [], cluster = [] }: NetworkPolicySet) => ({
  admin: byPriority([...admin, ...policiesOfTier(cluster, 'Admin')]),
  baseline: byPriority([...baseline, ...policiesOfTier(cluster, 'Baseline')]),
});

function judgeSide(side: AskedSide, set: NetworkPolicySet): SideOfConnection {
  const { namespaces = {} } = set;
  const labelsOf = (namespace: string): Labels => ({
    'kubernetes.io/metadata.name': namespace,
    ...(Object.hasOwn(namespaces, namespace) ? namespaces[namespace] : {}),
  });
  const { admin, baseline } = administratorsOf(set);
  const first = admin.length > 0 ? askAdministrators(admin, side, labelsOf) : undefined;
  if (first && first.action !== 'Pass') return decidedBy(first, 'admin');
  const own = judgeByOwnPolicies(side, set.policies, labelsOf);
  if (own.isolated || baseline.length === 0) return own;
  const last = askAdministrators(baseline, side, labelsOf);
  return last && last.action !== 'Pass' ? decidedBy(last, 'baseline') : own;
}

function decidedBy({ action, policy }: AdminAnswer, tier: 'admin' | 'baseline'): SideOfConnection {
  return { isolated: false, allowed: action === 'Allow', by: [policy.metadata.name], tier };
}

function judgeByOwnPolicies(
  { direction, pod, other, target, port }: AskedSide,
  policies: readonly NetworkPolicy[],
  labelsOf: (namespace: string) => Labels,
): SideOfConnection {
  const isolating = policies.filter(
    policy => namespaceOf(policy) === pod.namespace && policySelects(policy, pod.labels) && isolates(policy, direction),
  );
  if (isolating.length === 0) return untouched;
  const letting = isolating.filter(policy => {
    const lets = ({ ports }: Pick<Rule, 'ports'>, peers: Rule['from']) =>
      meansAnyPeer(peers, other, namespaceOf(policy), labelsOf) && meansAnyPort(ports, port, target);
    const { ingress, egress } = policy.spec ?? {};
    return direction === 'Ingress'
      ? listOf(ingress).some(rule => lets(rule, rule.from))
      : listOf(egress).some(rule => lets(rule, rule.to));
  });
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
 * Whether a source may open a connection to a port of a destination, as NetworkPolicy of `networking.k8s.io/v1`,
 * AdminNetworkPolicy, BaselineAdminNetworkPolicy and ClusterNetworkPolicy of `policy.networking.k8s.io` say.
 *
 * Both sides must let it through: the source's policies for egress and the destination's for ingress. A side that no
 * policy isolates lets everything through; policies of one side add up. Replies need no rule of their own, and traffic
 * inside one pod is never stopped. Ends that are no pods, or are on their node's network, have no policies. What the
 * kubelet sends to pods of its own node is exempt in a cluster and can't be asked here.
 * See https://kubernetes.io/docs/concepts/services-networking/network-policies/
 *
 * Administrators' policies come first: the first rule that means the connection allows or denies it, or passes it on to
 * NetworkPolicies. Where none of these isolates the side, the baseline decides. Peers by domain name mean nobody
 * here, and nodes only those whose labels are given.
 * See https://network-policy-api.sigs.k8s.io/
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
  const egress = isPod(source)
    ? judgeSide({ direction: 'Egress', pod: source, other: destination, target: destination, port }, policies)
    : untouched;
  const ingress = isPod(destination)
    ? judgeSide({ direction: 'Ingress', pod: destination, other: source, target: destination, port }, policies)
    : untouched;
  return { allowed: egress.allowed && ingress.allowed, egress, ingress };
}
