// Policies of Kyverno: which rules match a workload, and whether they refuse.
import type { Labels, ObjectOf, ObjectView } from '@maturity-roadmap/engine';
import { matchesSelector, selects } from '@maturity-roadmap/engine';
import type { AppliedPolicy, Target } from './policies';

export const kyvernoPolicyKinds = [
  'kyverno.io/v1/ClusterPolicy',
  'kyverno.io/v1/Policy',
  'policies.kyverno.io/v1/ValidatingPolicy',
] as const;

type Policy = ObjectOf<'kyverno.io/v1/ClusterPolicy'>;
type Rule = NonNullable<NonNullable<Policy['spec']>['rules']>[number];
type Match = NonNullable<Rule['match']>;
type Filter = NonNullable<Match['resources']>;

/** `*` and `?` are wildcards. See https://kyverno.io/docs/policy-types/cluster-policy/match-exclude/ */
function like(pattern: string, text: string): boolean {
  const escaped = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${escaped}$`).test(text);
}

/** Kinds may be written with group and version: `apps/v1/Deployment`. */
const kindOf = (written: string) => written.split('/').pop()!;

/**
 * Whether a filter matches the workload. A rule for Pods also covers the controllers that make them: Kyverno adds
 * those rules by itself. See https://kyverno.io/docs/policy-types/cluster-policy/autogen/
 */
function matchesFilter(filter: Filter, { workload, namespaceLabels }: Target): boolean {
  const { kinds, namespaces, name, names, annotations, namespaceSelector, selector, operations } = filter;
  const { labels, annotations: own } = workload.object.metadata;
  const meansPods = kinds?.some(kind => kindOf(kind) === 'Pod');
  if (kinds && !meansPods && !kinds.some(kind => like(kindOf(kind), workload.kind))) return false;
  // Only what is asked when an object is made keeps it out.
  if (operations && !operations.includes('CREATE')) return false;
  if (namespaces && !namespaces.some(pattern => like(pattern, workload.namespace))) return false;
  if ((names || name) && ![...(names ?? []), name ?? ''].some(pattern => like(pattern, workload.name))) return false;
  if (namespaceSelector && !matchesSelector(namespaceSelector, namespaceLabels)) return false;
  const isAnnotated = (some: Readonly<Record<string, string>> = {}) =>
    Object.entries(annotations ?? {}).every(([key, pattern]) => key in some && like(String(pattern), some[key]));
  const isSelected = (some: Labels | undefined) => !selector || matchesSelector(selector, some);
  return (
    (isAnnotated(own) && isSelected(labels)) ||
    (meansPods === true && isAnnotated(workload.podAnnotations) && isSelected(workload.podLabels))
  );
}

/**
 * Whether a match of Kyverno, of a rule or of an exception, means the workload or its pods, whoever asks for them.
 *
 * @param excluding - what is let off only for some users is not let off
 */
export function kyvernoMatches(match: Match | undefined, target: Target, excluding = false): boolean {
  if (!match) return false;
  const isForSome = ({ subjects, roles, clusterRoles }: NonNullable<Match['any']>[number]) =>
    [subjects, roles, clusterRoles].some(list => list?.length);
  const filters = (list: Match['any']) =>
    (list ?? []).flatMap(one => (one.resources && !(excluding && isForSome(one)) ? [one.resources] : []));
  if (match.any) return filters(match.any).some(filter => matchesFilter(filter, target));
  if (match.all) {
    const all = filters(match.all);
    return all.length > 0 && all.every(filter => matchesFilter(filter, target));
  }
  return match.resources !== undefined && matchesFilter(match.resources, target);
}

const isReady = ({ status }: Policy) =>
  status?.ready !== false && !status?.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'False');

function fromPolicy(policy: Policy, target: Target): AppliedPolicy[] {
  // Without admission it only reports on what runs already.
  const isAsked = policy.spec?.admission !== false;
  if (!isReady(policy)) return [];
  const rules = (policy.spec?.rules ?? []).filter(
    rule => rule.validate && kyvernoMatches(rule.match, target) && !kyvernoMatches(rule.exclude, target, true),
  );
  const actions = rules.map(rule => actionOf(policy, rule, target));
  if (actions.length === 0) return [];
  const enforced = isAsked ? actions.find(({ action }) => /^enforce$/i.test(action)) : undefined;
  const { path, action } = enforced ?? actions[0];
  const observed = isAsked ? action : `${action}, but not at admission`;
  const at = isAsked ? path : 'spec.admission';
  return [{ engine: 'Kyverno', object: policy, enforced: enforced !== undefined, path: at, observed }];
}

/** The rule's own action wins over the policy's, which a namespace may override; the default only reports. */
function actionOf({ spec }: Policy, rule: Rule, { workload }: Target): { action: string; path: string } {
  const here = ({ namespaces }: { namespaces?: string[] }) =>
    namespaces?.some(pattern => like(pattern, workload.namespace));
  const { failureAction: own, failureActionOverrides } = rule.validate ?? {};
  const ownOverride = failureActionOverrides?.find(here)?.action;
  const place = `spec.rules[${rule.name}].validate`;
  if (ownOverride) return { action: ownOverride, path: `${place}.failureActionOverrides` };
  if (own) return { action: own, path: `${place}.failureAction` };
  const override = spec?.validationFailureActionOverrides?.find(here);
  if (override?.action) return { action: override.action, path: 'spec.validationFailureActionOverrides' };
  return { action: spec?.validationFailureAction ?? 'Audit', path: 'spec.validationFailureAction' };
}

function fromValidatingPolicy(
  policy: ObjectOf<'policies.kyverno.io/v1/ValidatingPolicy'>,
  { workload, namespaceLabels }: Target,
): AppliedPolicy[] {
  const { matchConstraints, validationActions = ['Deny'], evaluation } = policy.spec ?? {};
  if (evaluation?.mode !== undefined && evaluation.mode !== 'Kubernetes') return [];
  const { resourceRules, namespaceSelector, objectSelector } = matchConstraints ?? {};
  const means = (resource: string, labels: Labels | undefined) =>
    selects(objectSelector, labels, 'everything') &&
    (resourceRules ?? []).some(
      rule =>
        rule.resources?.some(one => one === '*' || one === resource) &&
        (rule.operations ?? ['*']).some(one => one === '*' || one === 'CREATE'),
    );
  const { labels } = workload.object.metadata;
  const isMet = means(`${workload.kind.toLowerCase()}s`, labels) || means('pods', workload.podLabels);
  if (!isMet || !selects(namespaceSelector, namespaceLabels, 'everything')) return [];
  const isAsked = evaluation?.admission?.enabled !== false;
  const actions = validationActions.join(', ');
  return [
    {
      engine: 'Kyverno',
      object: policy,
      enforced: isAsked && validationActions.includes('Deny'),
      path: isAsked ? 'spec.validationActions' : 'spec.evaluation.admission.enabled',
      observed: isAsked ? actions : `${actions}, but not at admission`,
    },
  ];
}

/** The policies of Kyverno that match. */
export function kyvernoPolicies(
  target: Target,
  index: ObjectView<(typeof kyvernoPolicyKinds)[number]>,
): AppliedPolicy[] {
  return [
    ...index.all('kyverno.io/v1/ClusterPolicy').flatMap(policy => fromPolicy(policy, target)),
    ...index
      .inNamespace('kyverno.io/v1/Policy', target.workload.namespace)
      .flatMap(policy => fromPolicy(policy, target)),
    ...index.all('policies.kyverno.io/v1/ValidatingPolicy').flatMap(policy => fromValidatingPolicy(policy, target)),
  ];
}
