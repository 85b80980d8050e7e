// The service account reads only the Secrets it is given by name, not all that lie beside them.
import { failIfAny, grantEvidence, rbacGrantsOf, rbacKinds, serviceAccountOf } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { noneAtLarge } from '../noneAtLarge';
import { readsSecretsAtLarge, whichSecrets } from '../secretReaders';

export const rbacSecretsScoped = defineCheck({
  id: 'rbac-secrets-scoped',
  topic: 'rbac',
  severity: 'high',
  since: '1.0',
  revisions: [
    { since: '1.1', what: 'patch and deletecollection count as reading: they answer with Secrets.' },
    { since: '1.1', what: 'An administrator no longer passes: the question is left to rbac-no-admin.' },
  ],
  title: 'The service account reads no Secrets but those named to it',
  why: 'Whoever may list Secrets reads them all, with the credentials of every neighbour and the tokens of service accounts. To get them without names is no better for one who knows what they are called.',
  remediation:
    'Mount the Secret that the service needs instead, or grant `get` with `resourceNames` in a Role of its namespace.',
  appliesWhen: 'The service account is not an administrator.',
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/#listing-secrets'],
  reads: [...rbacKinds],
  evaluate(workload, index) {
    const account = serviceAccountOf(workload);
    const grants = rbacGrantsOf(workload, index);
    const found = grants.filter(readsSecretsAtLarge);
    const evidence = found.flatMap(grant => grantEvidence(grant, index, 'get with resourceNames, or nothing'));
    return failIfAny(evidence, `service account ${account} may read ${whichSecrets(found)}`, () =>
      noneAtLarge(grants, account, `service account ${account} reads no Secrets at large`),
    );
  },
});
