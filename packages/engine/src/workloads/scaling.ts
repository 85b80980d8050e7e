// How many replicas a workload keeps at least: what autoscalers say wins over the replicas field.
import type { ObjectOf, ObjectRef, ScaledObject } from '../model';
import { apiGroup } from '../model';
import type { ObjectView } from '../objects';
import { memoizeLast } from '../objects';
import type { Workload } from './Workload';

/** @public */
export type ScalingKinds = 'autoscaling/v2/HorizontalPodAutoscaler' | 'keda.sh/v1alpha1/ScaledObject';

/** @public */
export type HorizontalPodAutoscaler = ObjectOf<'autoscaling/v2/HorizontalPodAutoscaler'>;

/** A reference to something with a scale subresource. The version does not matter to Kubernetes. */
interface ScaleTarget {
  apiVersion?: string;
  kind?: string;
  name: string;
}

/**
 * Whether a scale target names this workload: by group, kind and name in its namespace; versions are ignored, as the
 * autoscaler's REST mapper does. A missing kind means a Deployment (KEDA's default).
 * See https://keda.sh/docs/latest/reference/scaledobject-spec/#scaletargetref
 *
 * @public
 */
export function isScaleTarget(target: ScaleTarget | undefined, workload: Workload): boolean {
  if (!target || target.name !== workload.name || (target.kind ?? 'Deployment') !== workload.kind) return false;
  return apiGroup(target.apiVersion ?? 'apps/v1') === apiGroup(workload.ref.apiVersion);
}

/**
 * The HorizontalPodAutoscalers that scale a workload.
 *
 * @public
 */
export const autoscalersOf = memoizeLast(
  (
    workload: Workload,
    index: ObjectView<'autoscaling/v2/HorizontalPodAutoscaler'>,
  ): readonly HorizontalPodAutoscaler[] =>
    index
      .inNamespace('autoscaling/v2/HorizontalPodAutoscaler', workload.namespace)
      .filter(hpa => isScaleTarget(hpa.spec?.scaleTargetRef, workload)),
);

/**
 * The KEDA ScaledObjects that scale a workload.
 *
 * @public
 */
export const scaledObjectsOf = memoizeLast(
  (workload: Workload, index: ObjectView<'keda.sh/v1alpha1/ScaledObject'>): readonly ScaledObject[] =>
    index
      .inNamespace('keda.sh/v1alpha1/ScaledObject', workload.namespace)
      .filter(scaled => isScaleTarget(scaled.spec?.scaleTargetRef, workload)),
);

/**
 * The lowest number of replicas in a steady state, and the field that says so.
 *
 * @public
 */
export interface SteadyReplicas {
  count: number;
  object: ObjectRef;
  path: string;
}

/**
 * The steady minimum of a workload: KEDA's `minReplicaCount` (default 0), else the autoscaler's `minReplicas`
 * (default 1), else `spec.replicas` (default 1). KEDA makes an autoscaler of its own that always shows at least 1, so
 * it is asked first.
 *
 * @returns undefined for kinds without replicas
 * @public
 */
export const steadyReplicas = memoizeLast(
  (workload: Workload, index: ObjectView<ScalingKinds>): SteadyReplicas | undefined => {
    if (workload.replicas === undefined) return undefined;
    const [scaled] = scaledObjectsOf(workload, index);
    if (scaled) {
      return { count: scaled.spec?.minReplicaCount ?? 0, object: index.ref(scaled), path: 'spec.minReplicaCount' };
    }
    const [hpa] = autoscalersOf(workload, index);
    if (hpa) return { count: hpa.spec?.minReplicas ?? 1, object: index.ref(hpa), path: 'spec.minReplicas' };
    return { count: workload.replicas, object: workload.ref, path: 'spec.replicas' };
  },
);
