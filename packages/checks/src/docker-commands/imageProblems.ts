// Containers of a pod that wait for an image, and for how long.
import type { Pod } from '@maturity-roadmap/engine';

export interface ImageProblem {
  pod: Pod;
  /** `status.containerStatuses[app].state.waiting.reason` */
  path: string;
  /** The kubelet's reason: `ImagePullBackOff`. */
  reason: string;
  image: string;
  /** Since when the pod is not ready; the waiting state itself carries no time. */
  minutes: number;
  /** Waiting can't help: the name is invalid, or pulling is forbidden by the policy Never. */
  isFinal: boolean;
}

/** See https://github.com/kubernetes/kubernetes/blob/master/pkg/kubelet/images/types.go */
const transientReasons = ['ErrImagePull', 'ImagePullBackOff', 'ImageInspectError', 'RegistryUnavailable'];
const finalReasons = ['InvalidImageName', 'ErrImageNeverPull'];

function minutesNotReady({ metadata, status }: Pod, observedAt: string): number {
  const ready = status?.conditions?.find(condition => condition.type === 'Ready');
  const since = ready?.lastTransitionTime ?? status?.startTime ?? metadata.creationTimestamp;
  return since ? (Date.parse(observedAt) - Date.parse(since)) / 60_000 : 0;
}

/** @param observedAt - ISO 8601 */
export function imageProblems(pod: Pod, observedAt: string): ImageProblem[] {
  return (['initContainerStatuses', 'containerStatuses'] as const).flatMap(field =>
    (pod.status?.[field] ?? []).flatMap(({ name, image, state }) => {
      const reason = state?.waiting?.reason ?? '';
      const isFinal = finalReasons.includes(reason);
      if (!isFinal && !transientReasons.includes(reason)) return [];
      return {
        pod,
        path: `status.${field}[${name}].state.waiting.reason`,
        reason,
        image,
        minutes: minutesNotReady(pod, observedAt),
        isFinal,
      };
    }),
  );
}
