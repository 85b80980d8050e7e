// Kyverno's PolicyExceptions: which policies a workload is let off.
import type { ObjectOf, ObjectView } from '@maturity-roadmap/engine';
import { derived } from '@maturity-roadmap/engine';
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

/** Teams write an exception each; every workload asks for those of the few policies that it meets. */
const exceptionsByPolicy = derived(['kyverno.io/v2/PolicyException'], index => {
  const byPolicy = new Map<string, Set<PolicyException>>();
  for (const exception of index.all('kyverno.io/v2/PolicyException')) {
    const { exceptions } = (exception.spec ?? {}) as Spec;
    for (const { policyName = '' } of Array.isArray(exceptions) ? exceptions : []) {
      const held = byPolicy.get(policyName);
      if (held) held.add(exception);
      else byPolicy.set(policyName, new Set([exception]));
    }
  }
  return new Map([...byPolicy].map(([name, held]) => [name, [...held]] as const));
});

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
  const wanted = nameOf(policy);
  return exceptionsByPolicy(index)
    .get(wanted)
    ?.find(exception => {
      const { exceptions = [], match } = (exception.spec ?? {}) as Spec;
      if (!kyvernoMatches(match, target)) return false;
      const named = exceptions.find(({ policyName }) => policyName === wanted)?.ruleNames ?? [];
      const isCovered = (rule: string | undefined) =>
        named.some(one => one === '*' || one === rule || (rule !== undefined && one === `autogen-${rule}`));
      return named.length > 0 && rules.every(({ name }) => isCovered(name));
    });
}
