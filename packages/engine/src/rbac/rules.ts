// What a rule allows, evaluated as the RBAC authorizer does.
import type { Evidence } from '../model';
import type { ObjectView } from '../objects';
import type { RbacGrant, RbacKind, RbacRule } from './grants';

/** Something that a rule may allow. @public */
export interface RbacAccess {
  verb: string;
  /** API group; the core group is empty. */
  group: string;
  /** With subresource, if any: `pods/exec`. */
  resource: string;
}

const has = (list: readonly string[] | undefined, value: string) =>
  (list ?? []).some(one => one === '*' || one === value);

/**
 * Whether a rule's resources cover a resource: `*` covers everything with all subresources, `*` before `/exec` that
 * subresource of any resource. `pods` does not cover `pods/exec`, and `pods/*` is no wildcard.
 * See https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-resources
 */
export function coversResource(rule: RbacRule, resource: string): boolean {
  return (rule.resources ?? []).some(
    one => one === '*' || one === resource || (one.startsWith('*/') && resource.endsWith(one.slice(1))),
  );
}

/** Whether a rule allows an access, on some object at least: it may still be limited by names. @public */
export function ruleAllows(rule: RbacRule, access: RbacAccess): boolean {
  return has(rule.verbs, access.verb) && has(rule.apiGroups, access.group) && coversResource(rule, access.resource);
}

/** Whether the rule holds only for named objects. @public */
export function isRuleNamed(rule: RbacRule): boolean {
  return (rule.resourceNames ?? []).length > 0;
}

/** The verbs by which objects are read and changed: who has them all lacks nothing but a few special ones. */
const everyVerb = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'];

/** Whether the rule allows everything on every resource, by `*` or by naming each verb. @public */
export function ruleAllowsEverything(rule: RbacRule): boolean {
  const all = (list: readonly string[] | undefined) => (list ?? []).includes('*');
  return all(rule.apiGroups) && all(rule.resources) && everyVerb.every(verb => has(rule.verbs, verb));
}

/** The path from the service account to a rule, as evidence: the rule in its role, and the binding. @public */
export function grantEvidence(grant: RbacGrant, index: ObjectView<RbacKind>, expected: string): Evidence[] {
  const { rule, role, binding, at, namespace } = grant;
  const groups = (rule.apiGroups ?? []).map(group => group || 'core').join(', ');
  const names = isRuleNamed(rule) ? `, named ${rule.resourceNames!.join(', ')}` : '';
  const what = `${(rule.verbs ?? []).join(', ')} on ${(rule.resources ?? []).join(', ')} of ${groups}${names}`;
  const where = namespace ? `in namespace ${namespace}` : 'in the whole cluster';
  return [
    index.evidence(role, `rules[${at}]`, what, expected),
    index.evidence(binding, 'roleRef', `${role.kind} ${role.metadata.name}, ${where}`),
  ];
}
