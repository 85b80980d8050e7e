// What the policies of administrators say of one side of a connection: AdminNetworkPolicy and its baseline.
import type { AdminNetworkPeer, AdminNetworkPods, AdminNetworkPort, Labels, ObjectOf } from '@maturity-roadmap/engine';
import { matchesSelector, selects } from '@maturity-roadmap/engine';
import type { NetworkPeer, NetworkPod, NetworkPort } from './rules';
import { inBlock, isPod } from './rules';
import type { Direction } from './selecting';
import { listOf } from './selecting';

/** @public */
export type AdminPolicy =
  | ObjectOf<'policy.networking.k8s.io/v1alpha1/AdminNetworkPolicy'>
  | ObjectOf<'policy.networking.k8s.io/v1alpha1/BaselineAdminNetworkPolicy'>;

/** One end of a connection that policies are asked about. */
export interface AskedSide {
  direction: Direction;
  /** Whose policies are asked. */
  pod: NetworkPod;
  other: NetworkPeer;
  /** The end that is connected to: the pod itself for ingress. */
  target: NetworkPeer;
  port: NetworkPort;
}

type LabelsOf = (namespace: string) => Labels;

/**
 * Whether a subject or a peer means a pod. Each says either `namespaces` or `pods`; an absent selector of pods in it
 * means all of them. Pods on the network of their node are never meant.
 */
function meansPod({ namespaces, pods }: AdminNetworkPods, peer: NetworkPeer, labelsOf: LabelsOf): boolean {
  if (!isPod(peer)) return false;
  if (namespaces) return matchesSelector(namespaces, labelsOf(peer.namespace));
  return (
    pods !== undefined &&
    pods !== null &&
    selects(pods.namespaceSelector, labelsOf(peer.namespace), 'everything') &&
    selects(pods.podSelector, peer.labels, 'everything')
  );
}

/** Networks mean pods too, by their address. Nodes mean whoever looks like the node, and nobody whose node is not told. */
function meansPeer(peer: AdminNetworkPeer, other: NetworkPeer, labelsOf: LabelsOf): boolean {
  return (
    meansPod(peer, other, labelsOf) ||
    (!isPod(other) && other.nodeLabels !== undefined && selects(peer.nodes, other.nodeLabels, 'nothing')) ||
    (Array.isArray(peer.networks) && peer.networks.some(network => inBlock(other.ip, String(network))))
  );
}

/** A name brings its own protocol: that of the port of this name of the pod that is connected to. */
function meansPort({ portNumber, portRange, namedPort }: AdminNetworkPort, { port, target }: AskedSide): boolean {
  const wanted = port.protocol ?? 'TCP';
  if (portNumber) return (portNumber.protocol ?? 'TCP') === wanted && portNumber.port === port.port;
  if (portRange) {
    const { protocol = 'TCP', start = 0, end = 0 } = portRange;
    return protocol === wanted && start <= port.port && port.port <= end;
  }
  return (
    namedPort !== undefined &&
    isPod(target) &&
    (target.ports ?? []).some(
      one => one.name === namedPort && one.containerPort === port.port && (one.protocol ?? 'TCP') === wanted,
    )
  );
}

const priorityOf = (policy: AdminPolicy) => Number(policy.spec?.priority ?? 0);

/** Policies in the order in which they are asked: the lowest number first. */
export function byPriority<T extends AdminPolicy>(policies: readonly T[]): readonly T[] {
  return [...policies].sort((a, b) => priorityOf(a) - priorityOf(b) || (a.metadata.name < b.metadata.name ? -1 : 1));
}

/** What the first rule that means a connection says, and the policy that it stands in. */
export interface AdminAnswer {
  action: 'Allow' | 'Deny' | 'Pass';
  policy: AdminPolicy;
}

/**
 * Asks policies one after the other, and in each rule after rule: the first that means the connection decides. Rules
 * for ingress mean pods only, so that traffic from outside the cluster passes them.
 * See https://network-policy-api.sigs.k8s.io/api-overview/
 *
 * @param policies - in the order of {@link byPriority}
 */
export function askAdministrators(
  policies: readonly AdminPolicy[],
  side: AskedSide,
  labelsOf: LabelsOf,
): AdminAnswer | undefined {
  for (const policy of policies) {
    const { subject, ingress, egress } = policy.spec ?? {};
    if (!subject || !meansPod(subject, side.pod, labelsOf)) continue;
    for (const rule of listOf(side.direction === 'Ingress' ? ingress : egress)) {
      const peers = listOf(side.direction === 'Ingress' ? rule.from : rule.to);
      const ports = listOf(rule.ports);
      const isMeant =
        peers.some(peer => meansPeer(peer, side.other, labelsOf)) &&
        (ports.length === 0 || ports.some(one => meansPort(one, side)));
      if (isMeant && (rule.action === 'Allow' || rule.action === 'Deny' || rule.action === 'Pass'))
        return { action: rule.action, policy };
    }
  }
  return undefined;
}
