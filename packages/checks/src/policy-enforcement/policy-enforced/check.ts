// At least one policy refuses what breaks it: a policy that only reports lets every mistake through.
import { fail, notApplicable, pass } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { evidenceOf, policiesOn, policyKinds } from '../policies';

export const policyEnforced = defineCheck({
  id: 'policy-enforced',
  topic: 'policy-enforcement',
  severity: 'medium',
  since: '1.0',
  title: 'Policies refuse what breaks them',
  why: 'In audit mode a violation is a line in a report that somebody may read. Only a refused change is mended before it runs.',
  remediation:
    'Once the reports are clean, set `failureAction: Enforce` (Kyverno), `enforcementAction: deny` (Gatekeeper) or `validationActions: [Deny]` (ValidatingAdmissionPolicyBinding).',
  appliesWhen: 'a policy matches the workload',
  references: [
    'https://kyverno.io/docs/policy-types/cluster-policy/validate/',
    'https://open-policy-agent.github.io/gatekeeper/website/docs/violations/',
  ],
  reads: [...policyKinds],
  evaluate(workload, index) {
    const policies = policiesOn(workload, index);
    if (policies.length === 0) return notApplicable('no policy matches it');
    const enforced = policies.filter(policy => policy.enforced);
    const evidence = (enforced.length > 0 ? enforced : policies).map(policy => ({
      ...evidenceOf(policy, index, enforced.length > 0 ? undefined : 'Enforce, deny or Deny'),
      inheritedFrom: index.ref(policy.object),
    }));
    if (enforced.length > 0)
      return pass(`${enforced.length} of ${policies.length} policies refuse what breaks them`, ...evidence);
    const [first, ...more] = evidence;
    return fail(`all ${policies.length} policies only report`, first, ...more);
  },
});
