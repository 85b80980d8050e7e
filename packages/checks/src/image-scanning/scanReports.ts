// Finds the Trivy operator's reports of what a workload's current revision runs.
import type { ObjectOf, ObjectView, Workload, WorkloadContainer } from '@maturity-roadmap/engine';
import { currentReplicaSet } from '@maturity-roadmap/engine';

export type VulnerabilityReport = ObjectOf<'aquasecurity.github.io/v1alpha1/VulnerabilityReport'>;

/** The kinds behind {@link scanReports}. */
export const scanKinds = ['aquasecurity.github.io/v1alpha1/VulnerabilityReport', 'apps/v1/ReplicaSet'] as const;
type ScanView = ObjectView<(typeof scanKinds)[number]>;

const label = (report: VulnerabilityReport, name: string) =>
  report.metadata.labels?.[`trivy-operator.${name}`] ?? report.metadata.annotations?.[`trivy-operator.${name}`];

/**
 * What owns the reports: the ReplicaSet of the current revision for Deployments and Rollouts, otherwise the workload
 * itself. Undefined while the current revision has no ReplicaSet yet.
 * See https://aquasecurity.github.io/trivy-operator/latest/docs/crds/vulnerability-report/
 */
export function reportOwner(workload: Workload, index: ObjectView<'apps/v1/ReplicaSet'>) {
  const hasReplicaSets = workload.kind === 'Deployment' || workload.kind === 'Rollout';
  return hasReplicaSets ? currentReplicaSet(workload, index) : workload.object;
}

export interface ContainerScan {
  container: WorkloadContainer;
  /** The newest, if there are several; undefined if the container was not scanned. */
  report?: VulnerabilityReport;
}

/**
 * The report of each container of the template. Owner references go before labels: a name beyond 63 characters stands
 * in the label as a hash, and in the annotation in full.
 */
export function scanReports(workload: Workload, index: ScanView): ContainerScan[] {
  const reports = index.inNamespace('aquasecurity.github.io/v1alpha1/VulnerabilityReport', workload.namespace);
  const owner = reportOwner(workload, index);
  const own = reports.filter(report => {
    if (!owner) return false;
    const owners = report.metadata.ownerReferences;
    if (owners?.length && owner.metadata.uid) return owners.some(one => one.uid === owner.metadata.uid);
    const name = report.metadata.annotations?.['trivy-operator.resource.name'] ?? label(report, 'resource.name');
    return label(report, 'resource.kind') === owner.kind && name === owner.metadata.name;
  });
  return workload.containers.map(container => {
    const report = own
      .filter(one => label(one, 'container.name') === container.name)
      .sort((a, b) => (a.report?.updateTimestamp ?? '').localeCompare(b.report?.updateTimestamp ?? ''))
      .at(-1);
    return report ? { container, report } : { container };
  });
}

/** Whether the cluster has the operator at all; its kind is not served otherwise. */
export const hasScanner = (index: ScanView): boolean =>
  index.state('aquasecurity.github.io/v1alpha1/VulnerabilityReport').state !== 'notServed';
