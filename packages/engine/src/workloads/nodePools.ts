// Which of Karpenter's node pools could make a node for a pod.
import type { PodSpec } from 'kubernetes-types/core/v1';
import type { NodePool } from '../model';
import type { NodeRequirement } from './scheduling';
import { meetsRequirement, requiredNodeTerms, untoleratedTaint } from './scheduling';

/** Labels that a cloud gives each node; a pool that says nothing of them leaves them open. */
const wellKnown =
  /^((node|topology)\.kubernetes\.io|karpenter\.sh|karpenter\.[\w.]+|topology\.[\w.-]+)\/|^kubernetes\.io\/(arch|os|hostname)$/;

/** Whether a node of the pool could meet one requirement of a pod. */
function couldMeet(wanted: NodeRequirement, pool: NodePool): boolean {
  const { metadata, spec } = pool.spec?.template ?? {};
  const { key } = wanted;
  if (key === 'karpenter.sh/nodepool') return meetsRequirement(wanted, { [key]: pool.metadata.name });
  const label = metadata?.labels?.[key];
  if (label !== undefined) return meetsRequirement(wanted, { [key]: label });
  const given = (spec?.requirements ?? []).filter(requirement => requirement.key === key);
  if (given.length === 0) return wellKnown.test(key) || meetsRequirement(wanted, {});
  const listed = given.find(({ operator }) => operator === 'In')?.values;
  // Values that are not listed are open: one of the pod's own may be among them.
  const candidates = listed ?? wanted.values ?? [];
  if (candidates.length === 0) return wanted.operator !== 'DoesNotExist';
  const possible = (value: string) => given.every(requirement => meetsRequirement(requirement, { [key]: value }));
  const isWanted = (value: string) => meetsRequirement(wanted, { [key]: value });
  return wanted.operator === 'NotIn' && !listed ? true : candidates.some(one => possible(one) && isWanted(one));
}

/**
 * Whether a node pool could make a node that a pod's selector and required affinity accept and whose taints the pod
 * tolerates. Start-up taints go by themselves and do not count. A label of the team's own must be given by the pool.
 * See https://karpenter.sh/docs/concepts/scheduling/
 *
 * @public
 */
export function poolAdmits(podSpec: PodSpec, pool: NodePool): boolean {
  if (untoleratedTaint(podSpec, pool.spec?.template?.spec?.taints)) return false;
  const selector = Object.entries(podSpec.nodeSelector ?? {});
  if (!selector.every(([key, value]) => couldMeet({ key, operator: 'In', values: [value] }, pool))) return false;
  const terms = requiredNodeTerms(podSpec);
  if (!terms) return true;
  return terms.some(({ matchExpressions = [], matchFields = [] }) => {
    // A node that is yet to be made can't be meant by name.
    if (matchFields.length > 0 || matchExpressions.length === 0) return false;
    return matchExpressions.every(requirement => couldMeet(requirement, pool));
  });
}
