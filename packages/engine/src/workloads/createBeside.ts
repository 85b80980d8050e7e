// Objects that a workload misses, as far as they follow from the workload itself.
import type { LabelSelector } from 'kubernetes-types/meta/v1';
import { createObject } from '../fixes';
import type { KubernetesObject, ObjectCreation } from '../model';
import type { Workload } from './Workload';

/** What a new object holds beside its metadata. @public */
export type NewObject = Pick<KubernetesObject, 'apiVersion' | 'kind'> & { name?: string } & Record<string, unknown>;

/**
 * Creates an object in the namespace of a workload. A manifest that names no namespace is applied to the same one as
 * the workload's, which names none either.
 *
 * @param written - `name` is that of the workload if absent
 * @public
 */
export function createBeside(workload: Workload, written: NewObject): ObjectCreation {
  const { apiVersion, kind, name = workload.name, ...content } = written;
  const { namespace } = workload.object.metadata;
  const metadata = { name, ...(namespace ? { namespace } : {}) };
  return createObject(workload.ref.cluster, { apiVersion, kind, metadata, ...content } as KubernetesObject);
}

/** What a selector selects by, without what is empty. */
const isSelective = ({ matchLabels = {}, matchExpressions = [] }: LabelSelector) =>
  Object.keys(matchLabels).length + matchExpressions.length > 0;

/**
 * The selector that means the pods of a workload and no others: its own, else all labels of its pods.
 *
 * @returns undefined where the pods carry no labels
 * @public
 */
export function ownSelector({ object, podLabels }: Workload): LabelSelector | undefined {
  const { selector } = (object.spec ?? {}) as { selector?: LabelSelector | null };
  if (object.kind !== 'Job' && selector && isSelective(selector)) return selector;
  return Object.keys(podLabels).length > 0 ? { matchLabels: { ...podLabels } } : undefined;
}

/**
 * The same as labels alone, for objects that know no expressions.
 *
 * @returns undefined where the pods carry no labels
 * @public
 */
export function ownLabels(workload: Workload): Readonly<Record<string, string>> | undefined {
  const { matchLabels, matchExpressions = [] } = ownSelector(workload) ?? {};
  if (matchLabels && matchExpressions.length === 0) return matchLabels;
  return Object.keys(workload.podLabels).length > 0 ? workload.podLabels : undefined;
}
