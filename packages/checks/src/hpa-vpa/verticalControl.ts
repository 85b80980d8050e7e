// Which requests a VerticalPodAutoscaler changes, and which resources a HorizontalPodAutoscaler measures.
import type { HorizontalPodAutoscaler, VerticalPodAutoscaler } from '@maturity-roadmap/engine';

/** A resource, of one container or of all. */
export interface MeasuredResource {
  resource: string;
  container?: string;
}

/** The resources whose use an autoscaler aims at; without metrics it is the CPU. */
export function measuredResources(hpa: HorizontalPodAutoscaler): MeasuredResource[] {
  const metrics = Array.isArray(hpa.spec?.metrics) ? hpa.spec.metrics : [];
  if (metrics.length === 0) return [{ resource: 'cpu' }];
  return metrics.flatMap(({ type, resource, containerResource }) => {
    if (type === 'Resource' && resource) return [{ resource: resource.name }];
    if (type !== 'ContainerResource' || !containerResource) return [];
    return [{ resource: containerResource.name, container: containerResource.container }];
  });
}

/** Whether a VerticalPodAutoscaler changes pods at all. Every mode but `Off` does, and so does the default. */
export function isActive(vpa: VerticalPodAutoscaler): boolean {
  return vpa.spec?.updatePolicy?.updateMode !== 'Off';
}

/**
 * Whether a VerticalPodAutoscaler sets a container's request for a resource. A container's own policy wins over that
 * of `*`; without `controlledResources` both CPU and memory are set.
 * See https://github.com/kubernetes/autoscaler/blob/master/vertical-pod-autoscaler/docs/api.md
 */
export function controls(vpa: VerticalPodAutoscaler, container: string, resource: string): boolean {
  const listed = vpa.spec?.resourcePolicy?.containerPolicies;
  const policies = Array.isArray(listed) ? listed : [];
  const policy =
    policies.find(({ containerName }) => containerName === container) ??
    policies.find(({ containerName }) => containerName === '*');
  if (policy?.mode === 'Off') return false;
  return (policy?.controlledResources ?? ['cpu', 'memory']).includes(resource);
}
