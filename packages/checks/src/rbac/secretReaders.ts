// Grants that read Secrets at large, not just those named to the account in its namespace.
import type { RbacGrant } from '@maturity-roadmap/engine';
import { isRuleNamed, ruleAllows, ruleAllowsEverything } from '@maturity-roadmap/engine';

/** To list or watch is to read: the answer holds the data. So does that to a patch, or to deleting a collection. */
const reading = ['get', 'list', 'watch', 'patch', 'deletecollection'].map(verb => ({
  verb,
  group: '',
  resource: 'secrets',
}));

/** Whether a grant reads Secrets that it does not name, or names them in every namespace. */
export function readsSecretsAtLarge({ rule, namespace }: RbacGrant): boolean {
  // To be administrator is another check's finding.
  if (ruleAllowsEverything(rule)) return false;
  return reading.some(access => ruleAllows(rule, access)) && !(isRuleNamed(rule) && namespace !== undefined);
}

/** The widest of what the grants let one read, for people. */
export function whichSecrets(grants: readonly RbacGrant[]): string {
  const unnamed = grants.filter(({ rule }) => !isRuleNamed(rule));
  if (unnamed.some(({ namespace }) => !namespace)) return 'all Secrets in the whole cluster';
  if (unnamed.length > 0) return 'all Secrets of its namespace';
  const names = new Set(grants.flatMap(({ rule }) => rule.resourceNames ?? []));
  return `Secrets named ${[...names].join(', ')} in every namespace`;
}
