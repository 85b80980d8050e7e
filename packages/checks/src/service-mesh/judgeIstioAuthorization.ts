// Judges whether Istio lets only listed callers reach a workload.
import type { CheckResult, ObjectOf, ObjectView, Workload } from '@maturity-roadmap/engine';
import { fail, matchesLabels, pass, unknown } from '@maturity-roadmap/engine';
import { rootNamespace } from './judgeIstioMtls';

export const istioAuthorizationKinds = ['security.istio.io/v1/AuthorizationPolicy', 'v1/ConfigMap'] as const;
type Policy = ObjectOf<'security.istio.io/v1/AuthorizationPolicy'>;

const isAllow = ({ spec }: Policy) => (spec?.action ?? 'ALLOW') === 'ALLOW';
const targetsOf = ({ spec }: Policy) => spec?.targetRefs ?? (spec?.targetRef ? [spec.targetRef] : []);

/** A rule without any condition matches every request. */
const allowsAll = ({ spec }: Policy) =>
  (spec?.rules ?? []).some(rule => Object.values(rule ?? {}).every(part => !Array.isArray(part) || part.length === 0));

/** Policies of the workload's namespace and of the root namespace, whose policies hold for the whole mesh. */
function selecting({ namespace, podLabels }: Workload, policies: readonly Policy[], root: string): Policy[] {
  return policies.filter(policy => {
    const place = policy.metadata.namespace ?? 'default';
    if ((place !== namespace && place !== root) || targetsOf(policy).length > 0) return false;
    const wanted = policy.spec?.selector?.matchLabels ?? {};
    return Object.keys(wanted).length === 0 || matchesLabels(wanted, podLabels);
  });
}

/**
 * Without an ALLOW policy everyone is let in; with one, only what any of them lists. No rules at all deny everyone,
 * and one empty rule allows everyone. See https://istio.io/latest/docs/concepts/security/#implicit-enablement
 */
export function judgeIstioAuthorization(
  workload: Workload,
  index: ObjectView<(typeof istioAuthorizationKinds)[number]>,
): CheckResult {
  const all = index.all('security.istio.io/v1/AuthorizationPolicy');
  const allowing = selecting(workload, all, rootNamespace(index)).filter(isAllow);
  const open = allowing.find(allowsAll);
  if (open) {
    return fail(
      `AuthorizationPolicy ${open.metadata.name} has a rule that allows everyone`,
      index.evidence(open, 'spec.rules', 'an empty rule', 'rules that name callers'),
    );
  }
  if (allowing.length > 0) {
    const names = allowing.map(({ metadata }) => metadata.name).join(', ');
    const rows = allowing.map(policy => {
      const row = index.evidence(policy, 'spec.rules', 'names callers');
      // Without selector it is for the whole namespace, or for the mesh: the workload inherits it.
      const isOwn = Object.keys(policy.spec?.selector?.matchLabels ?? {}).length > 0;
      return isOwn ? row : { ...row, inheritedFrom: index.ref(policy) };
    });
    return pass(`only callers listed by ${names} are let in`, ...rows);
  }
  const bound = all.filter(
    one => one.metadata.namespace === workload.namespace && isAllow(one) && targetsOf(one).length > 0,
  );
  if (bound.length > 0) {
    const reason = `${bound.map(({ metadata }) => metadata.name).join(', ')} targets a waypoint, which is not followed to the workload`;
    return unknown('notReadable', reason, index.evidence(bound[0], 'spec.targetRefs', 'a waypoint or Service'));
  }
  return fail('no AuthorizationPolicy with action ALLOW selects the workload: everyone is let in', {
    object: workload.ref,
    path: `${workload.podMetadataPath}.labels`,
    observed: JSON.stringify(workload.podLabels),
    expected: 'selected by an AuthorizationPolicy that names callers',
  });
}
