// Which resource requests an autoscaler divides by, and which containers lack them.
import type { Container, PodSpec, ResourceRequirements } from 'kubernetes-types/core/v1';
import type { HorizontalPodAutoscaler } from '@maturity-roadmap/engine';
import { parseQuantity } from '@maturity-roadmap/engine';

/** A metric in percent of the request: of all containers of the pod, or of one. */
export interface UtilizationMetric {
  resource: string;
  container?: string;
}

/**
 * The metrics of an autoscaler that need requests. Absolute targets (`AverageValue`) need none; an autoscaler without
 * metrics aims at 80 % of the CPU.
 * See https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#algorithm-details
 */
export function utilizationMetrics(hpa: HorizontalPodAutoscaler): UtilizationMetric[] {
  const metrics = Array.isArray(hpa.spec?.metrics) ? hpa.spec.metrics : [];
  if (metrics.length === 0) return [{ resource: 'cpu' }];
  return metrics.flatMap(({ type, resource, containerResource }) => {
    if (type === 'Resource' && resource?.target?.type === 'Utilization') return [{ resource: resource.name }];
    if (type === 'ContainerResource' && containerResource?.target?.type === 'Utilization') {
      return [{ resource: containerResource.name, container: containerResource.container }];
    }
    return [];
  });
}

/**
 * The containers whose missing request makes the whole metric fail. Every long-running container counts, also those
 * that a mesh injected; a request of the pod as a whole stands for all of them. A limit without request is one too.
 */
export function containersWithout({ resource, container }: UtilizationMetric, podSpec: PodSpec): string[] {
  const has = (resources: ResourceRequirements | undefined) =>
    resources?.requests?.[resource] !== undefined || resources?.limits?.[resource] !== undefined;
  const { resources } = podSpec as PodSpec & { resources?: ResourceRequirements };
  if (container === undefined && has(resources)) return [];
  const running: Container[] = [
    ...(podSpec.containers ?? []),
    ...(podSpec.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy === 'Always'),
  ];
  const measured = running.filter(one => container === undefined || one.name === container);
  const without = measured.filter(one => !has(one.resources));
  // Nothing can be a share of nothing: requests of zero are worth as much as none where they are all there is.
  const isZero = ({ resources: own }: Container) =>
    parseQuantity(own?.requests?.[resource] ?? own?.limits?.[resource]) === 0;
  return (without.length === 0 && measured.every(isZero) ? measured : without).map(({ name }) => name);
}
