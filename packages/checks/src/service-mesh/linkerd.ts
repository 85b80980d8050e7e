// Linkerd: whether a pod would be injected, and which connections its proxy accepts by default.
import type { Intent, MeshNamespace, MeshPod } from './Intent';

const injectKey = 'linkerd.io/inject';
const policyKey = 'config.linkerd.io/default-inbound-policy';

/**
 * What the injector of Linkerd decides: by annotation only, the pod's before the namespace's; a label does nothing.
 * See https://linkerd.io/2/features/proxy-injection/
 */
export function linkerdIntent(pod: MeshPod, namespace: MeshNamespace): Intent {
  const own = pod.annotations[injectKey];
  const value = own ?? namespace.annotations[injectKey];
  const enrolled = value === 'enabled' || value === 'ingress';
  const giver = own === undefined ? 'namespace' : 'pod';
  const because =
    value === undefined
      ? `neither namespace nor pod has the annotation ${injectKey}`
      : `${giver} annotation ${injectKey} is ${value}`;
  return {
    mode: 'Linkerd',
    enrolled,
    asked: value !== undefined,
    because,
    byNamespace: own === undefined && value !== undefined,
  };
}

const strictPolicies = new Set(['all-authenticated', 'cluster-authenticated', 'deny']);

/**
 * The policy for ports that no Server describes: the pod's annotation before the namespace's, else what Linkerd was
 * installed with, which is `all-unauthenticated` unless someone changed it.
 * See https://linkerd.io/2/features/server-policy/#policy-annotations
 */
export function defaultInboundPolicy(
  pod: MeshPod,
  namespace: MeshNamespace,
): { policy: string; isStrict: boolean; byNamespace: boolean } {
  const own = pod.annotations[policyKey];
  const policy = own ?? namespace.annotations[policyKey] ?? 'all-unauthenticated';
  return { policy, isStrict: strictPolicies.has(policy), byNamespace: own === undefined };
}

/** Ports whose connections bypass the proxy, as the pod's annotation or else the namespace's lists them. */
export function skippedInboundPorts(pod: MeshPod, namespace: MeshNamespace): string | undefined {
  const key = 'config.linkerd.io/skip-inbound-ports';
  return (pod.annotations[key] ?? namespace.annotations[key]) || undefined;
}
