// The service account can't enter other containers: a shell in a neighbour is the neighbour's rights.
import { failIfAny, pass } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { grantsOf, rbacKinds, serviceAccountOf } from '../grants';
import { allows, allowsEverything, evidenceOf, isNamed } from '../rules';

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
  title: 'The service account can not enter other containers',
  why: 'With exec, attach, port forwarding or ephemeral containers a service acts inside its neighbours, with their credentials and their network identity, past every policy between them.',
  remediation: 'Take `pods/exec`, `pods/attach`, `pods/portforward` and `pods/ephemeralcontainers` out of its roles.',
  appliesWhen: 'always',
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
  reads: [...rbacKinds],
  evaluate(workload, index) {
    const account = serviceAccountOf(workload);
    const found = grantsOf(workload, index).filter(
      ({ rule }) => !allowsEverything(rule) && !isNamed(rule) && entering.some(access => allows(rule, access)),
    );
    const evidence = found.flatMap(grant =>
      evidenceOf(grant, index, 'no access to subresources that enter containers'),
    );
    return failIfAny(evidence, `service account ${account} may enter other containers`, () =>
      pass(`service account ${account} can not enter other containers`),
    );
  },
});
