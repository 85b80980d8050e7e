// The controllers and pods of a namespace, read as workloads: what the checks of one workload compare it with.
import type { KubernetesObject } from '../model';
import type { ObjectView } from '../objects';
import { memoizeLast } from '../objects';
import { toWorkload } from './toWorkload';
import type { Workload, WorkloadKindId } from './Workload';
import { workloadKinds } from './Workload';

type Reader = (namespace: string, index: ObjectView<WorkloadKindId>) => readonly Workload[];

const readerOf = (kind: WorkloadKindId): Reader =>
  memoizeLast((namespace: string, index: ObjectView<WorkloadKindId>) => {
    const objects: readonly KubernetesObject[] = index.inNamespace(kind, namespace);
    return objects.flatMap(object => toWorkload(object, index.ref(object)) ?? []);
  });

const readers = new Map(workloadKinds.map(kind => [kind, readerOf(kind)]));

/**
 * The objects of some workload kinds in a namespace as workloads, kind by kind in the order of their names. Also those
 * that others control, such as the Job of a CronJob. Each has the template that stands in it: a Rollout that borrows
 * one is left out.
 *
 * @public
 */
export function workloadsIn<K extends WorkloadKindId>(
  kinds: readonly K[],
  namespace: string,
  index: ObjectView<K>,
): Workload[] {
  const found: Workload[] = [];
  // A reader asks for its own kind and for nothing else.
  for (const kind of kinds)
    found.push(...readers.get(kind)!(namespace, index as unknown as ObjectView<WorkloadKindId>));
  return found;
}
