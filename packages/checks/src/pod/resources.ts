// The resources that containers of a workload ask for, as the scheduler and the kubelet will see them.
import type { ObjectOf, ObjectView, Workload, WorkloadContainer } from '@maturity-roadmap/engine';
import { parseQuantity } from '@maturity-roadmap/engine';

export type Resource = 'cpu' | 'memory';

interface Resources {
  requests?: Record<string, unknown>;
  limits?: Record<string, unknown>;
}

const resourcesOf = (holder: object): Resources => (holder as { resources?: Resources }).resources ?? {};

/** Nothing is asked for, or held to, by an amount of zero. What can't be read as an amount is left to the API server. */
const isSome = (amount: unknown): boolean => amount !== undefined && amount !== null && parseQuantity(amount) !== 0;

/** A container, or the pod, asks for a resource by a request, or by a limit, which without one is the request too. */
function asks(holder: object, resource: Resource): boolean {
  const own = resourcesOf(holder);
  return isSome(own.requests?.[resource] ?? own.limits?.[resource]);
}

/** Whether the pod itself sets a request or limit for all its containers (`spec.resources`). */
export function podAsks({ podSpec }: Workload, resource: Resource): boolean {
  return asks(podSpec, resource);
}

/** Whether the pod itself sets a limit for all its containers. */
export function podLimits({ podSpec }: Workload, resource: Resource): boolean {
  return isSome(resourcesOf(podSpec).limits?.[resource]);
}

/** What a container does not ask for. Ephemeral containers can't ask for anything. */
export function missingRequests(workload: Workload, { container }: WorkloadContainer): Resource[] {
  return (['cpu', 'memory'] as const).filter(resource => !asks(container, resource) && !podAsks(workload, resource));
}

/** Whether a container limits a resource. */
export function limits({ container }: WorkloadContainer, resource: Resource): boolean {
  return isSome(resourcesOf(container).limits?.[resource]);
}

/** Containers that were written and run: those that may ask for resources. */
export function askingContainers(workload: Workload): WorkloadContainer[] {
  return workload.containers.filter(({ role }) => role !== 'ephemeral');
}

/**
 * The LimitRange that gives a default for a resource to containers of the namespace.
 * See https://kubernetes.io/docs/concepts/policy/limit-range/
 */
export function limitRangeFor(
  workload: Workload,
  index: ObjectView<'v1/LimitRange'>,
  field: 'defaultRequest' | 'default',
  resource: Resource,
): ObjectOf<'v1/LimitRange'> | undefined {
  return index.inNamespace('v1/LimitRange', workload.namespace).find(({ spec }) =>
    spec?.limits?.some(
      limit =>
        limit.type === 'Container' &&
        // A default limit without a default request is the request as well.
        (limit[field]?.[resource] !== undefined || limit.default?.[resource] !== undefined),
    ),
  );
}
