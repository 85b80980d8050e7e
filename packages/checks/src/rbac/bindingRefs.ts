// What bindings refer to and what is not there, and subjects that stand for nobody one would want to let in.
import type { Evidence, Fix, ObjectView, RbacBinding, RbacKind, Workload } from '@maturity-roadmap/engine';
import { memoizeLast, roleBindingsOf } from '@maturity-roadmap/engine';

export type RefKinds = RbacKind | 'v1/ServiceAccount';

/** Users and groups that RBAC should not give anything: nobody who logged in, and those past every check. */
const outsiders = new Set(['system:unauthenticated', 'system:anonymous', 'system:masters']);

/** Health and version of the API server, which every cluster shows to whoever asks. */
const publicRole = 'system:public-info-viewer';

/** Roles that the API server makes by itself. */
const isBuiltinRole = (name: string) => /^(system:|(cluster-admin|admin|edit|view)$)/.test(name);

/** The role that a binding names but that is not there. */
function danglingRole(binding: RbacBinding, index: ObjectView<RefKinds>): Evidence | undefined {
  const { kind, name = '' } = binding.roleRef ?? {};
  const namespace = binding.metadata.namespace ?? 'default';
  const isThere =
    kind === 'ClusterRole'
      ? isBuiltinRole(name) || index.find('rbac.authorization.k8s.io/v1/ClusterRole', name)
      : index.get('rbac.authorization.k8s.io/v1/Role', namespace, name);
  return isThere ? undefined : index.evidence(binding, 'roleRef', `${kind} ${name}`, 'a role that exists');
}

/** Subjects of a binding that are service accounts of the namespace and not there. `default` always is. */
function danglingSubjects(binding: RbacBinding, namespace: string, index: ObjectView<RefKinds>): Evidence[] {
  const found: Evidence[] = [];
  for (const { kind, name, namespace: place = binding.metadata.namespace } of binding.subjects ?? []) {
    if (kind !== 'ServiceAccount' || place !== namespace || name === 'default') continue;
    if (index.get('v1/ServiceAccount', namespace, name)) continue;
    found.push(index.evidence(binding, `subjects[${name}]`, `ServiceAccount ${name}`, 'an account that exists'));
  }
  return found;
}

/** Subjects of a binding that stand for everybody, or for those whom RBAC does not limit. */
function outsideSubjects(binding: RbacBinding, index: ObjectView<RefKinds>): Evidence[] {
  if (binding.roleRef?.name === publicRole) return [];
  const found: Evidence[] = [];
  for (const { kind, name } of binding.subjects ?? []) {
    if ((kind !== 'Group' && kind !== 'User') || !outsiders.has(name)) continue;
    found.push(index.evidence(binding, `subjects[${name}]`, `${kind} ${name}`, 'a named account'));
  }
  return found;
}

/** Takes such subjects out of a binding; the rights of its other subjects stay. */
export function withoutOutsiders(binding: RbacBinding, index: ObjectView<RefKinds>): Fix {
  const subjects = binding.subjects ?? [];
  const isOutsider = ({ kind, name }: (typeof subjects)[number]) => kind !== 'ServiceAccount' && outsiders.has(name);
  // From the back, so that the places of those before stay as they are.
  const places = [...subjects.keys()].filter(at => isOutsider(subjects[at])).reverse();
  return { object: index.ref(binding), operations: places.map(at => ({ op: 'remove', path: `/subjects/${at}` })) };
}

/** A binding, and what is wrong with it. */
export interface JudgedBinding {
  binding: RbacBinding;
  /** Subjects that stand for everybody, or for those whom RBAC does not limit. */
  outside: Evidence[];
  /** The role that it names, if that is not there. */
  role: Evidence | undefined;
  /** Service accounts of the namespace that it names and that are not there. */
  accounts: Evidence[];
}

const judgeBinding = (binding: RbacBinding, namespace: string, index: ObjectView<RefKinds>): JudgedBinding => ({
  binding,
  outside: outsideSubjects(binding, index),
  role: danglingRole(binding, index),
  accounts: danglingSubjects(binding, namespace, index),
});

/** The bindings of a namespace: all workloads in it ask for them. */
const bindingsIn = memoizeLast((namespace: string, index: ObjectView<RefKinds>): readonly JudgedBinding[] =>
  index
    .inNamespace('rbac.authorization.k8s.io/v1/RoleBinding', namespace)
    .map(binding => judgeBinding(binding, namespace, index)),
);

/** The bindings that concern a workload: those that mean its service account, and those of its namespace. */
export function bindingsAround(workload: Workload, index: ObjectView<RefKinds>): JudgedBinding[] {
  const around = bindingsIn(workload.namespace, index);
  const own = roleBindingsOf(workload, index);
  const judged = own.map(
    binding => around.find(one => one.binding === binding) ?? judgeBinding(binding, workload.namespace, index),
  );
  return [...judged, ...around.filter(one => !judged.includes(one))];
}
