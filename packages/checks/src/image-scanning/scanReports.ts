// Finds the Trivy operator's reports of what a workload's current revision runs.
import type { KubernetesObject, ObjectOf, ObjectView, Workload, WorkloadContainer } from '@maturity-roadmap/engine';
import { currentReplicaSet, groupBy, memoizeLast } from '@maturity-roadmap/engine';

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

/** Whether the labels of a report name an object. */
function names(report: VulnerabilityReport, { kind, metadata }: KubernetesObject): boolean {
  const named = report.metadata.annotations?.[keys.name] ?? label(report, keys.name);
  return label(report, keys.kind) === kind && named === metadata.name;
}

/** The reports of a namespace, by the uids of their owners where they have some. */
const reportsIn = memoizeLast((namespace: string, index: ScanView) => {
  const all = index.inNamespace('aquasecurity.github.io/v1alpha1/VulnerabilityReport', namespace);
  const byUid = groupBy(
    all.flatMap(report => (report.metadata.ownerReferences ?? []).map(({ uid }) => ({ uid, report }))),
    ({ uid }) => uid,
  );
  const unowned = all.filter(({ metadata }) => !metadata.ownerReferences?.length);
  return {
    about(owner: KubernetesObject): VulnerabilityReport[] {
      const { uid } = owner.metadata;
      if (!uid) return all.filter(report => names(report, owner));
      const owned = [...new Set((byUid.get(uid) ?? []).map(({ report }) => report))];
      return [...owned, ...unowned.filter(report => names(report, owner))];
    },
  };
});

/**
 * The report of each container of the template. Owner references go before labels: a name beyond 63 characters stands
 * in the label as a hash, and in the annotation in full.
 */
export const scanReports = memoizeLast((workload: Workload, index: ScanView): readonly ContainerScan[] => {
  const reports = reportsIn(workload.namespace, index);
  const owner = reportOwner(workload, index);
  const own = owner ? reports.about(owner) : [];
  return workload.containers.map(container => {
    const report = own
      .filter(one => label(one, keys.container) === container.name)
      .sort((a, b) => (a.report?.updateTimestamp ?? '').localeCompare(b.report?.updateTimestamp ?? ''))
      .at(-1);
    return report ? { container, report } : { container };
  });
});

/** Whether the cluster has the operator at all; its kind is not served otherwise. */
export const hasScanner = (index: ScanView): boolean =>
  index.state('aquasecurity.github.io/v1alpha1/VulnerabilityReport').state !== 'notServed';
