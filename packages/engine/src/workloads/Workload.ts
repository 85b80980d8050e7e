// A workload: a pod template with the controller that owns it, read the same way whatever its kind.
import type { Container, PodSpec } from 'kubernetes-types/core/v1';
import type { KubernetesObject, ObjectRef } from '../model';

/**
 * The kinds whose objects are workloads. A Pod or Job counts only if nothing controls it.
 *
 * @public
 */
export const workloadKinds = [
  'apps/v1/Deployment',
  'apps/v1/StatefulSet',
  'apps/v1/DaemonSet',
  'batch/v1/CronJob',
  'batch/v1/Job',
  'argoproj.io/v1alpha1/Rollout',
  'keda.sh/v1alpha1/ScaledJob',
  'v1/Pod',
] as const;

/** @public */
export type WorkloadKindId = (typeof workloadKinds)[number];

/** @public */
export type WorkloadKind =
  'Deployment' | 'StatefulSet' | 'DaemonSet' | 'CronJob' | 'Job' | 'Rollout' | 'ScaledJob' | 'Pod';

/**
 * What a container is for. A `sidecar` is an init container with `restartPolicy: Always`, which runs as long as the
 * pod does. See https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/
 *
 * @public
 */
export type ContainerRole = 'main' | 'sidecar' | 'init' | 'ephemeral';

/** @public */
export interface WorkloadContainer {
  name: string;
  role: ContainerRole;
  /** Runs for the whole life of the pod: `main` and `sidecar`. */
  longRunning: boolean;
  container: Container;
  /** Path from the workload object's root: `spec.template.spec.containers[app]`. */
  path: string;
  /** The same as JSON Pointer (RFC 6901), for fixes: `/spec/template/spec/containers/0`. */
  pointer: string;
}

/**
 * A controller-owned pod template, or a bare pod. Made by the engine; checks only read it.
 *
 * @public
 */
export interface Workload {
  ref: ObjectRef;
  kind: WorkloadKind;
  name: string;
  namespace: string;
  object: KubernetesObject & { spec?: object; status?: object };
  /** Labels that the workload's pods carry. */
  podLabels: Readonly<Record<string, string>>;
  podAnnotations: Readonly<Record<string, string>>;
  podSpec: PodSpec;
  /** Path of the pod spec from the object's root: `spec.template.spec`; `spec` for a bare pod. */
  podSpecPath: string;
  /** Path of the pod's metadata: `spec.template.metadata`; `metadata` for a bare pod. */
  podMetadataPath: string;
  /** The same as JSON Pointer, for fixes: `/spec/template/spec`. */
  podSpecPointer: string;
  /** `/spec/template/metadata`. */
  podMetadataPointer: string;
  /** The containers that the team wrote, in order: init and sidecars first, as they start. */
  containers: readonly WorkloadContainer[];
  /** Replicas as written, 1 if absent; undefined for kinds that have none (DaemonSet, Job, CronJob, ScaledJob). */
  replicas: number | undefined;
  /** Runs until it is done rather than serving: Job, CronJob, ScaledJob. */
  runsToCompletion: boolean;
}
