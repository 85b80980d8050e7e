// The service account reads only the Secrets it is given by name, not all that lie beside them.
import { failIfAny, pass } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import type { Grant } from '../grants';
import { grantsOf, rbacKinds, serviceAccountOf } from '../grants';
import { allows, allowsEverything, evidenceOf, isNamed } from '../rules';

/** To list or watch is to read: the answer holds the data. */
const reading = ['get', 'list', 'watch'].map(verb => ({ verb, group: '', resource: 'secrets' }));

function readsSecretsAtLarge({ rule, namespace }: Grant): boolean {
  // To be administrator is another check's finding.
  if (allowsEverything(rule)) return false;
  return reading.some(access => allows(rule, access)) && !(isNamed(rule) && namespace !== undefined);
}

export const rbacSecretsScoped = defineCheck({
  id: 'rbac-secrets-scoped',
  topic: 'rbac',
  severity: 'high',
  since: '1.0',
  title: 'The service account reads no Secrets but those named to it',
  why: 'Whoever may list Secrets reads them all, with the credentials of every neighbour and the tokens of service accounts. To get them without names is no better for one who knows what they are called.',
  remediation:
    'Mount the Secret that the service needs instead, or grant `get` with `resourceNames` in a Role of its namespace.',
  appliesWhen: 'always',
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/#listing-secrets'],
  reads: [...rbacKinds],
  evaluate(workload, index) {
    const account = serviceAccountOf(workload);
    const found = grantsOf(workload, index).filter(readsSecretsAtLarge);
    const where = found.some(({ namespace }) => !namespace) ? 'in the whole cluster' : 'of its namespace';
    const evidence = found.flatMap(grant => evidenceOf(grant, index, 'get with resourceNames, or nothing'));
    return failIfAny(evidence, `service account ${account} may read all Secrets ${where}`, () =>
      pass(`service account ${account} reads no Secrets at large`),
    );
  },
});
