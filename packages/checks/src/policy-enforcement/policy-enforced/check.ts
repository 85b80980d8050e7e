// At least one policy refuses what breaks it: a policy that only reports lets every mistake through.
import { fail, notApplicable, pass, warn } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { exceptionKinds, exceptionOf } from '../exceptions';
import { evidenceOf, policiesOn, policyKinds, targetOf } from '../policies';

export const policyEnforced = defineCheck({
  id: 'policy-enforced',
  topic: 'policy-enforcement',
  severity: 'medium',
  since: '1.0',
  revisions: [
    {
      since: '1.1',
      what: 'Wildcards at both ends, labels of pods, annotations, operations and exempt users decide as in the engines.',
    },
    { since: '1.1', what: 'Gatekeeper refuses nothing in a namespace with its label to be ignored.' },
  ],
  title: 'Policies refuse what breaks them',
  why: 'In audit mode a violation is a line in a report that somebody may read. Only a refused change is mended before it runs.',
  remediation:
    'Once the reports are clean, set `failureAction: Enforce` (Kyverno), `enforcementAction: deny` (Gatekeeper) or `validationActions: [Deny]` (ValidatingAdmissionPolicyBinding).',
  appliesWhen: 'a policy matches the workload',
  references: [
    'https://kyverno.io/docs/policy-types/cluster-policy/validate/',
    'https://open-policy-agent.github.io/gatekeeper/website/docs/violations/',
  ],
  reads: [...policyKinds, ...exceptionKinds],
  evaluate(workload, index) {
    const all = policiesOn(workload, index);
    if (all.length === 0) return notApplicable('no policy matches it');
    const target = targetOf(workload, index);
    const exempt = all.flatMap(policy => {
      const exception = exceptionOf(policy, target, index);
      return exception ? [{ policy, exception }] : [];
    });
    const policies = all.filter(policy => !exempt.some(one => one.policy === policy));
    const enforced = policies.filter(policy => policy.enforced);
    const rows = (some: typeof all, expected?: string) =>
      some.map(policy => ({ ...evidenceOf(policy, index, expected), inheritedFrom: index.ref(policy.object) }));
    const names = exempt.map(({ policy }) => policy.object.metadata.name).join(', ');
    const letOff = exempt.map(({ policy, exception }) =>
      index.evidence(exception, 'spec.exceptions', policy.object.metadata.name, 'no exception'),
    );
    if (enforced.length > 0) {
      const noted = letOff.length > 0 ? `; exempt from ${names}` : '';
      const reason = `${enforced.length} of ${all.length} policies refuse what breaks them${noted}`;
      return pass(reason, ...rows(enforced), ...letOff);
    }
    const [exception, ...others] = letOff;
    if (exception && exempt.some(({ policy }) => policy.enforced))
      return warn(`exempt from the policies that refuse: ${names}`, exception, ...others);
    const [first, ...more] = rows(policies, 'Enforce, deny or Deny');
    return first
      ? fail(`all ${policies.length} policies only report`, first, ...more)
      : notApplicable(`exempt from every policy: ${names}`, ...letOff);
  },
});
