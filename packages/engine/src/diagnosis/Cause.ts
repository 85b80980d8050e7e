// What a diagnosis says: causes with their evidence, the surest and earliest first.
import type { Evidence, KindId, ObjectOf } from '../model';
import type { ObjectView } from '../objects';

/**
 * The steps of a pod's life at which something can stop it, in their order.
 *
 * @public
 */
export const stages = [
  'admission',
  'scheduling',
  'volumes',
  'sandbox',
  'image',
  'config',
  'init',
  'run',
  'probe',
  'end',
] as const;

/** @public */
export type Stage = (typeof stages)[number];

/**
 * One cause for which a pod does not run as it should.
 *
 * @public
 */
export interface Cause {
  /** Name of the kind of cause: `image-not-found`, `out-of-memory`. */
  id: string;
  stage: Stage;
  /** One sentence: what is wrong. */
  title: string;
  /** What it means and where to look, in one or two sentences. */
  explanation: string;
  /** `certain` where an object says so itself, `likely` where it follows, `possible` where it is one of several. */
  confidence: 'certain' | 'likely' | 'possible';
  evidence: readonly Evidence[];
  /** The next command to run. */
  command: string;
  references: readonly string[];
}

/**
 * Why a pod or workload does not run as it should.
 *
 * @public
 */
export interface Diagnosis {
  /** Ranked: what stops a pod earliest comes first, certain before likely. Empty where nothing is wrong. */
  causes: readonly Cause[];
  /** What could not be looked at, and why: a cause may hide there. */
  limits: readonly string[];
}

/**
 * Kinds that a diagnosis looks at. None is needed: one that can't be read is named among the limits.
 *
 * @public
 */
export const diagnosisKinds = [
  'v1/Pod',
  'v1/Event',
  'v1/ConfigMap',
  'v1/Node',
  'v1/PersistentVolumeClaim',
  'apps/v1/ReplicaSet',
  'batch/v1/Job',
] as const satisfies readonly KindId[];

/** @public */
export type DiagnosisKind = (typeof diagnosisKinds)[number];

export type Pod = ObjectOf<'v1/Pod'>;
export type Event = ObjectOf<'v1/Event'>;
export type ContainerStatus = NonNullable<NonNullable<Pod['status']>['containerStatuses']>[number];

/** What the parts of a diagnosis are given: the pod and what was said about it. */
export interface Case {
  pod: Pod;
  /** Warnings about the pod, newest first. */
  events: readonly Event[];
  index: ObjectView<DiagnosisKind>;
  /** `kubectl <verb>` for this pod, with namespace and name. */
  kubectl(verb: string, ...more: string[]): string;
}
