// The service account reads only the Secrets it is given by name, not all that lie beside them.
import type { RbacGrant } from '@maturity-roadmap/engine';
import {
  failIfAny,
  grantEvidence,
  isRuleNamed,
  pass,
  rbacGrantsOf,
  rbacKinds,
  ruleAllows,
  ruleAllowsEverything,
  serviceAccountOf,
} from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';

/** To list or watch is to read: the answer holds the data. So does that to a patch, or to deleting a collection. */
const reading = ['get', 'list', 'watch', 'patch', 'deletecollection'].map(verb => ({
  verb,
  group: '',
  resource: 'secrets',
}));

function readsSecretsAtLarge({ rule, namespace }: RbacGrant): boolean {
  // To be administrator is another check's finding.
  if (ruleAllowsEverything(rule)) return false;
  return reading.some(access => ruleAllows(rule, access)) && !(isRuleNamed(rule) && namespace !== undefined);
}

/** The widest of what the grants let one read. */
function whichSecrets(grants: readonly RbacGrant[]): string {
  const unnamed = grants.filter(({ rule }) => !isRuleNamed(rule));
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
  revisions: [{ since: '1.1', what: 'patch and deletecollection count as reading: they answer with Secrets.' }],
  title: 'The service account reads no Secrets but those named to it',
  why: 'Whoever may list Secrets reads them all, with the credentials of every neighbour and the tokens of service accounts. To get them without names is no better for one who knows what they are called.',
  remediation:
    'Mount the Secret that the service needs instead, or grant `get` with `resourceNames` in a Role of its namespace.',
  appliesWhen: 'always',
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/#listing-secrets'],
  reads: [...rbacKinds],
  evaluate(workload, index) {
    const account = serviceAccountOf(workload);
    const found = rbacGrantsOf(workload, index).filter(readsSecretsAtLarge);
    const evidence = found.flatMap(grant => grantEvidence(grant, index, 'get with resourceNames, or nothing'));
    return failIfAny(evidence, `service account ${account} may read ${whichSecrets(found)}`, () =>
      pass(`service account ${account} reads no Secrets at large`),
    );
  },
});
