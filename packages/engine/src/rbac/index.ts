// Role-based access control: from a service account to what it may do.
export type { RbacBinding, RbacGrant, RbacKind, RbacRule } from './grants';
export { rbacGrantsOf, rbacKinds, roleBindingsOf, serviceAccountOf } from './grants';
export type { RbacAccess } from './rules';
export { grantEvidence, isRuleNamed, ruleAllows, ruleAllowsEverything } from './rules';
