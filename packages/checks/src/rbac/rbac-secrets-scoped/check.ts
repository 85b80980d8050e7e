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

/** The widest of what the grants let one read. */
function whichSecrets(grants: readonly Grant[]): string {
  const unnamed = grants.filter(({ rule }) => !isNamed(rule));
  if (unnamed.some(({ namespace }) => !namespace)) return 'all Secrets in the whole cluster';
  if (unnamed.length > 0) return 'all Secrets of its namespace';
  const names = new Set(grants.flatMap(({ rule }) => rule.resourceNames ?? []));
  return `Secrets named ${[...names].join(', ')} in every namespace`;
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
    const evidence = found.flatMap(grant => evidenceOf(grant, index, 'get with resourceNames, or nothing'));
    return failIfAny(evidence, `service account ${account} may read ${whichSecrets(found)}`, () =>
      pass(`service account ${account} reads no Secrets at large`),
    );
  },
});
