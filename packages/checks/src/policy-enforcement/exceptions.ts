// Kyverno's PolicyExceptions: which policies a workload is let off.
import type { ObjectOf, ObjectView } from '@maturity-roadmap/engine';
import { kyvernoMatches } from './kyverno';
import type { AppliedPolicy, Target } from './policies';

export const exceptionKinds = ['kyverno.io/v2/PolicyException'] as const;
type PolicyException = ObjectOf<'kyverno.io/v2/PolicyException'>;

interface Spec {
  exceptions?: { policyName?: string; ruleNames?: string[] }[];
  policyRefs?: { name?: string; kind?: string }[];
  match?: Parameters<typeof kyvernoMatches>[0];
}

/** `namespace/name` for policies of one namespace, else the name. */
const nameOf = ({ object: { metadata } }: AppliedPolicy) =>
  metadata.namespace ? `${metadata.namespace}/${metadata.name}` : metadata.name;

/**
 * The exception that takes the workload out of a policy. One that is for some rules only leaves the policy in force.
 * See https://kyverno.io/docs/exceptions/
 */
export function exceptionOf(
  policy: AppliedPolicy,
  target: Target,
  index: ObjectView<(typeof exceptionKinds)[number]>,
): PolicyException | undefined {
  if (policy.engine !== 'Kyverno') return undefined;
  const rules = (policy.object as { spec?: { rules?: { name?: string }[] } }).spec?.rules ?? [];
  return index.all('kyverno.io/v2/PolicyException').find(exception => {
    const { exceptions = [], match } = (exception.spec ?? {}) as Spec;
    if (!Array.isArray(exceptions) || !kyvernoMatches(match, target)) return false;
    const named = exceptions.find(({ policyName }) => policyName === nameOf(policy))?.ruleNames ?? [];
    const isCovered = (rule: string | undefined) =>
      named.some(one => one === '*' || one === rule || (rule !== undefined && one === `autogen-${rule}`));
    return named.length > 0 && rules.every(({ name }) => isCovered(name));
  });
}
