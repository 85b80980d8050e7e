// ValidatingAdmissionPolicies with their bindings: a policy without a binding does nothing.
import type { Labels, ObjectOf, ObjectView } from '@maturity-roadmap/engine';
import { selects } from '@maturity-roadmap/engine';
import type { AppliedPolicy, Target } from './policies';

export const admissionPolicyKinds = [
  'admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy',
  'admissionregistration.k8s.io/v1/ValidatingAdmissionPolicyBinding',
] as const;

type Binding = ObjectOf<'admissionregistration.k8s.io/v1/ValidatingAdmissionPolicyBinding'>;
type Constraints = NonNullable<NonNullable<Binding['spec']>['matchResources']>;

/** A missing selector selects everything; a missing list of rules leaves what is matched to the other side. */
function matches(constraints: Constraints | undefined, { workload, namespaceLabels }: Target): boolean {
  if (!constraints) return true;
  const { namespaceSelector, objectSelector, resourceRules } = constraints;
  if (!selects(namespaceSelector, namespaceLabels, 'everything')) return false;
  // The published types leave out what a rule inherits from the rules of webhooks, so nothing is known of it.
  const rules = (resourceRules ?? []) as { resources?: unknown; operations?: unknown }[];
  const has = (list: unknown, value: string) => Array.isArray(list) && ['*', value].some(one => list.includes(one));
  const means = (resource: string, labels: Labels | undefined) =>
    selects(objectSelector, labels, 'everything') &&
    (rules.length === 0 ||
      rules.some(rule => has(rule.resources, resource) && has(rule.operations ?? ['*'], 'CREATE')));
  return means(`${workload.kind.toLowerCase()}s`, workload.object.metadata.labels) || means('pods', workload.podLabels);
}

/**
 * The bindings that match, as policies.
 * See https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/
 */
export function admissionPolicies(
  target: Target,
  index: ObjectView<(typeof admissionPolicyKinds)[number]>,
): AppliedPolicy[] {
  return index.all('admissionregistration.k8s.io/v1/ValidatingAdmissionPolicyBinding').flatMap(binding => {
    const name = binding.spec?.policyName;
    const policy = name && index.find('admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy', name);
    if (!policy || !matches(policy.spec?.matchConstraints, target) || !matches(binding.spec?.matchResources, target)) {
      return [];
    }
    const actions = binding.spec?.validationActions ?? [];
    const applied: AppliedPolicy = {
      engine: 'ValidatingAdmissionPolicy',
      object: binding,
      enforced: actions.includes('Deny'),
      path: 'spec.validationActions',
      observed: actions.join(', ') || 'none',
    };
    return [applied];
  });
}
