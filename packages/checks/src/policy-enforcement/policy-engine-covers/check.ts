// A policy engine looks at the workload when it is admitted: rules that nobody checks are only wishes.
import { fail, notApplicable, pass } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { evidenceOf, hasEngine, policiesOn, policyKinds } from '../policies';

export const policyEngineCovers = defineCheck({
  id: 'policy-engine-covers',
  topic: 'policy-enforcement',
  severity: 'medium',
  since: '1.0',
  title: 'Admission policies cover the workload',
  why: 'Policies in an admission controller hold for every change, by whatever way it comes. A namespace that they leave out is where the next mistake will land.',
  remediation:
    'Let at least one policy of Kyverno, Gatekeeper or a ValidatingAdmissionPolicy with its binding match the namespace and the kind of the workload.',
  appliesWhen: 'the cluster has a policy engine, or could have one',
  references: [
    'https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/',
    'https://kyverno.io/docs/policy-types/cluster-policy/match-exclude/',
  ],
  reads: [...policyKinds],
  evaluate(workload, index) {
    if (!hasEngine(index)) return notApplicable('the cluster has no admission policy of any engine we know');
    const policies = policiesOn(workload, index);
    if (policies.length > 0) {
      const engines = [...new Set(policies.map(({ engine }) => engine))].join(', ');
      const count = `${policies.length} ${policies.length === 1 ? 'policy matches' : 'policies match'}`;
      const evidence = policies.map(policy => ({
        ...evidenceOf(policy, index),
        inheritedFrom: index.ref(policy.object),
      }));
      return pass(`${count} it, of ${engines}`, ...evidence);
    }
    return fail('no admission policy matches it', {
      object: workload.ref,
      path: 'metadata.namespace',
      observed: workload.namespace,
      expected: 'a namespace and kind that some policy matches',
    });
  },
});
