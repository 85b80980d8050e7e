// The service account can't enter other containers: a shell in a neighbour is the neighbour's rights.
import {
  failIfAny,
  grantEvidence,
  isRuleNamed,
  rbacGrantsOf,
  rbacKinds,
  ruleAllows,
  ruleAllowsEverything,
  serviceAccountOf,
} from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { noneAtLarge } from '../noneAtLarge';

/** WebSocket clients open a session by GET, which older API servers judged as the verb get. */
const entering = ['exec', 'attach', 'portforward', 'ephemeralcontainers'].flatMap(subresource =>
  ['create', 'get', ...(subresource === 'ephemeralcontainers' ? ['update', 'patch'] : [])]
    .filter(verb => !(verb === 'get' && subresource === 'ephemeralcontainers'))
    .map(verb => ({ verb, group: '', resource: `pods/${subresource}` })),
);

export const rbacNoExec = defineCheck({
  id: 'rbac-no-exec',
  topic: 'rbac',
  severity: 'high',
  since: '1.0',
  revisions: [{ since: '1.1', what: 'An administrator no longer passes: the question is left to rbac-no-admin.' }],
  title: 'The service account can not enter other containers',
  why: 'With exec, attach, port forwarding or ephemeral containers a service acts inside its neighbours, with their credentials and their network identity, past every policy between them.',
  remediation: 'Take `pods/exec`, `pods/attach`, `pods/portforward` and `pods/ephemeralcontainers` out of its roles.',
  appliesWhen: 'The service account is not an administrator.',
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
  reads: [...rbacKinds],
  evaluate(workload, index) {
    const account = serviceAccountOf(workload);
    const grants = rbacGrantsOf(workload, index);
    const found = grants.filter(
      ({ rule }) =>
        !ruleAllowsEverything(rule) && !isRuleNamed(rule) && entering.some(access => ruleAllows(rule, access)),
    );
    const evidence = found.flatMap(grant =>
      grantEvidence(grant, index, 'no access to subresources that enter containers'),
    );
    return failIfAny(evidence, `service account ${account} may enter other containers`, () =>
      noneAtLarge(grants, account, `service account ${account} can not enter other containers`),
    );
  },
});
