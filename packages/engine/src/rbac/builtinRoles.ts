// The user-facing roles that every API server makes by itself, for manifests that bind them but do not hold them.
import type { ObjectOf } from '../model';

type ClusterRole = ObjectOf<'rbac.authorization.k8s.io/v1/ClusterRole'>;
type Rule = NonNullable<ClusterRole['rules']>[number];

const read = ['get', 'list', 'watch'];
const write = ['create', 'delete', 'deletecollection', 'patch', 'update'];
const rule = (group: string, verbs: string[], ...resources: string[]): Rule => ({
  apiGroups: [group],
  resources,
  verbs,
});

const core = ['configmaps', 'persistentvolumeclaims', 'pods', 'replicationcontrollers', 'serviceaccounts', 'services'];
const apps = ['daemonsets', 'deployments', 'replicasets', 'statefulsets'];
const batch = ['cronjobs', 'jobs'];

const view: readonly Rule[] = [
  rule('', read, ...core, 'events', 'limitranges', 'namespaces', 'pods/log', 'resourcequotas'),
  rule('apps', read, ...apps),
  rule('batch', read, ...batch),
];

const edit: readonly Rule[] = [
  ...view,
  rule('', read, 'pods/attach', 'pods/exec', 'pods/portforward', 'pods/proxy', 'secrets', 'services/proxy'),
  rule('', ['impersonate'], 'serviceaccounts'),
  rule('', write, ...core, 'pods/attach', 'pods/exec', 'pods/portforward', 'pods/proxy', 'secrets', 'services/proxy'),
  rule('', ['create'], 'pods/eviction', 'serviceaccounts/token'),
  rule('apps', write, ...apps),
  rule('batch', write, ...batch),
];

const admin: readonly Rule[] = [
  ...edit,
  rule('rbac.authorization.k8s.io', [...read, ...write], 'rolebindings', 'roles'),
];

const roles: Readonly<Record<string, readonly Rule[]>> = {
  'cluster-admin': [rule('*', ['*'], '*')],
  admin,
  edit,
  view,
};

/**
 * A user-facing role of Kubernetes by name, with the rules that matter to checks.
 * See https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles
 */
export function builtinRole(name: string): ClusterRole | undefined {
  if (!Object.hasOwn(roles, name)) return undefined;
  const apiVersion = 'rbac.authorization.k8s.io/v1';
  return { apiVersion, kind: 'ClusterRole', metadata: { name }, rules: [...roles[name]] };
}
