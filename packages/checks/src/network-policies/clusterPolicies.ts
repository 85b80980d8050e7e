// ClusterNetworkPolicy, read as the AdminNetworkPolicy or baseline that says the same.
import type { AdminNetworkPort, ClusterNetworkProtocol, ClusterNetworkRule, ObjectOf } from '@maturity-roadmap/engine';
import type { AdminPolicy } from './adminPolicies';
import { listOf } from './selecting';

/** @public */
export type ClusterPolicy = ObjectOf<'policy.networking.k8s.io/v1alpha2/ClusterNetworkPolicy'>;

/** A protocol without a port means all its ports; what is none of the four known ones means no port. */
function toPort({ tcp, udp, sctp, destinationNamedPort }: ClusterNetworkProtocol): AdminNetworkPort {
  if (destinationNamedPort) return { namedPort: destinationNamedPort };
  const named = { TCP: tcp, UDP: udp, SCTP: sctp };
  const [protocol, told] = Object.entries(named).find(([, one]) => one) ?? [];
  if (!told) return {};
  const { number, range } = told.destinationPort ?? {};
  if (number !== undefined) return { portNumber: { protocol, port: number } };
  return { portRange: { protocol, start: range?.start ?? 1, end: range?.end ?? 65535 } };
}

const toRule = ({ action, from, to, protocols }: ClusterNetworkRule) => ({
  action: action === 'Accept' ? 'Allow' : action,
  from,
  to,
  ports: listOf(protocols).map(toPort),
});

/**
 * The same policy in the words of its predecessor. Peers by domain name mean nobody: an address does not tell its name.
 * See https://network-policy-api.sigs.k8s.io/api-overview/
 */
function toAdminPolicy({ apiVersion, kind, metadata, spec }: ClusterPolicy): AdminPolicy {
  const { priority, subject, ingress, egress } = spec ?? {};
  return {
    apiVersion,
    kind,
    metadata,
    spec: { priority, subject, ingress: listOf(ingress).map(toRule), egress: listOf(egress).map(toRule) },
  };
}

/** The policies of a tier: `Admin` is asked before NetworkPolicies, `Baseline` where none of them isolates. */
export const policiesOfTier = (policies: readonly ClusterPolicy[], tier: 'Admin' | 'Baseline'): AdminPolicy[] =>
  policies.filter(({ spec }) => spec?.tier === tier).map(toAdminPolicy);
