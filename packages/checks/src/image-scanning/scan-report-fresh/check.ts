// The vulnerability reports are about the images that run, and not older than a week.
import { fail, notApplicable, pass, podsOf, unknown } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { reportFault } from '../reportFault';
import { hasScanner, scanKinds, scanReports } from '../scanReports';

export const scanReportFresh = defineCheck({
  id: 'scan-report-fresh',
  topic: 'image-scanning',
  severity: 'medium',
  since: '1.0',
  title: 'Vulnerability reports are fresh and match the running image',
  why: 'A report of last month does not know the vulnerabilities of this month, and a report of another digest is about another image. Both look as good as a true one.',
  remediation:
    'Let the Trivy operator scan again regularly (`scannerReportTTL`, 24 hours by default), and check that its scan jobs succeed. Delete a stale report to have it made anew.',
  thresholds: { days: { default: 7, min: 1, max: 90, meaning: 'days after which a report is too old' } },
  appliesWhen: 'the workload has vulnerability reports',
  references: [
    'https://aquasecurity.github.io/trivy-operator/latest/docs/crds/vulnerability-report/',
    'https://aquasecurity.github.io/trivy-operator/latest/getting-started/installation/configuration/',
  ],
  reads: [...scanKinds, 'v1/Pod', 'batch/v1/Job'],
  evaluate(workload, index, { days }) {
    if (!hasScanner(index)) return notApplicable('the Trivy operator is not installed in this cluster');
    const scans = scanReports(workload, index).flatMap(({ container, report }) =>
      report ? { container, report } : [],
    );
    if (scans.length === 0) return notApplicable('there is no vulnerability report, see scan-report-present');
    const pods = podsOf(workload, index);
    const faults = scans.flatMap(
      ({ container, report }) => reportFault(container, report, pods, index.observedAt, days) ?? [],
    );
    const evidenceOf = (several: typeof faults) =>
      several.map(({ report, path, observed, expected }) => index.evidence(report, path, observed, expected));
    const proven = faults.filter(fault => fault.isProven);
    const [first, ...more] = evidenceOf(proven);
    if (first) return fail(proven.map(fault => fault.reason).join('; '), first, ...more);
    if (faults.length > 0) {
      return unknown('unresolvable', faults.map(fault => fault.reason).join('; '), ...evidenceOf(faults));
    }
    return pass(
      `${scans.length} ${scans.length === 1 ? 'report is' : 'reports are'} of the last 7 days and of the running image`,
    );
  },
});
