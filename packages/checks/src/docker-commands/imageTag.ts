// Tells whether an image name stays what it is, or stands for whatever was pushed last.
import type { ImageReference, Workload, WorkloadContainer } from '@maturity-roadmap/engine';
import { memoizeLast, parseImageReference } from '@maturity-roadmap/engine';

/** Without digest, and without tag or with the tag that a missing one means. A digest wins over any tag. */
export const isFloating = (image: ImageReference): boolean =>
  image.digest === undefined && (image.tag ?? 'latest') === 'latest';

/**
 * A container whose image the mesh fills in when it injects the pod: an Istio gateway with `image: auto`.
 * See https://istio.io/latest/docs/setup/additional-setup/gateway/
 */
export function isInjected({ podAnnotations, podLabels }: Workload, { container }: WorkloadContainer): boolean {
  return container.image === 'auto' && 'inject.istio.io/templates' in { ...podAnnotations, ...podLabels };
}

interface OwnImage {
  one: WorkloadContainer;
  image?: ImageReference;
}

/** The containers that name an image of their own, with the name taken apart; undefined if it is not valid. */
export const ownImages = memoizeLast((workload: Workload): readonly OwnImage[] =>
  workload.containers
    .filter(one => !isInjected(workload, one))
    .map(one => ({ one, image: parseImageReference(one.container.image ?? '') })),
);
