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

const userPrefix = 'system:serviceaccount:';

/** The groups that every service account of a namespace is in. */
const groupsOf = (namespace: string) => [
  'system:serviceaccounts',
  `system:serviceaccounts:${namespace}`,
  'system:authenticated',
];

/**
 * The service account that a subject means, named as such or by its user name.
 * See https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-subjects
 */
function accountOfSubject({ kind, name = '', namespace }: Subject, ofBinding: string | undefined) {
  if (kind === 'ServiceAccount') return { namespace: namespace ?? ofBinding ?? '', name };
  const [place, account] =
    kind === 'User' && name.startsWith(userPrefix) ? name.slice(userPrefix.length).split(':') : [];
  return place && account ? { namespace: place, name: account } : undefined;
}

const none: readonly never[] = [];
const listOf = <T>(value: readonly T[] | undefined): readonly T[] => (Array.isArray(value) ? value : []);

interface Placed {
  binding: RbacBinding;
  position: number;
}

/** Bindings by whom they mean. */
class Bindings {
  /** By namespace and name: texts that are there already are found quicker than one made of both. */
  private readonly accounts = new Map<string, Map<string, Placed[]>>();
  private readonly groups = new Map<string, Placed[]>();

  add(subject: Subject, placed: Placed): void {
    if (subject.kind === 'Group') return addTo(this.groups, subject.name, placed);
    const account = accountOfSubject(subject, placed.binding.metadata.namespace);
    if (!account) return undefined;
    let inNamespace = this.accounts.get(account.namespace);
    if (!inNamespace) this.accounts.set(account.namespace, (inNamespace = new Map()));
    return addTo(inNamespace, account.name, placed);
  }

  ofAccount = (namespace: string, name: string): readonly Placed[] => this.accounts.get(namespace)?.get(name) ?? none;

  ofGroup = (name: string): readonly Placed[] => this.groups.get(name) ?? none;
}

function addTo(map: Map<string, Placed[]>, key: string, placed: Placed): void {
  const held = map.get(key);
  if (held) held.push(placed);
  else map.set(key, [placed]);
}

/** All bindings by the accounts and groups that they mean, so that no workload has to look at every binding. */
const bindingsBySubject = derived(
  ['rbac.authorization.k8s.io/v1/ClusterRoleBinding', 'rbac.authorization.k8s.io/v1/RoleBinding'],
  index => {
    const bindings = new Bindings();
    const all: readonly RbacBinding[] = [
      ...index.all('rbac.authorization.k8s.io/v1/ClusterRoleBinding'),
      ...index.all('rbac.authorization.k8s.io/v1/RoleBinding'),
    ];
    all.forEach((binding, position) => {
      const placed = { binding, position };
      for (const subject of listOf(binding.subjects)) bindings.add(subject, placed);
    });
    return bindings;
  },
);

/** Several subjects of one binding may mean the account; the order stays that of the index. */
const inOrder = (placed: readonly Placed[]): readonly Placed[] =>
  placed.length < 2 ? placed : [...new Set(placed)].sort((a, b) => a.position - b.position);

/** The bindings of the groups that all service accounts of a namespace are in. */
const boundByGroups = memoizeLast((namespace: string, index: ObjectView<RbacKind>): readonly Placed[] => {
  return inOrder(groupsOf(namespace).flatMap(bindingsBySubject(index).ofGroup));
});

/** Every binding that means the workload's service account, those for the whole cluster first. @public */
export const roleBindingsOf: (workload: Workload, index: ObjectView<RbacKind>) => readonly RbacBinding[] = memoizeLast(
  (workload: Workload, index: ObjectView<RbacKind>) => {
    const { namespace } = workload;
    const own = bindingsBySubject(index).ofAccount(namespace, serviceAccountOf(workload));
    const shared = boundByGroups(namespace, index);
    const all = own.length === 0 ? shared : inOrder(shared.length === 0 ? own : [...own, ...shared]);
    return all.map(({ binding }) => binding);
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
