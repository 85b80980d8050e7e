// Judges a workload's pod template by a level of the Pod Security Standards.
import type { CheckResult, Evidence, ObjectView, Workload } from '@maturity-roadmap/engine';
import { fail, memoizeLast, pass, warn, withFix } from '@maturity-roadmap/engine';
import type { PodSecurityLevel, Violation } from './controls/Control';
import { toReviewedPod } from './controls/Control';
import type { PodSecurityVersion } from './evaluatePodSecurity';
import { parsePodSecurityVersion, reviewPod } from './evaluatePodSecurity';
import { baselineFix, hardeningFix } from './hardening';

/** How many violations a reason spells out. */
const spelledOut = 3;

/** Paths of violations start at the pod; evidence starts at the object that holds the template. */
function pathIn(workload: Workload, path: string): string {
  return path.startsWith('metadata')
    ? workload.podMetadataPath + path.slice('metadata'.length)
    : workload.podSpecPath + path.slice('spec'.length);
}

function toEvidence(workload: Workload, { path, observed, expected }: Violation): Evidence {
  return { object: workload.ref, path: pathIn(workload, path), observed, expected };
}

function describe(workload: Workload, violations: readonly Violation[]): string {
  const named = violations.slice(0, spelledOut).map(({ control, container, path, observed }) => {
    const who = container === undefined ? 'the pod' : `container ${container}`;
    return `${control}: ${who} has ${pathIn(workload, path)} ${observed}`;
  });
  const more = violations.length - named.length;
  return [...named, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}

const reviewed = memoizeLast(({ podSpec, podAnnotations }: Workload) =>
  toReviewedPod(podSpec, { annotations: podAnnotations }),
);

const violationsOf = (workload: Workload, level: PodSecurityLevel, version: PodSecurityVersion) =>
  reviewPod(reviewed(workload), level, version);

/**
 * Judges by one version.
 *
 * @public
 */
export function judgePodSecurityAt(
  workload: Workload,
  level: PodSecurityLevel,
  version: PodSecurityVersion,
): CheckResult {
  const violations = violationsOf(workload, level, version);
  const [first, ...more] = violations;
  if (!first) return pass(`the pod template meets ${level} ${version}`);
  const reason = `violates ${level} ${version}: ${describe(workload, [first, ...more])}`;
  const result = fail(reason, toEvidence(workload, first), ...more.map(one => toEvidence(workload, one)));
  return withFix(result, level === 'restricted' ? hardeningFix(workload, version) : baselineFix(workload, violations));
}

/** The version that the workload's namespace pins; `latest` where it pins none or can't be read. */
function pinnedVersion({ namespace }: Workload, index: ObjectView<'v1/Namespace'>): PodSecurityVersion {
  if (index.state('v1/Namespace').state !== 'synced') return 'latest';
  const labels = index.find('v1/Namespace', namespace)?.metadata.labels;
  return parsePodSecurityVersion(labels?.['pod-security.kubernetes.io/enforce-version']) ?? 'latest';
}

/**
 * Judges by the version that the namespace pins, and warns of what the latest version adds to it.
 *
 * @public
 */
export function judgePodSecurity(
  workload: Workload,
  level: PodSecurityLevel,
  index: ObjectView<'v1/Namespace'>,
): CheckResult {
  const version = pinnedVersion(workload, index);
  const result = judgePodSecurityAt(workload, level, version);
  if (result.verdict === 'fail' || version === 'latest') return result;
  const [first, ...more] = violationsOf(workload, level, 'latest');
  if (!first) return result;
  const reason = `meets ${level} ${version}, which the namespace pins, but violates latest: ${describe(workload, [first, ...more])}`;
  return warn(reason, toEvidence(workload, first), ...more.map(one => toEvidence(workload, one)));
}
