// From a workload's service account to every rule that reaches it: binding by binding, also through groups.
import type { KubernetesObject, ObjectOf, ObjectView, Workload } from '@maturity-roadmap/engine';
import { matchesSelector } from '@maturity-roadmap/engine';

/** Kinds that the graph is made of. */
export const rbacKinds = [
  'rbac.authorization.k8s.io/v1/ClusterRoleBinding',
  'rbac.authorization.k8s.io/v1/RoleBinding',
  'rbac.authorization.k8s.io/v1/ClusterRole',
  'rbac.authorization.k8s.io/v1/Role',
] as const;

export type RbacKind = (typeof rbacKinds)[number];
export type PolicyRule = NonNullable<ObjectOf<'rbac.authorization.k8s.io/v1/Role'>['rules']>[number];
type Binding =
  ObjectOf<'rbac.authorization.k8s.io/v1/RoleBinding'> | ObjectOf<'rbac.authorization.k8s.io/v1/ClusterRoleBinding'>;
type Subject = NonNullable<Binding['subjects']>[number];

/** One rule that a workload's service account has, with the path by which it got it. */
export interface Grant {
  rule: PolicyRule;
  /** Position of the rule in its role, for evidence. */
  at: number;
  role: KubernetesObject;
  binding: KubernetesObject;
  /** Namespace to which the binding limits the rule; absent where it holds in the whole cluster. */
  namespace?: string;
}

/**
 * Name of the service account that the workload's pods use.
 * See https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/
 */
export function serviceAccountOf(workload: Workload): string {
  const { serviceAccountName, serviceAccount } = workload.podSpec;
  return serviceAccountName || serviceAccount || 'default';
}

/**
 * Whether a binding's subject means the service account: by itself, by its user name, or by one of the groups that
 * every service account is in.
 * See https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-subjects
 */
function means(subject: Subject, namespace: string, name: string, bindingNamespace: string | undefined): boolean {
  if (subject.kind === 'ServiceAccount') {
    return subject.name === name && (subject.namespace ?? bindingNamespace) === namespace;
  }
  if (subject.kind === 'User') return subject.name === `system:serviceaccount:${namespace}:${name}`;
  const groups = ['system:serviceaccounts', `system:serviceaccounts:${namespace}`, 'system:authenticated'];
  return subject.kind === 'Group' && groups.includes(subject.name);
}

/**
 * Every rule that reaches the workload's service account.
 *
 * A RoleBinding limits a ClusterRole to its own namespace. The rules of an aggregated ClusterRole stand in it on a
 * cluster; in manifests, where nobody has filled them in, they are gathered by its selectors.
 */
export function grantsOf(workload: Workload, index: ObjectView<RbacKind>): Grant[] {
  const account = serviceAccountOf(workload);
  const isMeant = (binding: Binding) =>
    (binding.subjects ?? []).some(subject => means(subject, workload.namespace, account, binding.metadata.namespace));
  const clusterWide = index.all('rbac.authorization.k8s.io/v1/ClusterRoleBinding').filter(isMeant);
  const namespaced = index.all('rbac.authorization.k8s.io/v1/RoleBinding').filter(isMeant);
  return [
    ...clusterWide.flatMap(binding => rulesBehind(binding, undefined, index)),
    ...namespaced.flatMap(binding => rulesBehind(binding, binding.metadata.namespace ?? 'default', index)),
  ];
}

function rulesBehind(binding: Binding, namespace: string | undefined, index: ObjectView<RbacKind>): Grant[] {
  const { kind, name } = binding.roleRef;
  const role =
    kind === 'ClusterRole'
      ? index.find('rbac.authorization.k8s.io/v1/ClusterRole', name)
      : namespace && index.get('rbac.authorization.k8s.io/v1/Role', namespace, name);
  if (!role) return [];
  const limit = namespace ? { namespace } : {};
  return rulesOf(role, index).map(({ rule, at, role: holder }) => ({ rule, at, role: holder, binding, ...limit }));
}

type Role = ObjectOf<'rbac.authorization.k8s.io/v1/Role'> | ObjectOf<'rbac.authorization.k8s.io/v1/ClusterRole'>;

function rulesOf(role: Role, index: ObjectView<RbacKind>): { rule: PolicyRule; at: number; role: Role }[] {
  const own = (holder: Role) => (holder.rules ?? []).map((rule, at) => ({ rule, at, role: holder }));
  const selectors = 'aggregationRule' in role ? (role.aggregationRule?.clusterRoleSelectors ?? []) : [];
  if (selectors.length === 0 || (role.rules ?? []).length > 0) return own(role);
  return index
    .all('rbac.authorization.k8s.io/v1/ClusterRole')
    .filter(other => other !== role && selectors.some(selector => matchesSelector(selector, other.metadata.labels)))
    .flatMap(own);
}
