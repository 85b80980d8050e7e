// Whether policies of administrators isolate pods: strangers, whom no rule was written for, are denied.
import type { ObjectView, Workload } from '@maturity-roadmap/engine';
import { derived } from '@maturity-roadmap/engine';
import type { AdminPolicy } from './adminPolicies';
import { byPriority } from './adminPolicies';
import { allowed } from './allowed';
import { policiesOfTier } from './clusterPolicies';
import type { NetworkPeer, NetworkPod, NetworkPort } from './rules';
import type { Direction } from './selecting';

export const adminKinds = [
  'policy.networking.k8s.io/v1alpha1/AdminNetworkPolicy',
  'policy.networking.k8s.io/v1alpha1/BaselineAdminNetworkPolicy',
  'policy.networking.k8s.io/v1alpha2/ClusterNetworkPolicy',
] as const;
export type AdminView = ObjectView<(typeof adminKinds)[number] | 'v1/Namespace'>;

const [adminKind, baselineKind, clusterKind] = adminKinds;
const administrators = derived(adminKinds, index => ({
  admin: byPriority([...index.all(adminKind), ...policiesOfTier(index.all(clusterKind), 'Admin')]),
  baseline: byPriority([...index.all(baselineKind), ...policiesOfTier(index.all(clusterKind), 'Baseline')]),
}));

/** A pod of a namespace that no cluster can have, and an address that is nobody's. */
const strangePod: NetworkPod = { namespace: '-', labels: {}, ip: '192.0.2.7' };
const strangeAddress: NetworkPeer = { ip: '192.0.2.8' };
/** Rules that name ports leave strangers all others; this one nobody listens on. */
const strangePort = { port: 1 };

const podOf = ({ namespace, podLabels }: Workload): NetworkPod => ({ namespace, labels: podLabels });

const labelsOf = (namespaces: readonly string[], index: AdminView) =>
  Object.fromEntries(namespaces.map(name => [name, index.find('v1/Namespace', name)?.metadata.labels ?? {}]));

/** Whether there are policies that are asked before NetworkPolicies, so that these alone may not decide. */
export const administratorsComeFirst = (index: AdminView): boolean => administrators(index).admin.length > 0;

/**
 * Whether administrators let pods of a workload reach a pod, whatever its NetworkPolicies say. Asks for the labels of
 * namespaces only where there are such policies.
 */
export function administratorsLet(workload: Workload, other: NetworkPod, port: NetworkPort, index: AdminView): boolean {
  const { admin } = administrators(index);
  if (admin.length === 0) return false;
  const namespaces = labelsOf([workload.namespace, other.namespace], index);
  const { egress } = allowed(podOf(workload), other, port, { policies: [], admin, namespaces });
  return egress.tier === 'admin' && egress.allowed;
}

/**
 * The policies by which administrators keep strangers from the pods, or the pods from strangers. Rules for ingress can't
 * mean what is outside of the cluster; for egress both must be denied. Ends the check where the kinds, or the labels of
 * namespaces that they go by, can't be read.
 */
export function isolatingAdministrators(workload: Workload, direction: Direction, index: AdminView): AdminPolicy[] {
  const { admin, baseline } = administrators(index);
  if (admin.length + baseline.length === 0) return [];
  const pod = podOf(workload);
  const set = { policies: [], admin, baseline, namespaces: labelsOf([workload.namespace], index) };
  const sides =
    direction === 'Ingress'
      ? [allowed(strangePod, pod, strangePort, set).ingress]
      : [strangePod, strangeAddress].map(other => allowed(pod, other, strangePort, set).egress);
  if (sides.some(side => side.allowed)) return [];
  const decides = (policy: AdminPolicy, tier: 'admin' | 'baseline') =>
    sides.some(side => side.tier === tier && side.by[0] === policy.metadata.name);
  return [
    ...admin.filter(policy => decides(policy, 'admin')),
    ...baseline.filter(policy => decides(policy, 'baseline')),
  ];
}
