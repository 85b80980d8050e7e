// What a pod asks of a node as a whole, by the scheduler's arithmetic.
import type { Workload, WorkloadContainer } from '@maturity-roadmap/engine';
import { parseQuantity } from '@maturity-roadmap/engine';

export type Resource = 'cpu' | 'memory';

interface Resources {
  requests?: Record<string, unknown>;
  limits?: Record<string, unknown>;
}

const asked = (resources: Resources | undefined, resource: Resource) =>
  parseQuantity(resources?.requests?.[resource] ?? resources?.limits?.[resource]) ?? 0;

/**
 * The request of a pod in cores or bytes: its containers and sidecars together, or the largest init container with the
 * sidecars before it if that is more; a request of the pod itself stands for all.
 * See https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/#resource-sharing-within-containers
 */
export function podRequest({ podSpec, containers }: Workload, resource: Resource): number {
  const whole = (podSpec as { resources?: Resources }).resources;
  if (whole?.requests?.[resource] !== undefined || whole?.limits?.[resource] !== undefined)
    return asked(whole, resource);
  const of = ({ container }: WorkloadContainer) => asked(container.resources, resource);
  let sidecars = 0;
  let largestInit = 0;
  for (const one of containers) {
    if (one.role === 'sidecar') sidecars += of(one);
    if (one.role === 'init') largestInit = Math.max(largestInit, sidecars + of(one));
  }
  const main = containers.filter(({ role }) => role === 'main').reduce((sum, one) => sum + of(one), 0);
  return Math.max(main + sidecars, largestInit) + (parseQuantity(podSpec.overhead?.[resource]) ?? 0);
}
