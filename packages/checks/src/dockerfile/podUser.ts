// Tells whether a component's pods are kept from running as root, whatever their image says.
import type { Repository } from '@maturity-roadmap/engine';

/** The pod template has the last word on the user: `runAsNonRoot`, or a UID other than 0. */
export function podsForbidRoot({ workloads }: Repository): boolean {
  const forbids = (context?: { runAsNonRoot?: boolean; runAsUser?: number }) =>
    context?.runAsNonRoot === true || (context?.runAsUser ?? 0) > 0;
  return (
    workloads.length > 0 &&
    workloads.every(
      ({ podSpec, containers }) =>
        containers.length > 0 &&
        containers.every(one => forbids({ ...podSpec.securityContext, ...one.container.securityContext })),
    )
  );
}
