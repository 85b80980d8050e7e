// Reads from vulnerability reports what an update would mend.
import type { Evidence } from '@maturity-roadmap/engine';
import type { ContainerScan, VulnerabilityReport } from './scanReports';

/** One vulnerability that has a fix, wherever it occurs. */
export interface Fixable {
  id: string;
  report: VulnerabilityReport;
  containers: string[];
  /** `openssl 3.0.1` */
  installed: string;
  fixedVersion: string;
}

/**
 * Vulnerabilities of a severity that have a fixed version, each package once, by their ids. Summaries of reports can't
 * tell: they also count what nobody can mend yet.
 */
export function fixable(scans: readonly ContainerScan[], severity: 'CRITICAL' | 'HIGH'): Fixable[] {
  const found = new Map<string, Fixable>();
  for (const { container, report } of scans) {
    for (const one of report?.report?.vulnerabilities ?? []) {
      if (!report || one.severity !== severity || !one.fixedVersion) continue;
      const installed = [one.resource, one.installedVersion].filter(Boolean).join(' ');
      const key = `${one.vulnerabilityID} ${installed}`;
      const known = found.get(key);
      if (known) known.containers.push(container.name);
      else {
        const { vulnerabilityID: id, fixedVersion } = one;
        found.set(key, { id, report, containers: [container.name], installed, fixedVersion });
      }
    }
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Rows for evidence; the reason has the full number. */
export function evidenceOf(
  fixables: readonly Fixable[],
  evidence: (object: VulnerabilityReport, path: string, observed: string, expected: string) => Evidence,
): Evidence[] {
  return fixables
    .slice(0, 20)
    .map(({ id, report, containers, installed, fixedVersion }) =>
      evidence(
        report,
        `report.vulnerabilities[${id}]`,
        `${installed} in ${[...new Set(containers)].join(', ')}`,
        fixedVersion,
      ),
    );
}

/** A report that counts critical vulnerabilities but, as some exports do, leaves out the list. */
export const unlistedReport = (scans: readonly ContainerScan[]): VulnerabilityReport | undefined =>
  scans.find(({ report }) => report && !report.report?.vulnerabilities && report.report?.summary?.criticalCount)
    ?.report;
