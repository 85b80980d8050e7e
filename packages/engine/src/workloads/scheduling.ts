// Which nodes would take a pod: node selectors, required node affinity, taints and tolerations as the scheduler reads them.
import type { NodeSelectorTerm, PodSpec, Taint, Toleration } from 'kubernetes-types/core/v1';
import type { ObjectOf } from '../model';
import type { Labels } from '../objects';

/** @public */
export type Node = ObjectOf<'v1/Node'>;

/** A requirement on one label, of nodes or of the nodes a provisioner would make. @public */
export interface NodeRequirement {
  key: string;
  operator: string;
  values?: readonly string[];
}

/**
 * Whether labels meet one requirement. Besides the operators of label selectors there are `Gt` and `Lt`, which compare
 * whole numbers.
 * See https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#operators
 *
 * @public
 */
export function meetsRequirement({ key, operator, values = [] }: NodeRequirement, labels: Labels): boolean {
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    case 'Gt':
      return value !== undefined && Number(value) > Number(values[0]);
    case 'Lt':
      return value !== undefined && Number(value) < Number(values[0]);
    default:
      return false;
  }
}

/** The terms of a pod's required node affinity; a node must meet one of them. Undefined if there is none. @public */
export function requiredNodeTerms(podSpec: PodSpec): readonly NodeSelectorTerm[] | undefined {
  const required = podSpec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  return Array.isArray(required?.nodeSelectorTerms) ? required.nodeSelectorTerms : undefined;
}

/** Within a term everything must hold; a term without requirements matches no node. */
function meetsTerm(term: NodeSelectorTerm, labels: Labels, name: string): boolean {
  const expressions = term.matchExpressions ?? [];
  const fields = term.matchFields ?? [];
  if (expressions.length + fields.length === 0) return false;
  return (
    expressions.every(requirement => meetsRequirement(requirement, labels)) &&
    fields.every(requirement => meetsRequirement(requirement, { 'metadata.name': name }))
  );
}

/**
 * Whether a node's labels satisfy a pod's node selector and required node affinity.
 *
 * @public
 */
export function selectsNode(podSpec: PodSpec, node: Node): boolean {
  const labels = node.metadata.labels ?? {};
  const selector = Object.entries(podSpec.nodeSelector ?? {});
  if (!selector.every(([key, value]) => labels[key] === value)) return false;
  const terms = requiredNodeTerms(podSpec);
  return !terms || terms.some(term => meetsTerm(term, labels, node.metadata.name));
}

/**
 * Whether a toleration tolerates a taint. A toleration without effect is for every effect; without key and with
 * `Exists` it is for every taint.
 * See https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/
 *
 * @public
 */
export function tolerates(toleration: Toleration, taint: Pick<Taint, 'key' | 'value' | 'effect'>): boolean {
  if (toleration.effect && toleration.effect !== taint.effect) return false;
  if (toleration.key && toleration.key !== taint.key) return false;
  if (toleration.operator === 'Exists') return true;
  return toleration.key !== undefined && (toleration.value ?? '') === (taint.value ?? '');
}

/** The first taint that keeps a pod from being placed; `PreferNoSchedule` keeps none. @public */
export function untoleratedTaint<T extends Pick<Taint, 'key' | 'value' | 'effect'>>(
  podSpec: PodSpec,
  taints: readonly T[] | undefined,
): T | undefined {
  const tolerations = podSpec.tolerations ?? [];
  return (taints ?? []).find(
    taint => taint.effect !== 'PreferNoSchedule' && !tolerations.some(toleration => tolerates(toleration, taint)),
  );
}

/**
 * Taints that say how a node is just now, not what it is for: cordoned, not ready, under pressure. Whether a workload
 * can be placed at all does not depend on them.
 */
const passingTaint = /^node\.(kubernetes\.io|cloudprovider\.kubernetes\.io)\//;

/**
 * The nodes that a pod may be placed on by its own wishes and the nodes' lasting taints, whether or not there is room.
 *
 * @public
 */
export function eligibleNodes(podSpec: PodSpec, nodes: readonly Node[]): readonly Node[] {
  return nodes.filter(node => {
    const lasting = node.spec?.taints?.filter(taint => !passingTaint.test(taint.key));
    return selectsNode(podSpec, node) && !untoleratedTaint(podSpec, lasting);
  });
}
