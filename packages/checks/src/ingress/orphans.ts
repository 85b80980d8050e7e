// Ingresses that lead to no Service that exists, and the workload they are most likely meant for.
import type { KubernetesObject, ObjectView, Workload } from '@maturity-roadmap/engine';
import { annotations, memoizeLast, servicesOf } from '@maturity-roadmap/engine';
import type { Ingress } from './routing';
import { ingressesIn } from './routing';

/** Kinds that serve. */
export const servingKinds = [
  'apps/v1/Deployment',
  'apps/v1/StatefulSet',
  'apps/v1/DaemonSet',
  'argoproj.io/v1alpha1/Rollout',
] as const;
type View = ObjectView<'v1/Service' | 'networking.k8s.io/v1/Ingress' | (typeof servingKinds)[number]>;

const identityLabels = [annotations.kubernetesId, 'app.kubernetes.io/instance', 'app.kubernetes.io/name'];

/** Whether both carry the same labels of identity, all that the workload has. */
function sharesIdentity({ metadata }: KubernetesObject, workload: Workload): boolean {
  const mine = workload.object.metadata.labels ?? {};
  const present = identityLabels.filter(label => mine[label] !== undefined);
  return present.length > 0 && present.every(label => metadata.labels?.[label] === mine[label]);
}

/** The Ingresses of a namespace of which no backend exists. */
const orphansIn = memoizeLast(
  (namespace: string, index: ObjectView<'v1/Service' | 'networking.k8s.io/v1/Ingress'>): readonly Ingress[] =>
    ingressesIn(namespace, index)
      .filter(({ backends }) => {
        const services = backends.flatMap(({ backend }) => backend.service?.name ?? []);
        return services.length > 0 && !services.some(name => index.get('v1/Service', namespace, name));
      })
      .map(({ ingress }) => ingress),
);

/**
 * The Ingresses of the namespace of which no backend exists, and that bear the workload's name or that of its Service,
 * its labels of identity, or stand in a namespace where nothing else serves. Nobody else would be told of them.
 */
export function orphanedIngresses(workload: Workload, index: View): Ingress[] {
  const orphans = orphansIn(workload.namespace, index);
  if (orphans.length === 0) return [];
  const names = new Set([workload.name, ...servicesOf(workload, index).map(({ metadata }) => metadata.name)]);
  const count = servingKinds.reduce((sum, kind) => sum + index.inNamespace(kind, workload.namespace).length, 0);
  const isAlone = count === 1 && servingKinds.some(kind => kind.endsWith(`/${workload.kind}`));
  return orphans.filter(one => isAlone || names.has(one.metadata.name) || sharesIdentity(one, workload));
}
