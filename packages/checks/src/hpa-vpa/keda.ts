// What KEDA makes and how it is told to pause.
import type { KubernetesObject } from '@maturity-roadmap/engine';

/**
 * Whether KEDA made an autoscaler from a ScaledObject or ScaledJob. Such a one always shows `minReplicas` of at least
 * 1, whatever the ScaledObject says. See https://keda.sh/docs/latest/concepts/scaling-deployments/
 */
export function isMadeByKeda({ metadata }: KubernetesObject): boolean {
  if (metadata.labels?.['app.kubernetes.io/managed-by'] === 'keda-operator') return true;
  return (metadata.ownerReferences ?? []).some(({ kind }) => kind === 'ScaledObject');
}

/** See https://keda.sh/docs/latest/concepts/scaling-deployments/#pausing-autoscaling */
export function isPaused({ metadata: { annotations } }: KubernetesObject): boolean {
  if (annotations?.['autoscaling.keda.sh/paused-replicas'] !== undefined) return true;
  const paused = annotations?.['autoscaling.keda.sh/paused'];
  return paused !== undefined && paused !== 'false';
}
