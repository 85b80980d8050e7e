// The shape of one control of the Pod Security Standards, and the pod that it reviews.
import type { PodSpec } from 'kubernetes-types/core/v1';
import type { WorkloadContainer } from '@maturity-roadmap/engine';
import { containersOf } from '@maturity-roadmap/engine';

/** The levels that restrict something. See https://kubernetes.io/docs/concepts/security/pod-security-standards/ @public */
export type PodSecurityLevel = 'baseline' | 'restricted';

/**
 * One field that a control forbids, or whose absence it forbids.
 *
 * @public
 */
export interface Violation {
  /** Id of the control, as the admission controller of Kubernetes names it: `seccompProfile_restricted`. */
  control: string;
  /** Absent where the pod as a whole is at fault. */
  container?: string;
  /** From the pod's root; list items by name: `spec.containers[app].securityContext.privileged`. */
  path: string;
  observed: string;
  expected: string;
}

/** A violation, before the registry adds the control's id. */
export type Finding = Omit<Violation, 'control'>;

/** The part of a pod's metadata that controls read. @public */
export interface PodMetadata {
  annotations?: Readonly<Record<string, string>>;
}

/** A pod as controls see it. */
export interface ReviewedPod {
  spec: PodSpec;
  annotations: Readonly<Record<string, string>>;
  /** Init, regular and ephemeral containers: no control exempts any of them. */
  containers: readonly WorkloadContainer[];
}

/** A control; its meaning for a released version never changes, a new version is a new entry. */
export interface Control {
  id: string;
  level: PodSecurityLevel;
  /** Ids of baseline controls that this one replaces at the restricted level, from its first version on. */
  replaces?: readonly string[];
  /** In rising order; the last one whose `minimum` (minor version of Kubernetes 1.x) is not above the asked counts. */
  versions: readonly { minimum: number; review(pod: ReviewedPod): Finding[] }[];
}

/** Reads a pod for review; missing or misshapen lists count as empty. */
export function toReviewedPod(spec: PodSpec, metadata: PodMetadata = {}): ReviewedPod {
  return { spec, annotations: metadata.annotations ?? {}, containers: containersOf(spec, 'spec') };
}
