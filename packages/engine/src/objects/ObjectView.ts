// What a check sees of a cluster: only the kinds it declared, and never an absence that was not observed.
import type { Evidence, KindId, KindState, KubernetesObject, ObjectOf, ObjectRef } from '../model';

/**
 * Read access to the objects of one cluster (or set of manifests, or repository), limited to kinds `K`.
 *
 * Asking for a kind that could not be read ends the check: the engine answers `unknown` (or `notApplicable` where the
 * source does not carry the kind). So a check that asks last for what it needs least is judged as often as possible,
 * and an empty answer always means that there is nothing.
 *
 * @public
 */
export interface ObjectView<in K extends KindId> {
  /** Name of the cluster. */
  readonly cluster: string;
  /** Instant at which the objects were observed, ISO 8601. The only clock a check may use. */
  readonly observedAt: string;
  /**
   * Tells apart what was asked: while it is the same, every question has the same answer. No two indexes share one.
   */
  readonly version: number;
  /** Whether a kind was read, without ending the check. */
  readonly state: (kind: K) => KindState;
  /** Grows with every change of a kind's objects or state. */
  readonly revision: (kind: K) => number;
  /** All objects of a kind, in the order of their names. */
  readonly all: <T extends K>(kind: T) => readonly ObjectOf<T>[];
  /** The objects of a kind in one namespace, in the order of their names. */
  readonly inNamespace: <T extends K>(kind: T, namespace: string) => readonly ObjectOf<T>[];
  /** One namespaced object. */
  readonly get: <T extends K>(kind: T, namespace: string, name: string) => ObjectOf<T> | undefined;
  /** One cluster-scoped object or repository file. */
  readonly find: <T extends K>(kind: T, name: string) => ObjectOf<T> | undefined;
  /** The objects of a kind whose controller (owner reference with `controller: true`) has this uid. */
  readonly controlledBy: <T extends K>(kind: T, uid: string) => readonly ObjectOf<T>[];
  /** Names an object for evidence. */
  readonly ref: (object: KubernetesObject) => ObjectRef;
  /** One row of evidence about an object. */
  readonly evidence: (object: KubernetesObject, path: string, observed: string, expected?: string) => Evidence;
}
