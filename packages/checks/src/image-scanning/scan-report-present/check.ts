// Every image that the workload runs was scanned in the cluster, so that its vulnerabilities are known at all.
import { fail, notApplicable, pass, unknown, warn } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { hasScanner, reportOwner, scanKinds, scanReports } from '../scanReports';

/** The operator works through a queue; a revision this young may still stand in it. */
const graceMinutes = 30;

export const scanReportPresent = defineCheck({
  id: 'scan-report-present',
  topic: 'image-scanning',
  severity: 'medium',
  since: '1.0',
  title: 'Every container of the current revision has a vulnerability report',
  why: 'New vulnerabilities are found in images that have long been built. Only what is scanned where it runs is known; a container without report looks clean and is not.',
  remediation:
    'Look at the scan jobs of the Trivy operator: most often it may not pull from a private registry, or the namespace is left out by `targetNamespaces` or `excludeNamespaces`.',
  appliesWhen: 'the Trivy operator is installed and the workload has pods',
  references: ['https://aquasecurity.github.io/trivy-operator/latest/docs/crds/vulnerability-report/'],
  reads: scanKinds,
  evaluate(workload, index) {
    if (!hasScanner(index)) return notApplicable('the Trivy operator is not installed in this cluster');
    const scans = scanReports(workload, index);
    const missing = scans.filter(scan => !scan.report).map(scan => scan.container);
    if (missing.length === 0)
      return pass(`all ${scans.length} containers are scanned`.replace('all 1 containers are', 'the container is'));
    // The operator passes over ReplicaSets without replicas.
    if (workload.replicas === 0) return notApplicable('it is scaled to 0');
    const owner = reportOwner(workload, index);
    if (!owner) return unknown('notSettled', 'the current revision has no ReplicaSet yet');
    const created = Date.parse(owner.metadata.creationTimestamp ?? '');
    if (Date.parse(index.observedAt) - created < graceMinutes * 60_000) {
      return unknown('notSettled', `the revision is younger than ${graceMinutes} minutes and may yet be scanned`);
    }
    const [first, ...more] = missing.map(container => ({
      object: workload.ref,
      path: `${container.path}.image`,
      observed: `${container.container.image ?? 'no image'}: no report`,
      expected: 'a VulnerabilityReport',
    }));
    const reason = `${missing.length} of ${scans.length} containers ${missing.length === 1 ? 'has' : 'have'} no vulnerability report: ${missing.map(one => one.name).join(', ')}`;
    // An installation may leave out init containers (`skipInitContainers`), which run for a moment only.
    return missing.every(one => one.role === 'init') ? warn(reason, first, ...more) : fail(reason, first, ...more);
  },
});
