// What one rule of a NetworkPolicy lets through: which peers, and which ports.
import ipaddr from 'ipaddr.js';
import type { NetworkPolicyPeer, NetworkPolicyPort } from 'kubernetes-types/networking/v1';
import type { Labels } from '@maturity-roadmap/engine';
import { matchesSelector, selects } from '@maturity-roadmap/engine';
import { listOf } from './selecting';

/**
 * A pod as an end of a connection.
 *
 * @public
 */
export interface NetworkPod {
  namespace: string;
  /** Tells pods with the same labels apart, where it matters that traffic stays inside one. */
  name?: string;
  labels: Labels;
  /** Address of the pod. Blocks of addresses match no pod whose address is not known. */
  ip?: string;
  /** Declared container ports, by which named ports of policies are resolved. */
  ports?: readonly { name?: string; containerPort: number; protocol?: string }[];
  /** Pods on their node's network are no subject of policies, and look to others like the node. */
  hostNetwork?: boolean;
  /** Labels of that node, by which administrators' policies may mean it. */
  nodeLabels?: Labels;
}

/**
 * One end of a connection: a pod, the address of a node, or an address outside the cluster.
 *
 * @public
 */
export type NetworkPeer = NetworkPod | { ip: string; nodeLabels?: Labels };

/**
 * A port to connect to.
 *
 * @public
 */
export interface NetworkPort {
  port: number;
  /** `TCP` if absent. */
  protocol?: 'TCP' | 'UDP' | 'SCTP';
}

/** Whether a peer is a pod that policies see as one. */
export function isPod(peer: NetworkPeer): peer is NetworkPod {
  return 'labels' in peer && peer.hostNetwork !== true;
}

/** Whether an address lies in a block; what can't be read lies nowhere. */
export function inBlock(address: string | undefined, cidr: string): boolean {
  if (!address || !ipaddr.isValid(address) || !ipaddr.isValidCIDR(cidr)) return false;
  const [range, bits] = ipaddr.parseCIDR(cidr);
  // An IPv4 address written in IPv6 form is the IPv4 address.
  const parsed = ipaddr.process(address);
  return parsed.kind() === range.kind() && parsed.match(range, bits);
}

/**
 * Whether a peer of a rule means an end of a connection. Both selectors of one peer must match (AND); a pod selector
 * alone means pods of the policy's own namespace, a namespace selector alone all pods of the namespaces it matches.
 * See https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors
 */
function meansPeer(
  { ipBlock, namespaceSelector, podSelector }: NetworkPolicyPeer,
  peer: NetworkPeer,
  policyNamespace: string,
  namespaceLabels: (namespace: string) => Labels,
): boolean {
  if (ipBlock) {
    return (
      inBlock(peer.ip, String(ipBlock.cidr)) &&
      !(Array.isArray(ipBlock.except) ? ipBlock.except : []).some(except => inBlock(peer.ip, String(except)))
    );
  }
  if (!isPod(peer) || (!namespaceSelector && !podSelector)) return false;
  const isThere = namespaceSelector
    ? matchesSelector(namespaceSelector, namespaceLabels(peer.namespace))
    : peer.namespace === policyNamespace;
  return isThere && selects(podSelector, peer.labels, 'everything');
}

/** Whether any peer of a rule means the end; no peers mean everyone. */
export function meansAnyPeer(
  peers: readonly NetworkPolicyPeer[] | undefined,
  peer: NetworkPeer,
  policyNamespace: string,
  namespaceLabels: (namespace: string) => Labels,
): boolean {
  const list = listOf<NetworkPolicyPeer>(peers);
  return list.length === 0 || list.some(one => meansPeer(one, peer, policyNamespace, namespaceLabels));
}

/**
 * Whether a port of a rule means the port of a connection. Without a number it is every port of the protocol; a name
 * is looked up among the container ports of the pod that is connected to, in the same protocol.
 */
function meansPort({ port, endPort, protocol }: NetworkPolicyPort, wanted: NetworkPort, target: NetworkPeer): boolean {
  if ((protocol ?? 'TCP') !== (wanted.protocol ?? 'TCP')) return false;
  if (port === undefined || port === null) return true;
  if (typeof port === 'string') {
    const ports = isPod(target) ? (target.ports ?? []) : [];
    return ports.some(
      one =>
        one.name === port &&
        one.containerPort === wanted.port &&
        (one.protocol ?? 'TCP') === (wanted.protocol ?? 'TCP'),
    );
  }
  return endPort ? port <= wanted.port && wanted.port <= endPort : port === wanted.port;
}

/** Whether any port of a rule means the port; no ports mean every port. */
export function meansAnyPort(
  ports: readonly NetworkPolicyPort[] | undefined,
  wanted: NetworkPort,
  target: NetworkPeer,
): boolean {
  const list = listOf<NetworkPolicyPort>(ports);
  return list.length === 0 || list.some(one => meansPort(one, wanted, target));
}
