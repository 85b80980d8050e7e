// Evaluates a pod by the Pod Security Standards of a level and version, as Kubernetes' own admission controller does.
import type { PodSpec } from 'kubernetes-types/core/v1';
import { controls } from './controls';
import type { Finding, PodMetadata, PodSecurityLevel, ReviewedPod, Violation } from './controls/Control';
import { toReviewedPod } from './controls/Control';

/** A version of the standards: `latest`, or the minor version of Kubernetes that defined it. @public */
export type PodSecurityVersion = 'latest' | `v1.${number}`;

/**
 * Reads a version as the label `pod-security.kubernetes.io/enforce-version` holds it.
 *
 * @returns undefined for anything but `latest` and `v1.<minor>`, which Kubernetes takes for latest
 * @public
 */
export function parsePodSecurityVersion(text: string | undefined): PodSecurityVersion | undefined {
  return text === 'latest' || (text !== undefined && /^v1\.(0|[1-9]\d*)$/.test(text))
    ? (text as PodSecurityVersion)
    : undefined;
}

/** Versions above the newest known mean the newest known. */
const minorOf = (version: PodSecurityVersion) =>
  version === 'latest' ? Infinity : Number(version.slice('v1.'.length));

/** What one control asks at a version. */
interface Review {
  id: string;
  review(pod: ReviewedPod): Finding[];
}

const reviews = {
  baseline: new Map<PodSecurityVersion, Review[]>(),
  restricted: new Map<PodSecurityVersion, Review[]>(),
};

/** What a level asks at a version: the same for every pod, so it is worked out once. */
function reviewsOf(level: PodSecurityLevel, version: PodSecurityVersion): readonly Review[] {
  const known = reviews[level];
  let found = known.get(version);
  if (!found) known.set(version, (found = reviewsAt(level, minorOf(version))));
  return found;
}

function reviewsAt(level: PodSecurityLevel, minor: number): Review[] {
  const active = controls.filter(control => control.versions[0].minimum <= minor);
  const replaced = new Set(level === 'restricted' ? active.flatMap(control => control.replaces ?? []) : []);
  return active
    .filter(control => (level === 'restricted' || control.level === 'baseline') && !replaced.has(control.id))
    .map(({ id, versions }) => ({ id, review: versions.findLast(({ minimum }) => minimum <= minor)!.review }));
}

/**
 * The violations of the Pod Security Standards by a pod, by control in the order of their ids.
 *
 * Restricted means all baseline controls, save those that a stricter one of the same version replaces, and its own.
 * Init, regular and ephemeral containers count alike.
 * See https://kubernetes.io/docs/concepts/security/pod-security-standards/
 *
 * @param spec - of a pod or of a pod template
 * @param metadata - of the same; older versions judge its annotations
 * @public
 */
export function evaluatePodSecurity(
  spec: PodSpec,
  metadata: PodMetadata | undefined,
  level: PodSecurityLevel,
  version: PodSecurityVersion = 'latest',
): Violation[] {
  return reviewPod(toReviewedPod(spec, metadata), level, version);
}

/** The same of a pod that was read for review. */
export function reviewPod(pod: ReviewedPod, level: PodSecurityLevel, version: PodSecurityVersion): Violation[] {
  const violations: Violation[] = [];
  for (const { id, review } of reviewsOf(level, version)) {
    const findings = review(pod);
    if (findings.length > 0) for (const finding of findings) violations.push({ control: id, ...finding });
  }
  return violations;
}
