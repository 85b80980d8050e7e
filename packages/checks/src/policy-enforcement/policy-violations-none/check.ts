// No policy is violated by what runs: each reported violation is a rule that the organisation set itself.
import { failIfAny, notApplicable, pass, unknown } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { violationKinds, violationsOf } from '../violations';

export const policyViolationsNone = defineCheck({
  id: 'policy-violations-none',
  topic: 'policy-enforcement',
  severity: 'high',
  since: '1.0',
  title: 'No policy is violated',
  why: 'A violation that runs was admitted before the rule came, or by a rule that only reports. Either way it is the organisation’s own rule, and the next upgrade to enforcement will refuse it.',
  remediation: 'Read the message of each violation, mend the manifest, and see the report turn at the next scan.',
  appliesWhen: 'a policy engine has reported on the workload',
  references: [
    'https://kyverno.io/docs/policy-reports/',
    'https://open-policy-agent.github.io/gatekeeper/website/docs/audit/',
  ],
  reads: [...violationKinds],
  evaluate(workload, index) {
    const { violations, isNamed, capped } = violationsOf(workload, index);
    const names = violations.map(({ policy }) => policy).join(', ');
    const reason = `${violations.length} ${violations.length === 1 ? 'policy is' : 'policies are'} violated: ${names}`;
    return failIfAny(
      violations.map(({ evidence }) => evidence),
      reason,
      () => {
        if (capped) {
          const seen = index.evidence(capped, 'status.totalViolations', 'more violations than are listed');
          return unknown('notReadable', `${capped.kind} lists only some of its violations`, seen);
        }
        return isNamed ? pass('all reported policies pass') : notApplicable('no policy engine has reported on it');
      },
    );
  },
});
