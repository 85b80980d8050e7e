// Constraints of OPA Gatekeeper that match a workload.
import type { Labels, ObjectOf, ObjectView } from '@maturity-roadmap/engine';
import { apiGroup, matchesSelector } from '@maturity-roadmap/engine';
import type { AppliedPolicy, Target } from './policies';

export const constraintKinds = ['constraints.gatekeeper.sh/v1beta1/*'] as const;

type Constraint = ObjectOf<'constraints.gatekeeper.sh/v1beta1/*'>;

/** Names may begin and end in a wildcard. */
function like(pattern: string, text: string): boolean {
  const part = pattern.replace(/^\*/, '').replace(/\*$/, '');
  if (pattern.startsWith('*')) return pattern.endsWith('*') ? text.includes(part) : text.endsWith(part);
  return pattern.endsWith('*') ? text.startsWith(part) : pattern === text;
}

/** See https://open-policy-agent.github.io/gatekeeper/website/docs/howto/#the-match-field */
export function constraintMatches({ spec }: Constraint, { workload, namespaceLabels }: Target): boolean {
  const match = spec?.match ?? {};
  const group = apiGroup(workload.ref.apiVersion);
  const means = (ofGroup: string, kind: string) =>
    !match.kinds?.length ||
    match.kinds.some(
      ({ apiGroups, kinds }) =>
        ['*', ofGroup].some(one => apiGroups?.includes(one)) && ['*', kind].some(one => kinds?.includes(one)),
    );
  if (match.scope === 'Cluster') return false;
  if (match.namespaces && !match.namespaces.some(pattern => like(pattern, workload.namespace))) return false;
  if (match.excludedNamespaces?.some(pattern => like(pattern, workload.namespace))) return false;
  if (match.namespaceSelector && !matchesSelector(match.namespaceSelector, namespaceLabels)) return false;
  const selects = (labels: Labels | undefined, name: string) =>
    (!match.labelSelector || matchesSelector(match.labelSelector, labels)) && (!match.name || like(match.name, name));
  // Its pods are admitted too, by the labels of the template and by names that begin with its own.
  return (
    (means(group, workload.kind) && selects(workload.object.metadata.labels, workload.name)) ||
    (means('', 'Pod') && selects(workload.podLabels, `${workload.name}-`))
  );
}

/** With scopes each place has an action of its own; the audit can't refuse anything. */
function deniesSomewhere({ spec }: Constraint): boolean {
  const scoped = Array.isArray(spec?.scopedEnforcementActions) ? spec.scopedEnforcementActions : [];
  return scoped.some(
    ({ action, enforcementPoints }) =>
      action === 'deny' && (enforcementPoints ?? []).some(({ name }) => name !== 'audit.gatekeeper.sh'),
  );
}

/** Gatekeeper's webhook is not asked about namespaces with this label, whatever its value; its audit still looks. */
const ignoreLabel = 'admission.gatekeeper.sh/ignore';

/**
 * The constraints that match; without an action they deny.
 * See https://open-policy-agent.github.io/gatekeeper/website/docs/exempt-namespaces/
 */
export function constraints(target: Target, index: ObjectView<(typeof constraintKinds)[number]>): AppliedPolicy[] {
  return index
    .all('constraints.gatekeeper.sh/v1beta1/*')
    .filter(constraint => constraintMatches(constraint, target))
    .map(constraint => {
      const action = constraint.spec?.enforcementAction ?? 'deny';
      const isAsked = target.namespaceLabels[ignoreLabel] === undefined;
      const enforced = isAsked && (action === 'deny' || (action === 'scoped' && deniesSomewhere(constraint)));
      const observed = isAsked ? action : `${action}, but the namespace is ignored at admission`;
      return { engine: 'Gatekeeper', object: constraint, enforced, path: 'spec.enforcementAction', observed };
    });
}
