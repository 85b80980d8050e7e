// Why a component that seems to mean a workload does not claim it.
import type { Workload } from '../workloads';
import { annotations } from './annotations';
import type { ComponentSelector } from './ComponentSelector';
import { namesOf } from './mapComponents';

/**
 * The component that most likely means a workload, by name.
 *
 * @param byName - components by their name and by the id they look for, the first of each
 * @public
 */
export function nearestComponent(
  workload: Workload,
  byName: ReadonlyMap<string, ComponentSelector>,
): ComponentSelector | undefined {
  for (const name of namesOf(workload)) {
    const found = byName.get(name);
    if (found) return found;
  }
  return undefined;
}

/**
 * Says in one sentence why a component does not claim a workload, and so what would have to change.
 *
 * @public
 */
export function whyUnclaimed(component: ComponentSelector, workload: Workload): string {
  const { problem, namespace, cluster, selector, id } = component;
  if (problem) return `the entity's ${problem}`;
  if (namespace && namespace !== workload.namespace)
    return `the entity looks in namespace ${namespace} only (${annotations.kubernetesNamespace})`;
  if (cluster && cluster !== workload.ref.cluster)
    return `the entity looks in cluster ${cluster} only (${annotations.kubernetesCluster})`;
  if (selector) return `the workload's labels do not match the entity's ${annotations.kubernetesLabelSelector}`;
  const label = annotations.kubernetesId;
  const value = workload.object.metadata.labels?.[label] ?? workload.podLabels[label];
  return value === undefined
    ? `the workload has no label ${label}=${id}`
    : `the workload's label ${label} is ${value}, the entity looks for ${id}`;
}
