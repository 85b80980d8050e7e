// Finds the Trivy operator's reports of what a workload's current revision runs.
import type { KubernetesObject, ObjectOf, ObjectView, Workload, WorkloadContainer } from '@maturity-roadmap/engine';
import { currentReplicaSet, memoizeLast } from '@maturity-roadmap/engine';

export type VulnerabilityReport = ObjectOf<'aquasecurity.github.io/v1alpha1/VulnerabilityReport'>;

/** The kinds behind {@link scanReports}. */
export const scanKinds = ['aquasecurity.github.io/v1alpha1/VulnerabilityReport', 'apps/v1/ReplicaSet'] as const;
type ScanView = ObjectView<(typeof scanKinds)[number]>;

const keys = {
  kind: 'trivy-operator.resource.kind',
  name: 'trivy-operator.resource.name',
  container: 'trivy-operator.container.name',
} as const;

const label = ({ metadata: { labels, annotations } }: VulnerabilityReport, key: string) =>
  labels?.[key] ?? annotations?.[key];

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
export const scanReports = memoizeLast((workload: Workload, index: ScanView): readonly ContainerScan[] => {
  const reports = index.inNamespace('aquasecurity.github.io/v1alpha1/VulnerabilityReport', workload.namespace);
  const owner = reportOwner(workload, index);
  const own = owner ? reports.filter(report => isAbout(owner, report)) : [];
  return workload.containers.map(container => {
    const report = own
      .filter(one => label(one, keys.container) === container.name)
      .sort((a, b) => (a.report?.updateTimestamp ?? '').localeCompare(b.report?.updateTimestamp ?? ''))
      .at(-1);
    return report ? { container, report } : { container };
  });
});

function isAbout({ kind, metadata: { uid, name } }: KubernetesObject, report: VulnerabilityReport): boolean {
  const owners = report.metadata.ownerReferences;
  if (owners?.length && uid) return owners.some(one => one.uid === uid);
  const named = report.metadata.annotations?.[keys.name] ?? label(report, keys.name);
  return label(report, keys.kind) === kind && named === name;
}

/** Whether the cluster has the operator at all; its kind is not served otherwise. */
export const hasScanner = (index: ScanView): boolean =>
  index.state('aquasecurity.github.io/v1alpha1/VulnerabilityReport').state !== 'notServed';
