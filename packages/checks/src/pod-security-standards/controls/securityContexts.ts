// The places of a pod that hold a security context, and facts of the pod that relax controls.
import type { PodSecurityContext, SecurityContext } from 'kubernetes-types/core/v1';
import { memoizeLast } from '@maturity-roadmap/engine';
import type { Finding, ReviewedPod } from './Control';

/** Fields that the pod's and the containers' security contexts have in common. */
type SharedContext = PodSecurityContext | SecurityContext;

interface ContextPlace<T> {
  container?: string;
  path: string;
  context: T;
}

/** The security contexts of all containers; an absent one is empty. */
export const containerContexts = memoizeLast((pod: ReviewedPod): readonly Required<ContextPlace<SecurityContext>>[] =>
  pod.containers.map(({ name, path, container }) => ({
    container: name,
    path: `${path}.securityContext`,
    context: container.securityContext ?? {},
  })),
);

/** The pod's security context and those of all containers. A good value in one never excuses a bad one in another. */
export const allContexts = memoizeLast((pod: ReviewedPod): readonly ContextPlace<SharedContext>[] => [
  { path: 'spec.securityContext', context: pod.spec.securityContext ?? {} },
  ...containerContexts(pod),
]);

/** A finding for each context that `offence` objects to. */
export function findInContexts<T>(
  places: readonly ContextPlace<T>[],
  field: string,
  expected: string,
  offence: (context: T) => string | undefined,
): Finding[] {
  const findings: Finding[] = [];
  for (const { container, path, context } of places) {
    const observed = offence(context);
    if (observed === undefined) continue;
    const finding = { path: `${path}.${field}`, observed, expected };
    findings.push(container === undefined ? finding : { container, ...finding });
  }
  return findings;
}

/** Pods of Windows are exempt from controls of Linux features. */
export function isWindows({ spec }: ReviewedPod): boolean {
  return spec.os?.name === 'windows';
}

/**
 * Whether the pod has a user namespace of its own, where root inside is nobody outside.
 * See https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/#integration-with-pod-security-admission-checks
 */
export function hasUserNamespace({ spec }: ReviewedPod): boolean {
  return spec.hostUsers === false;
}

/** A value as evidence. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return 'not set';
  return typeof value === 'string' ? value || "''" : JSON.stringify(value);
}

const none: readonly never[] = [];
const isThere = (item: unknown): boolean => item !== null && item !== undefined;

/** A list of objects or values as read; anything but a list is empty. */
export function listOf<T>(value: readonly T[] | null | undefined): readonly T[] {
  if (!Array.isArray(value)) return none;
  return value.every(isThere) ? value : value.filter(isThere);
}
