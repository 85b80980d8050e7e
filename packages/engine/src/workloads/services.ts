// The Services in front of a workload, and the container ports they reach.
import type { ContainerPort, ServicePort } from 'kubernetes-types/core/v1';
import type { ObjectOf } from '../model';
import type { ObjectView } from '../objects';
import { matchesLabels, memoizeLast } from '../objects';
import type { Workload, WorkloadContainer } from './Workload';

/** @public */
export type Service = ObjectOf<'v1/Service'>;

/**
 * The Services whose selector matches the workload's pods. Services without selector, and those of type ExternalName,
 * select nothing. See https://kubernetes.io/docs/concepts/services-networking/service/
 *
 * @public
 */
export const servicesOf = memoizeLast(
  ({ namespace, podLabels }: Workload, index: ObjectView<'v1/Service'>): readonly Service[] =>
    index
      .inNamespace('v1/Service', namespace)
      .filter(({ spec }) => spec?.type !== 'ExternalName' && matchesLabels(spec?.selector, podLabels)),
);

/**
 * The long-running container that serves a Service port: by the name of a container port, or by its number.
 * An absent targetPort means the port itself. A number that no container declares still is served by someone: container
 * ports are documentation. See https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports
 *
 * @public
 */
export function containerOfPort(
  workload: Workload,
  port: ServicePort,
): { container: WorkloadContainer; port: ContainerPort } | undefined {
  const target = port.targetPort ?? port.port;
  const protocol = port.protocol ?? 'TCP';
  for (const container of workload.containers) {
    if (!container.longRunning) continue;
    const found = container.container.ports?.find(
      one =>
        (one.protocol ?? 'TCP') === protocol &&
        (typeof target === 'number' ? one.containerPort === target : one.name === target),
    );
    if (found) return { container, port: found };
  }
  return undefined;
}
