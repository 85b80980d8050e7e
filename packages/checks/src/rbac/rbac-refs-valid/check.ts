// Bindings name roles and accounts that exist, and nobody from outside.
import { failIfAny, notApplicable, pass, rbacKinds, warn, withFix } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { bindingsAround, withoutOutsiders } from '../bindingRefs';

export const rbacRefsValid = defineCheck({
  id: 'rbac-refs-valid',
  topic: 'rbac',
  severity: 'medium',
  since: '1.0',
  title: 'Role bindings refer to roles and accounts that exist',
  why: 'A binding to something that is not there gives nothing today and everything tomorrow: whoever creates an account or role of that name gets the rights. Bindings of anonymous users give them to everyone.',
  remediation:
    'Correct or delete the binding. Never bind `system:unauthenticated`, `system:anonymous` or `system:masters`.',
  appliesWhen: 'A binding means the service account of the workload, or lies in its namespace.',
  references: [
    'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-subjects',
    'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
  ],
  reads: [...rbacKinds, 'v1/ServiceAccount'],
  evaluate(workload, index) {
    const bindings = bindingsAround(workload, index);
    if (bindings.length === 0) return notApplicable('no role binding concerns it');
    const outside = bindings.flatMap(found => found.outside);
    const dangling = [...bindings.flatMap(({ role }) => role ?? []), ...bindings.flatMap(({ accounts }) => accounts)];
    const [open, another] = bindings.filter(found => found.outside.length > 0);
    const fix = open && !another && dangling.length === 0 ? withoutOutsiders(open.binding, index) : undefined;
    const result = failIfAny(outside, `bindings let in ${outside.map(({ observed }) => observed).join(', ')}`, () => {
      const [first, ...more] = dangling;
      const reason = `bindings refer to what is not there: ${dangling.map(({ observed }) => observed).join(', ')}`;
      // Manifests of an application need not hold what the platform or another team defines.
      const isLive = workload.object.metadata.uid !== undefined;
      if (first && !isLive) return warn(`${reason}, at least not among the manifests`, first, ...more);
      return failIfAny(dangling, reason, () => pass(`all ${bindings.length} bindings refer to what exists`));
    });
    return withFix(result, fix);
  },
});
