// Constraints of OPA Gatekeeper that match a workload.
import type { ObjectOf, ObjectView } from '@maturity-roadmap/engine';
import { apiGroup, matchesSelector } from '@maturity-roadmap/engine';
import type { AppliedPolicy, Target } from './policies';

export const constraintKinds = ['constraints.gatekeeper.sh/v1beta1/*'] as const;

type Constraint = ObjectOf<'constraints.gatekeeper.sh/v1beta1/*'>;

/** Namespaces may end in a wildcard. */
const like = (pattern: string, text: string) =>
  pattern.endsWith('*') ? text.startsWith(pattern.slice(0, -1)) : pattern === text;

/** See https://open-policy-agent.github.io/gatekeeper/website/docs/howto/#the-match-field */
export function constraintMatches({ spec }: Constraint, { workload, namespaceLabels }: Target): boolean {
  const match = spec?.match ?? {};
  const group = apiGroup(workload.ref.apiVersion);
  const isKind = (groups: readonly string[] | undefined, kinds: readonly string[] | undefined) =>
    (['*', group].some(one => groups?.includes(one)) && ['*', workload.kind].some(one => kinds?.includes(one))) ||
    (['*', ''].some(one => groups?.includes(one)) && kinds?.includes('Pod') === true);
  if (match.kinds && !match.kinds.some(({ apiGroups, kinds }) => isKind(apiGroups, kinds))) return false;
  if (match.scope === 'Cluster') return false;
  if (match.namespaces && !match.namespaces.some(pattern => like(pattern, workload.namespace))) return false;
  if (match.excludedNamespaces?.some(pattern => like(pattern, workload.namespace))) return false;
  if (match.namespaceSelector && !matchesSelector(match.namespaceSelector, namespaceLabels)) return false;
  return !match.labelSelector || matchesSelector(match.labelSelector, workload.object.metadata.labels);
}

/** With scopes each place has an action of its own; the audit can't refuse anything. */
function deniesSomewhere({ spec }: Constraint): boolean {
  const scoped = Array.isArray(spec?.scopedEnforcementActions) ? spec.scopedEnforcementActions : [];
  return scoped.some(
    ({ action, enforcementPoints }) =>
      action === 'deny' && (enforcementPoints ?? []).some(({ name }) => name !== 'audit.gatekeeper.sh'),
  );
}

/** The constraints that match; without an action they deny. */
export function constraints(target: Target, index: ObjectView<(typeof constraintKinds)[number]>): AppliedPolicy[] {
  return index
    .all('constraints.gatekeeper.sh/v1beta1/*')
    .filter(constraint => constraintMatches(constraint, target))
    .map(constraint => {
      const observed = constraint.spec?.enforcementAction ?? 'deny';
      const enforced = observed === 'deny' || (observed === 'scoped' && deniesSomewhere(constraint));
      return { engine: 'Gatekeeper', object: constraint, enforced, path: 'spec.enforcementAction', observed };
    });
}
