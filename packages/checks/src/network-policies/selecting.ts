// Which NetworkPolicies select a workload's pods, and in which directions they isolate them.
import type { Labels, ObjectOf, ObjectView, Workload } from '@maturity-roadmap/engine';
import { memoizeLast, selects } from '@maturity-roadmap/engine';

/** @public */
export type NetworkPolicy = ObjectOf<'networking.k8s.io/v1/NetworkPolicy'>;

/** @public */
export type Direction = 'Ingress' | 'Egress';

/** @public */
export const directions: readonly Direction[] = ['Ingress', 'Egress'];

const none: readonly never[] = [];
const isObject = (item: unknown): boolean => typeof item === 'object' && item !== null;

/** A list as read; anything but a list is empty, as is what can't be an item. */
export function listOf<T extends object>(value: readonly T[] | null | undefined): readonly T[] {
  if (!Array.isArray(value)) return none;
  return value.every(isObject) ? value : value.filter(isObject);
}

/**
 * The directions that a policy isolates the pods it selects in. Without `policyTypes` it is Ingress, and Egress only
 * if there are egress rules: `egress: []` alone isolates nothing.
 * See https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/
 */
export function policyTypesOf({ spec }: NetworkPolicy): readonly Direction[] {
  const written = spec?.policyTypes;
  if (Array.isArray(written) && written.length > 0) return directions.filter(one => written.includes(one));
  return listOf(spec?.egress).length > 0 ? directions : ['Ingress'];
}

/** Whether a policy isolates the pods it selects in a direction. */
export function isolates(policy: NetworkPolicy, direction: Direction): boolean {
  return policyTypesOf(policy).includes(direction);
}

/**
 * Whether a policy selects pods of its namespace with these labels. An empty selector matches all of them. The API
 * requires the field; in a manifest without it, it counts as empty, as it does for the API server.
 */
export function policySelects({ spec }: NetworkPolicy, labels: Labels): boolean {
  return spec !== null && typeof spec === 'object' && selects(spec.podSelector, labels, 'everything');
}

type PolicyView = ObjectView<'networking.k8s.io/v1/NetworkPolicy'>;

/** The policies that select a workload's pods. */
export const policiesSelecting = memoizeLast(
  ({ namespace, podLabels }: Workload, index: PolicyView): readonly NetworkPolicy[] =>
    index
      .inNamespace('networking.k8s.io/v1/NetworkPolicy', namespace)
      .filter(policy => policySelects(policy, podLabels)),
);

const isolation = memoizeLast((workload: Workload, index: PolicyView) => {
  const policies = policiesSelecting(workload, index);
  const inDirection = (direction: Direction) => policies.filter(policy => isolates(policy, direction));
  return { Ingress: inDirection('Ingress'), Egress: inDirection('Egress') };
});

/**
 * The policies that isolate a workload's pods in a direction. One is enough: policies only ever add up.
 * See https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation
 */
export function isolating(workload: Workload, direction: Direction, index: PolicyView): readonly NetworkPolicy[] {
  return isolation(workload, index)[direction];
}
