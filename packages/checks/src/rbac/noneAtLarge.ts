// What checks of single dangerous rights answer where they found none, but the account may do everything.
import type { CheckResult, RbacGrant } from '@maturity-roadmap/engine';
import { notApplicable, pass, ruleAllowsEverything } from '@maturity-roadmap/engine';

/**
 * A pass, unless the account is an administrator: it has the right that the check asks for too. That is one finding,
 * which rbac-no-admin makes, and not one of each check; nor may a check say that it lacks the right.
 */
export function noneAtLarge(grants: readonly RbacGrant[], account: string, reason: string): CheckResult {
  return grants.some(({ rule }) => ruleAllowsEverything(rule))
    ? notApplicable(`service account ${account} is an administrator, which rbac-no-admin judges`)
    : pass(reason);
}
