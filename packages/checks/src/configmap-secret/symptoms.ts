// What pods show of configuration that is missing, for those who may not look at Secrets.
import type { Evidence, ObjectView, Pod } from '@maturity-roadmap/engine';

/** Containers that wait because a ConfigMap, a Secret or a key is not there. */
export function missingConfigSymptoms(pods: readonly Pod[], index: ObjectView<'v1/Pod'>): Evidence[] {
  return pods.flatMap(pod =>
    [...(pod.status?.initContainerStatuses ?? []), ...(pod.status?.containerStatuses ?? [])]
      .filter(({ state }) => state?.waiting?.reason === 'CreateContainerConfigError')
      .map(({ name, state }) => {
        const path = `status.containerStatuses[${name}].state.waiting`;
        return index.evidence(
          pod,
          path,
          state?.waiting?.message ?? 'CreateContainerConfigError',
          'a container that started',
        );
      }),
  );
}
