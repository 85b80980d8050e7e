// Whether a NetworkPolicy lets the pods it selects ask the cluster's DNS.
import type { NetworkPolicyPeer, NetworkPolicyPort } from 'kubernetes-types/networking/v1';
import type { Fix, FixOperation, Labels, ObjectRef, Workload } from '@maturity-roadmap/engine';
import { matchesSelector, selects } from '@maturity-roadmap/engine';
import type { AdminView } from './adminIsolation';
import { administratorsLet } from './adminIsolation';
import type { NetworkPolicy } from './selecting';
import { listOf } from './selecting';

/** Labels and port names of CoreDNS and kube-dns as Kubernetes' installers deploy them. */
const dnsLabels = { 'k8s-app': 'kube-dns' };
const dnsNamespace = 'kube-system';
const dnsPortNames = { UDP: 'dns', TCP: 'dns-tcp' };

type Protocol = keyof typeof dnsPortNames;

function isDnsPort({ port, endPort, protocol }: NetworkPolicyPort, wanted: Protocol): boolean {
  if ((protocol ?? 'TCP') !== wanted) return false;
  if (port === undefined || port === null || port === dnsPortNames[wanted]) return true;
  return Number(port) === 53 || (Number(port) < 53 && Number(endPort ?? 0) >= 53);
}

/**
 * An address block may hold the pods of DNS or the node-local cache; which it does depends on the cluster's ranges,
 * so any block gets the benefit of the doubt.
 */
function isDnsPeer(peer: NetworkPolicyPeer, namespace: string, namespaceLabels: Labels | undefined): boolean {
  if (peer.ipBlock) return true;
  const isThere = peer.namespaceSelector
    ? !namespaceLabels || matchesSelector(peer.namespaceSelector, namespaceLabels)
    : namespace === dnsNamespace;
  return isThere && selects(peer.podSelector, dnsLabels, 'everything');
}

/**
 * Whether a policy allows egress to the cluster's DNS.
 *
 * @param namespace - of the policy
 * @param namespaceLabels - of the namespace that DNS runs in; undefined to ask whether some labels would do
 */
export function allowsDns(
  policy: NetworkPolicy,
  protocol: Protocol,
  namespace: string,
  namespaceLabels: Labels | undefined,
): boolean {
  return listOf(policy.spec?.egress).some(({ to, ports }) => {
    const peers = listOf<NetworkPolicyPeer>(to);
    const list = listOf<NetworkPolicyPort>(ports);
    return (
      (peers.length === 0 || peers.some(peer => isDnsPeer(peer, namespace, namespaceLabels))) &&
      (list.length === 0 || list.some(port => isDnsPort(port, protocol)))
    );
  });
}

/** A pod of the cluster's DNS as Kubernetes' installers deploy it. */
const dnsPod = {
  namespace: dnsNamespace,
  labels: dnsLabels,
  ports: Object.entries(dnsPortNames).map(([protocol, name]) => ({ protocol, name, containerPort: 53 })),
};

/** Whether administrators let a workload's pods ask the cluster's DNS, so that no NetworkPolicy has to. */
export const administratorsLetDns = (workload: Workload, protocol: Protocol, index: AdminView): boolean =>
  administratorsLet(workload, dnsPod, { port: 53, protocol }, index);

/** The rule that lets pods ask the cluster's DNS, as Kubernetes' installers deploy it. */
const dnsRule = {
  to: [
    {
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': dnsNamespace } },
      podSelector: { matchLabels: dnsLabels },
    },
  ],
  ports: [
    { protocol: 'UDP', port: 53 },
    { protocol: 'TCP', port: 53 },
  ],
};

/** Adds the rule to a policy. */
export function dnsFix(policy: NetworkPolicy, object: ObjectRef): Fix {
  const isListed = Array.isArray(policy.spec?.egress);
  const operation: FixOperation = isListed
    ? { op: 'add', path: '/spec/egress/-', value: dnsRule }
    : { op: 'add', path: '/spec/egress', value: [dnsRule] };
  return { object, operations: [operation] };
}
