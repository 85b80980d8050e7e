// No image runs with a critical vulnerability that an update would mend.
import { fail, notApplicable, pass, unknown, warn } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { evidenceOf, fixable, unlistedReport } from '../fixableVulnerabilities';
import { hasScanner, scanKinds, scanReports } from '../scanReports';

export const scanNoFixableCritical = defineCheck({
  id: 'scan-no-fixable-critical',
  topic: 'image-scanning',
  severity: 'critical',
  since: '1.0',
  title: 'No image has a critical vulnerability with a fix',
  why: 'Critical vulnerabilities are used by everyone within days. Where a fixed version is out, only an update stands between the service and a known break-in. What nobody can mend yet does not count.',
  remediation:
    'Update the packages that the report names, which mostly means building again on a newer base image, and roll out. Let a bot update base images and dependencies so that it happens weekly.',
  // Findings of severity high come by the week; more than these wait for an update that nobody makes.
  thresholds: {
    high: { default: 10, min: 0, max: 1000, meaning: 'vulnerabilities of severity high with a fix that are let pass' },
  },
  appliesWhen: 'the Trivy operator is installed and the workload has pods',
  references: [
    'https://aquasecurity.github.io/trivy-operator/latest/docs/crds/vulnerability-report/',
    'https://trivy.dev/latest/docs/scanner/vulnerability/',
  ],
  reads: scanKinds,
  evaluate(workload, index, { high: highBudget }) {
    if (!hasScanner(index)) return notApplicable('the Trivy operator is not installed in this cluster');
    const scans = scanReports(workload, index);
    const critical = fixable(scans, 'CRITICAL');
    const [first, ...more] = evidenceOf(critical, index.evidence);
    if (first) {
      const ids = [...new Set(critical.map(one => one.id))];
      const listed = ids.slice(0, 3).join(', ') + (ids.length > 3 ? ' …' : '');
      return fail(
        `${ids.length} critical ${ids.length === 1 ? 'vulnerability has' : 'vulnerabilities have'} a fix: ${listed}`,
        first,
        ...more,
      );
    }
    // Init containers may be left out of scanning (`skipInitContainers`).
    const unscanned = scans
      .filter(scan => !scan.report && scan.container.role !== 'init')
      .map(scan => scan.container.name);
    if (unscanned.length > 0 && workload.replicas === 0) return notApplicable('it is scaled to 0 and not scanned');
    if (unscanned.length > 0) return unknown('notReadable', `not scanned: ${unscanned.join(', ')}`);
    const unlisted = unlistedReport(scans);
    if (unlisted) {
      const evidence = index.evidence(unlisted, 'report.vulnerabilities', 'not listed');
      return unknown('notReadable', 'the report counts critical vulnerabilities but does not list them', evidence);
    }
    const high = fixable(scans, 'HIGH');
    const [firstHigh, ...moreHigh] = evidenceOf(high, index.evidence);
    const seen = `no critical vulnerability has a fix, ${high.length} of severity high ${high.length === 1 ? 'has' : 'have'}`;
    if (!firstHigh || high.length <= highBudget) return pass(seen);
    return warn(`${seen} (budget ${highBudget})`, firstHigh, ...moreHigh);
  },
});
