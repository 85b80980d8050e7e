// Where the pods of a workload run, and where they could.
import type { Node, ObjectView, Pod, Workload } from '@maturity-roadmap/engine';
import { derived, eligibleNodes, memoizeLast, podsOf } from '@maturity-roadmap/engine';

/** The pods that run on a node now; none where only manifests are known. */
export function placedPods(
  workload: Workload,
  index: ObjectView<'v1/Pod' | 'apps/v1/ReplicaSet' | 'batch/v1/Job'>,
): readonly Pod[] {
  return podsOf(workload, index).filter(({ spec, status }) => spec?.nodeName && status?.phase === 'Running');
}

/** Nodes, and the values of their labels, for a way of choosing nodes. */
interface Choice {
  nodes: readonly Node[];
  domains: Map<string, ReadonlySet<string>>;
}

/** Most workloads choose nodes in one of few ways, and clusters have many nodes: each way is worked out once. */
const choices = derived(['v1/Node'], () => new Map<string, Choice>());

const choiceOf = memoizeLast(({ podSpec }: Workload, index: ObjectView<'v1/Node'>): Choice => {
  const { nodeSelector, affinity, tolerations } = podSpec;
  const hasWishes = nodeSelector ?? affinity?.nodeAffinity ?? tolerations;
  const key = hasWishes ? JSON.stringify([nodeSelector, affinity?.nodeAffinity, tolerations]) : '';
  const known = choices(index);
  let choice = known.get(key);
  if (!choice) known.set(key, (choice = { nodes: eligibleNodes(podSpec, index.all('v1/Node')), domains: new Map() }));
  return choice;
});

/** The nodes that would take the workload's pods; undefined if nodes are not known. */
export function nodesFor(workload: Workload, index: ObjectView<'v1/Node'>): readonly Node[] | undefined {
  return index.state('v1/Node').state === 'synced' ? choiceOf(workload, index).nodes : undefined;
}

/** The values that a label has on the nodes that would take the workload's pods; none if nodes are not known. */
export function domainsFor(label: string, workload: Workload, index: ObjectView<'v1/Node'>): ReadonlySet<string> {
  if (index.state('v1/Node').state !== 'synced') return new Set();
  const { nodes, domains } = choiceOf(workload, index);
  let values = domains.get(label);
  if (!values) domains.set(label, (values = new Set(nodes.flatMap(({ metadata }) => metadata.labels?.[label] ?? []))));
  return values;
}
