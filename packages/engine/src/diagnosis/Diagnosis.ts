// What a diagnosis says: why a pod or workload does not run, as causes in the order in which they stop it.
import type { Evidence } from '../model';

/**
 * The kinds that a diagnosis reads. Any of them may be unreadable; the diagnosis then says less, and says so.
 *
 * @public
 */
export const diagnosisKinds = [
  'v1/Pod',
  'v1/Event',
  'v1/Node',
  'v1/ConfigMap',
  'v1/Secret',
  'v1/ServiceAccount',
  'v1/PersistentVolumeClaim',
  'apps/v1/ReplicaSet',
  'batch/v1/Job',
] as const;

/** @public */
export type DiagnosisKind = (typeof diagnosisKinds)[number];

/**
 * The stations on a pod's way to serving, in their order: nothing of a later one matters before the earlier is passed.
 * Admission of the pod comes after scheduling here because a pod that was refused does not exist to be scheduled:
 * the two never stop the same pod.
 *
 * See https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/
 *
 * @public
 */
export const diagnosisStages = [
  'scheduling',
  'admission',
  'node',
  'image',
  'config',
  'volume',
  'init',
  'crash',
  'probe',
  'completion',
] as const;

/** @public */
export type DiagnosisStage = (typeof diagnosisStages)[number];

/**
 * How sure a cause is, surest first.
 *
 * - `certain`: Kubernetes itself names it.
 * - `likely`: follows from what Kubernetes writes, though something else could look the same.
 * - `possible`: fits, and is worth a look.
 *
 * @public
 */
export const confidences = ['certain', 'likely', 'possible'] as const;

/** @public */
export type Confidence = (typeof confidences)[number];

/**
 * One reason why a pod does not run as it should.
 *
 * @public
 */
export interface Cause {
  /** Stable name of this kind of cause: `image-not-found`. */
  id: string;
  stage: DiagnosisStage;
  /** One line; the same for every pod that has this cause. */
  title: string;
  /** What it means and what mends it, in plain words. */
  explanation: string;
  confidence: Confidence;
  /** How many pods of the workload have it; 0 where the cause keeps pods from being made. */
  pods: number;
  /** What it was read from. */
  evidence: readonly Evidence[];
  /** The kubectl command that shows most about it. Changes nothing. */
  nextCommand: string;
  /** Pages that describe it. */
  references: readonly string[];
}

/**
 * Why a pod or workload does not run. No causes means that nothing is known to be amiss, as far as `limits` allow.
 *
 * @public
 */
export interface Diagnosis {
  /** What stops the pod first comes first; within a stage the surest. */
  causes: readonly Cause[];
  /** What could not be read, and why: `events can't be listed: ...`. */
  limits: readonly string[];
}

/**
 * A cause as one pod shows it, before causes of several pods are joined.
 *
 * @internal
 */
export interface Finding extends Omit<Cause, 'pods'> {
  /** The container or object that it is about; findings about different subjects don't explain each other. */
  subject?: string;
  /** Ids of findings about the same subject that are but a consequence of this one. */
  explains?: readonly string[];
}

/**
 * What a message of Kubernetes means, for tables that are tried from the top.
 *
 * @internal
 */
export interface MessageReading {
  pattern: RegExp;
  id: string;
  title: string;
  explanation: string;
  confidence?: Confidence;
  references?: readonly string[];
}
