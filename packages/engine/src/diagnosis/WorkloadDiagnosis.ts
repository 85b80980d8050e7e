// What is told of a workload whose pods are not well: the pods as they are, the causes, and what can be ruled out.
import type { ObjectRef } from '../model';
import type { Diagnosis, Stage } from './Cause';

/**
 * How a container ended last.
 *
 * @public
 */
export interface ContainerEnd {
  exitCode: number;
  /** What the exit code means, in words. */
  meaning: string;
  /** Of the runtime: `OOMKilled`, `Error`. */
  reason?: string;
  /** What the container left as its last words; at most 1,000 characters. */
  message?: string;
  /** ISO 8601. */
  startedAt?: string;
  /** ISO 8601. */
  finishedAt?: string;
}

/**
 * A container of a pod as it is now.
 *
 * @public
 */
export interface ContainerState {
  name: string;
  role: 'init' | 'sidecar' | 'main';
  ready: boolean;
  restarts: number;
  /** `running`, or why it waits or that it ended: `CrashLoopBackOff`, `Completed`. */
  state: string;
  /** Since when it runs; ISO 8601. */
  runningSince?: string;
  lastEnd?: ContainerEnd;
}

/**
 * A pod as it is now.
 *
 * @public
 */
export interface PodState {
  name: string;
  /** All its containers are ready, or it has done its work. */
  ready: boolean;
  /** The state that says most: of a container that is in trouble, else the pod's phase. */
  state: string;
  /** Of all its containers. */
  restarts: number;
  node?: string;
  /** ISO 8601. */
  createdAt?: string;
  containers: readonly ContainerState[];
}

/**
 * A warning that the cluster gave about a pod or what makes it.
 *
 * @public
 */
export interface SeenEvent {
  /** When it was given last; ISO 8601. */
  at?: string;
  reason: string;
  message: string;
  /** How often. */
  count: number;
  /** `Pod shop-7c9f`. */
  about: string;
}

/**
 * Why a workload does not run as it should, with the state of its pods.
 *
 * @public
 */
export interface WorkloadDiagnosis extends Diagnosis {
  workload: ObjectRef;
  /** Pods there are, or should be where that is more. */
  pods: number;
  /** Of these, the ones that are not ready or not there. */
  notReady: number;
  /** Those in trouble first; at most ten. */
  states: readonly PodState[];
  /** Newest first; at most ten. */
  events: readonly SeenEvent[];
  /** What does not stop the first pod in trouble, and how that is known. */
  ruledOut: readonly { stage: Stage; what: string; because: string }[];
}
