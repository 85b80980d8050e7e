// Policies of network plugins, which can isolate pods too but are not interpreted here.
import type { KubernetesObject, ObjectView } from '@maturity-roadmap/engine';

/** Kinds of one namespace. */
const namespaced = ['cilium.io/v2/CiliumNetworkPolicy', 'projectcalico.org/v3/NetworkPolicy'] as const;

/** Kinds that may select pods of any namespace. */
const clusterWide = [
  'cilium.io/v2/CiliumClusterwideNetworkPolicy',
  'projectcalico.org/v3/GlobalNetworkPolicy',
] as const;

/** All kinds whose objects may isolate a pod beside NetworkPolicy. */
export const otherPolicyKinds = [...namespaced, ...clusterWide] as const;

/**
 * The policies of those kinds that may concern pods of a namespace. Ends the check where one of the kinds can't be
 * read, so ask only when nothing else isolates.
 */
export function otherPolicies(
  namespace: string,
  index: ObjectView<(typeof otherPolicyKinds)[number]>,
): readonly KubernetesObject[] {
  return [
    ...namespaced.flatMap(kind => index.inNamespace(kind, namespace) as readonly KubernetesObject[]),
    ...clusterWide.flatMap(kind => index.all(kind) as readonly KubernetesObject[]),
  ];
}
