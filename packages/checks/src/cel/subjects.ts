// The objects of a workload that a policy is about: its own, or the pods it makes.
import type { KubernetesObject, Workload } from '@maturity-roadmap/engine';
import { apiGroup, matchesSelector } from '@maturity-roadmap/engine';
import type { MatchConstraints, ResourceRule } from './OwnCheck';

const matches = (list: readonly string[] | undefined, value: string) =>
  Array.isArray(list) && list.some(one => one === '*' || one === value);

function isMeant(rules: readonly ResourceRule[] | undefined, { apiVersion, kind }: KubernetesObject): boolean {
  const group = apiGroup(apiVersion);
  const version = apiVersion.slice(group ? group.length + 1 : 0);
  const plural = `${kind.toLowerCase()}s`;
  return (rules ?? []).some(
    rule =>
      matches(rule.apiGroups, group) &&
      matches(rule.apiVersions ?? ['*'], version) &&
      (matches(rule.resources, plural) || matches(rule.resources, '*/*')),
  );
}

/** A pod as the workload's controller would ask for it. */
function podOf({ object, podLabels, podAnnotations, podSpec, namespace, name, kind }: Workload): KubernetesObject {
  if (kind === 'Pod') return object;
  const metadata = { name, namespace, labels: { ...podLabels }, annotations: { ...podAnnotations } };
  return { apiVersion: 'v1', kind: 'Pod', metadata, spec: podSpec } as KubernetesObject;
}

/**
 * The objects of a workload that a policy is about. Without constraints that is the workload's own object; a policy
 * about pods sees the pod that the template makes.
 */
export function subjectsOf(
  workload: Workload,
  constraints: MatchConstraints | undefined,
  namespaceLabels: Readonly<Record<string, string>>,
): KubernetesObject[] {
  if (!constraints) return [workload.object];
  const { namespaceSelector, objectSelector, resourceRules, excludeResourceRules } = constraints;
  if (namespaceSelector && !matchesSelector(namespaceSelector, namespaceLabels)) return [];
  const candidates = workload.kind === 'Pod' ? [workload.object] : [workload.object, podOf(workload)];
  return candidates.filter(
    object =>
      isMeant(resourceRules, object) &&
      !isMeant(excludeResourceRules, object) &&
      (!objectSelector || matchesSelector(objectSelector, object.metadata.labels)),
  );
}
