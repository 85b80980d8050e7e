// Tells why a vulnerability report can't be relied on: too old, or of another image than the running one.
import type { Pod, WorkloadContainer } from '@maturity-roadmap/engine';
import { parseImageReference } from '@maturity-roadmap/engine';
import type { VulnerabilityReport } from './scanReports';

const dayMs = 24 * 60 * 60 * 1000;

const sha256 = /sha256:[0-9a-f]{64}$/;

/** An image id as far as it may be a digest; what comes before is long and would be searched in vain. */
function behindAt(imageID: string | undefined): string {
  const text = String(imageID ?? '');
  return text.slice(text.lastIndexOf('@') + 1);
}

export interface ReportFault {
  report: VulnerabilityReport;
  path: string;
  observed: string;
  expected: string;
  reason: string;
  /** False if report and pod just don't say enough to compare them. */
  isProven: boolean;
}

function runningDigests(container: string, pods: readonly Pod[]): string[] {
  const found: string[] = [];
  for (const { status } of pods) {
    for (const list of [status?.containerStatuses, status?.initContainerStatuses]) {
      for (const { name, imageID } of list ?? []) {
        const digest = name === container && sha256.exec(behindAt(imageID))?.[0];
        if (digest) found.push(digest);
      }
    }
  }
  return found;
}

/** Undefined if the report is fresh and its image is one that a pod runs, or no pod runs to compare with. */
export function reportFault(
  { name, container }: WorkloadContainer,
  report: VulnerabilityReport,
  pods: readonly Pod[],
  observedAt: string,
  maxAgeDays: number,
): ReportFault | undefined {
  const { updateTimestamp, artifact } = report.report ?? {};
  const days = Math.floor((Date.parse(observedAt) - Date.parse(updateTimestamp ?? '')) / dayMs);
  if (days >= maxAgeDays) {
    const reason = `the report of ${name} is ${days} days old`;
    return {
      report,
      path: 'report.updateTimestamp',
      observed: updateTimestamp!,
      expected: `within ${maxAgeDays} days`,
      reason,
      isProven: true,
    };
  }
  const tag = parseImageReference(container.image ?? '')?.tag;
  if (artifact?.tag && tag && artifact.tag !== tag) {
    const reason = `the report of ${name} is of the tag ${artifact.tag}`;
    return { report, path: 'report.artifact.tag', observed: artifact.tag, expected: tag, reason, isProven: true };
  }
  const digests = runningDigests(name, pods);
  if (digests.length === 0) return undefined;
  if (!artifact?.digest) {
    const reason = `the report of ${name} names no digest to compare with`;
    return { report, path: 'report.artifact.digest', observed: 'empty', expected: digests[0], reason, isProven: false };
  }
  if (digests.includes(artifact.digest)) return undefined;
  const reason = `the report of ${name} is of another image than runs`;
  return {
    report,
    path: 'report.artifact.digest',
    observed: artifact.digest,
    expected: digests[0],
    reason,
    isProven: true,
  };
}
