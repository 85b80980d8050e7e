// What a platform team can give to a whole namespace, and the checks of its workloads that are met by it.

/** A control for all workloads of a namespace. */
export interface NamespaceControl {
  id: string;
  /** Ids of the checks that pass for every workload there, whatever the workload itself says. */
  checks: readonly string[];
  /** YAML to apply. */
  manifest(namespace: string): string;
}

/**
 * Each of them is held against its checks by a test: with the objects of the manifest in the namespace, a workload that
 * failed passes, and shows what it inherits.
 */
export const namespaceControls: readonly NamespaceControl[] = [
  {
    id: 'default-deny',
    checks: ['netpol-ingress-isolated', 'netpol-egress-isolated'],
    // See https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-policies
    manifest: namespace => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: default-deny
  namespace: ${namespace}
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
`,
  },
  {
    id: 'limit-range',
    checks: ['pod-requests-set', 'pod-memory-limit-set'],
    // See https://kubernetes.io/docs/concepts/policy/limit-range/
    manifest: namespace => `apiVersion: v1
kind: LimitRange
metadata:
  name: defaults
  namespace: ${namespace}
spec:
  limits:
    - type: Container
      defaultRequest: { cpu: 50m, memory: 64Mi }
      default: { memory: 256Mi }
`,
  },
  {
    id: 'pod-security-label',
    checks: ['pss-namespace-enforced'],
    // See https://kubernetes.io/docs/concepts/security/pod-security-admission/#pod-security-admission-labels-for-namespaces
    manifest: namespace => `apiVersion: v1
kind: Namespace
metadata:
  name: ${namespace}
  labels:
    pod-security.kubernetes.io/enforce: baseline
`,
  },
  {
    id: 'strict-mtls',
    checks: ['mesh-mtls-strict'],
    // See https://istio.io/latest/docs/tasks/security/authentication/mtls-migration/#lock-down-to-mutual-tls-by-namespace
    manifest: namespace => `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: ${namespace}
spec:
  mtls:
    mode: STRICT
`,
  },
];
