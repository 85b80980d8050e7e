// Between which numbers of replicas an autoscaler moves.
import type { KubernetesObject, ObjectView, ScalingKinds, Workload } from '@maturity-roadmap/engine';
import { autoscalersOf, scaledObjectsOf } from '@maturity-roadmap/engine';
import { isMadeByKeda } from './keda';

export interface ScalerBounds {
  object: KubernetesObject;
  min: number;
  max: number;
  /** Field of each, from the object's root. */
  minPath: string;
  maxPath: string;
  /** Now at its maximum and asked for more. */
  isPinned: boolean;
}

/**
 * The bounds of everything that scales the workload. KEDA's own autoscaler hides what its ScaledObject says (0 to 100
 * unless told otherwise), so the ScaledObject is read in its place.
 * See https://keda.sh/docs/latest/reference/scaledobject-spec/
 */
export function boundsOf(workload: Workload, index: ObjectView<ScalingKinds>): ScalerBounds[] {
  const autoscalers = autoscalersOf(workload, index);
  const pinned = autoscalers.filter(({ status }) =>
    status?.conditions?.some(
      ({ type, status: isLimited, reason }) =>
        type === 'ScalingLimited' && isLimited === 'True' && reason === 'TooManyReplicas',
    ),
  );
  const scaled = scaledObjectsOf(workload, index).map(object => ({
    object,
    // With nothing to do it goes below its minimum.
    min: object.spec?.idleReplicaCount ?? object.spec?.minReplicaCount ?? 0,
    max: object.spec?.maxReplicaCount ?? 100,
    minPath: object.spec?.idleReplicaCount === undefined ? 'spec.minReplicaCount' : 'spec.idleReplicaCount',
    maxPath: 'spec.maxReplicaCount',
    isPinned: pinned.some(isMadeByKeda),
  }));
  const written = autoscalers
    .filter(hpa => !isMadeByKeda(hpa))
    .map(object => ({
      object,
      min: object.spec?.minReplicas ?? 1,
      max: object.spec?.maxReplicas ?? 0,
      minPath: 'spec.minReplicas',
      maxPath: 'spec.maxReplicas',
      isPinned: pinned.includes(object),
    }));
  return [...scaled, ...written];
}
