// Where the pods of a workload run, and where they could.
import type { Node, ObjectView, Pod, Workload } from '@maturity-roadmap/engine';
import { eligibleNodes, podsOf } from '@maturity-roadmap/engine';

/** The pods that run on a node now; none where only manifests are known. */
export function placedPods(
  workload: Workload,
  index: ObjectView<'v1/Pod' | 'apps/v1/ReplicaSet' | 'batch/v1/Job'>,
): readonly Pod[] {
  return podsOf(workload, index).filter(({ spec, status }) => spec?.nodeName && status?.phase === 'Running');
}

/** The nodes that would take the workload's pods; undefined if nodes are not known. */
export function nodesFor(workload: Workload, index: ObjectView<'v1/Node'>): readonly Node[] | undefined {
  if (index.state('v1/Node').state !== 'synced') return undefined;
  return eligibleNodes(workload.podSpec, index.all('v1/Node'));
}
