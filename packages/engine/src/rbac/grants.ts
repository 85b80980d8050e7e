// From a workload's service account to every rule that reaches it: binding by binding, also through groups.
import type { KubernetesObject, ObjectOf } from '../model';
import type { ObjectView } from '../objects';
import { derived, matchesSelector, memoizeLast } from '../objects';
import type { Workload } from '../workloads';
import { builtinRole } from './builtinRoles';

/** Kinds that the graph is made of. @public */
export const rbacKinds = [
  'rbac.authorization.k8s.io/v1/ClusterRoleBinding',
  'rbac.authorization.k8s.io/v1/RoleBinding',
  'rbac.authorization.k8s.io/v1/ClusterRole',
  'rbac.authorization.k8s.io/v1/Role',
] as const;

/** @public */
export type RbacKind = (typeof rbacKinds)[number];
/** A rule of a Role or ClusterRole. @public */
export type RbacRule = NonNullable<ObjectOf<'rbac.authorization.k8s.io/v1/Role'>['rules']>[number];
/** @public */
export type RbacBinding =
  ObjectOf<'rbac.authorization.k8s.io/v1/RoleBinding'> | ObjectOf<'rbac.authorization.k8s.io/v1/ClusterRoleBinding'>;
type Subject = NonNullable<RbacBinding['subjects']>[number];

/** One rule that a workload's service account has, with the path by which it got it. @public */
export interface RbacGrant {
  rule: RbacRule;
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
 *
 * @public
 */
export function serviceAccountOf(workload: Workload): string {
  const { serviceAccountName, serviceAccount } = workload.podSpec;
  return serviceAccountName || serviceAccount || 'default';
}

const keyOfAccount = (namespace: string, name: string) => `account ${namespace}/${name}`;
const keyOfGroup = (name: string) => `group ${name}`;
const userPrefix = 'system:serviceaccount:';

/** The groups that every service account of a namespace is in. */
const groupsOf = (namespace: string) => [
  'system:serviceaccounts',
  `system:serviceaccounts:${namespace}`,
  'system:authenticated',
];

/**
 * Whom a subject means, as one text: a service account, named as such or by its user name, or a group.
 * See https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-subjects
 */
function keyOfSubject(
  { kind, name = '', namespace }: Subject,
  bindingNamespace: string | undefined,
): string | undefined {
  if (kind === 'ServiceAccount') return keyOfAccount(namespace ?? bindingNamespace ?? '', name);
  if (kind === 'Group') return keyOfGroup(name);
  const [place, account] =
    kind === 'User' && name.startsWith(userPrefix) ? name.slice(userPrefix.length).split(':') : [];
  return place && account ? keyOfAccount(place, account) : undefined;
}

const listOf = <T>(value: readonly T[] | undefined): readonly T[] => (Array.isArray(value) ? value : []);

interface Placed {
  binding: RbacBinding;
  position: number;
}

/** All bindings by the accounts and groups that they mean, so that no workload has to look at every binding. */
const bindingsBySubject = derived(
  ['rbac.authorization.k8s.io/v1/ClusterRoleBinding', 'rbac.authorization.k8s.io/v1/RoleBinding'],
  index => {
    const bySubject = new Map<string, Placed[]>();
    const all: readonly RbacBinding[] = [
      ...index.all('rbac.authorization.k8s.io/v1/ClusterRoleBinding'),
      ...index.all('rbac.authorization.k8s.io/v1/RoleBinding'),
    ];
    all.forEach((binding, position) => {
      const placed = { binding, position };
      for (const subject of listOf(binding.subjects)) {
        const key = keyOfSubject(subject, binding.metadata.namespace);
        if (!key) continue;
        const held = bySubject.get(key);
        if (held) held.push(placed);
        else bySubject.set(key, [placed]);
      }
    });
    return bySubject;
  },
);

/** Every binding that means the workload's service account, those for the whole cluster first. @public */
export const roleBindingsOf: (workload: Workload, index: ObjectView<RbacKind>) => readonly RbacBinding[] = memoizeLast(
  (workload: Workload, index: ObjectView<RbacKind>) => {
    const { namespace } = workload;
    const account = serviceAccountOf(workload);
    const bySubject = bindingsBySubject(index);
    const keys = [keyOfAccount(namespace, account), ...groupsOf(namespace).map(keyOfGroup)];
    const found = new Set(keys.flatMap(key => bySubject.get(key) ?? []));
    // Several subjects of one binding may mean the account; the order stays that of the index.
    return [...found].sort((a, b) => a.position - b.position).map(({ binding }) => binding);
  },
);

/**
 * Every rule that reaches the workload's service account.
 *
 * A RoleBinding limits a ClusterRole to its own namespace. The rules of an aggregated ClusterRole stand in it on a
 * cluster; in manifests, where nobody has filled them in, they are gathered by its selectors.
 *
 * @public
 */
export const rbacGrantsOf: (workload: Workload, index: ObjectView<RbacKind>) => readonly RbacGrant[] = memoizeLast(
  (workload: Workload, index: ObjectView<RbacKind>) =>
    roleBindingsOf(workload, index).flatMap(binding => {
      const isClusterWide = binding.kind === 'ClusterRoleBinding';
      return rulesBehind(binding, isClusterWide ? undefined : (binding.metadata.namespace ?? 'default'), index);
    }),
);

function rulesBehind(binding: RbacBinding, namespace: string | undefined, index: ObjectView<RbacKind>): RbacGrant[] {
  const { kind, name = '' } = binding.roleRef ?? {};
  const role =
    kind === 'ClusterRole'
      ? (index.find('rbac.authorization.k8s.io/v1/ClusterRole', name) ?? builtinRole(name))
      : namespace && index.get('rbac.authorization.k8s.io/v1/Role', namespace, name);
  if (!role) return [];
  const limit = namespace ? { namespace } : {};
  return rulesOf(role, index).map(({ rule, at, role: holder }) => ({ rule, at, role: holder, binding, ...limit }));
}

type Role = ObjectOf<'rbac.authorization.k8s.io/v1/Role'> | ObjectOf<'rbac.authorization.k8s.io/v1/ClusterRole'>;

function rulesOf(role: Role, index: ObjectView<RbacKind>): { rule: RbacRule; at: number; role: Role }[] {
  const own = (holder: Role) => (holder.rules ?? []).map((rule, at) => ({ rule, at, role: holder }));
  const selectors = 'aggregationRule' in role ? (role.aggregationRule?.clusterRoleSelectors ?? []) : [];
  if (selectors.length === 0 || (role.rules ?? []).length > 0) return own(role);
  return index
    .all('rbac.authorization.k8s.io/v1/ClusterRole')
    .filter(other => other !== role && selectors.some(selector => matchesSelector(selector, other.metadata.labels)))
    .flatMap(own);
}
