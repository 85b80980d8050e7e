// What a Service reaches beside the workload it is asked about.
import type { ObjectView, Service, Workload } from '@maturity-roadmap/engine';
import { annotations, matchesLabels, workloadsIn } from '@maturity-roadmap/engine';

/** Kinds whose pods a Service may reach. */
export const targetKinds = [
  'apps/v1/Deployment',
  'apps/v1/StatefulSet',
  'apps/v1/DaemonSet',
  'argoproj.io/v1alpha1/Rollout',
] as const;

/** Labels that name the component, most telling first. */
const componentLabels = [annotations.kubernetesId, 'app.kubernetes.io/part-of', 'app.kubernetes.io/name'];

/** Whether two workloads say that they are of one component, of different ones, or nothing. */
export function kinship(a: Workload, b: Workload): 'same' | 'different' | 'unsaid' {
  const label = componentLabels.find(one => a.podLabels[one] !== undefined && b.podLabels[one] !== undefined);
  if (!label) return 'unsaid';
  return a.podLabels[label] === b.podLabels[label] ? 'same' : 'different';
}

/** The workloads of the namespace that the Service reaches as well. A canary of the same component may be among them. */
export function otherTargets(
  service: Service,
  workload: Workload,
  index: ObjectView<(typeof targetKinds)[number]>,
): Workload[] {
  const lender = (workload.object.spec as { workloadRef?: { name?: string } } | undefined)?.workloadRef?.name;
  return workloadsIn(targetKinds, workload.namespace, index)
    .filter(({ podLabels }) => matchesLabels(service.spec?.selector, podLabels))
    .filter(({ kind, name }) => kind !== workload.kind || name !== workload.name)
    .filter(({ kind, name }) => kind !== 'Deployment' || name !== lender);
}

interface Strategy {
  canary?: { stableService?: string; canaryService?: string };
  blueGreen?: { activeService?: string; previewService?: string };
}

/**
 * The Services that a Rollout of Argo points at its old and its new pods, which between two releases are the same.
 * See https://argo-rollouts.readthedocs.io/en/stable/features/specification/
 */
export function servicesOfRollout({ kind, object }: Workload): readonly string[] {
  if (kind !== 'Rollout') return [];
  const { canary, blueGreen } = (object.spec as { strategy?: Strategy } | undefined)?.strategy ?? {};
  const names = [canary?.stableService, canary?.canaryService, blueGreen?.activeService, blueGreen?.previewService];
  return names.filter(name => name !== undefined);
}

/** What a Service offers: its selector and ports as one text. Headless ones are for other callers, and so differ. */
export function offerOf({ spec }: Service): string {
  const selector = Object.entries(spec?.selector ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  const ports = (spec?.ports ?? []).map(({ port, protocol = 'TCP' }) => `${port}/${protocol}`).sort();
  return JSON.stringify([selector, ports, spec?.clusterIP === 'None', spec?.type ?? 'ClusterIP']);
}
