// Label selectors as Kubernetes evaluates them, with the difference between a missing and an empty selector.
import type { LabelSelector } from 'kubernetes-types/meta/v1';

/** @public */
export type Labels = Readonly<Record<string, string>>;

type Requirement = NonNullable<LabelSelector['matchExpressions']>[number];

function holds({ key, operator, values = [] }: Requirement, labels: Labels): boolean {
  const present = Object.hasOwn(labels, key);
  switch (operator) {
    case 'In':
      return present && values.includes(labels[key]);
    case 'NotIn':
      return !present || !values.includes(labels[key]);
    case 'Exists':
      return present;
    case 'DoesNotExist':
      return !present;
    default:
      return false;
  }
}

/**
 * Whether a label selector that is present matches labels. An empty selector matches everything; all requirements
 * are joined by AND; `NotIn` also matches where the key is absent.
 * See https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors
 *
 * @public
 */
export function matchesSelector({ matchLabels, matchExpressions }: LabelSelector, labels: Labels = {}): boolean {
  if (matchLabels && !hasAll(matchLabels, labels)) return false;
  return !matchExpressions || matchExpressions.every(requirement => holds(requirement, labels));
}

/** Labels are plain mappings, in which there is nothing but their own keys to go through: no list of them is needed. */
function hasAll(wanted: Labels, labels: Labels): boolean {
  for (const key in wanted) if (labels[key] !== wanted[key] || !Object.hasOwn(labels, key)) return false;
  return true;
}

function isEmpty(wanted: Labels): boolean {
  for (const key in wanted) if (Object.hasOwn(wanted, key)) return false;
  return true;
}

/**
 * What a missing (nil) selector means in the field it stands in; each field of the API has its own answer, which the
 * caller must state.
 *
 * - `everything`: NetworkPolicy peers' `podSelector` beside a `namespaceSelector`, webhooks and admission policies.
 * - `nothing`: PodDisruptionBudget, topology spread constraints, affinity terms, workloads.
 *
 * @public
 */
export type NilMeans = 'everything' | 'nothing';

/**
 * Whether a selector that may be missing matches labels.
 *
 * @public
 */
export function selects(
  selector: LabelSelector | undefined | null,
  labels: Labels | undefined,
  nil: NilMeans,
): boolean {
  return selector ? matchesSelector(selector, labels) : nil === 'everything';
}

/**
 * Whether the plain map selector of a Service or a mesh policy matches labels.
 *
 * An empty map matches nothing here: a Service without selector has endpoints that are managed elsewhere. Mesh
 * policies, whose empty selector means the whole namespace, must ask for that case first.
 * See https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors
 *
 * @public
 */
export function matchesLabels(wanted: Labels | undefined | null, labels: Labels = {}): boolean {
  return wanted !== undefined && wanted !== null && !isEmpty(wanted) && hasAll(wanted, labels);
}

/**
 * A label selector in query syntax (`app=shop,tier in (web, api),!canary`), as the annotation
 * `backstage.io/kubernetes-label-selector` holds it.
 * See https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#api
 *
 * @throws Error that names the part which can't be read
 * @public
 */
export function parseSelector(query: string): LabelSelector {
  const matchExpressions = splitOutsideBrackets(query).map(parseRequirement);
  return { matchExpressions };
}

function splitOutsideBrackets(query: string): string[] {
  return query
    .split(/,(?![^(]*\))/)
    .map(part => part.trim())
    .filter(part => part !== '');
}

const setPattern = /^(\S+)\s+(in|notin)\s*\(([^()]*)\)$/;
const equalityPattern = /^([^\s!=]+)\s*(==?|!=)\s*([^\s!=]*)$/;

function parseRequirement(part: string): Requirement {
  const set = setPattern.exec(part);
  if (set) {
    const values = set[3].split(',').map(value => value.trim());
    return { key: set[1], operator: set[2] === 'in' ? 'In' : 'NotIn', values };
  }
  const equality = equalityPattern.exec(part);
  if (equality) return { key: equality[1], operator: equality[2] === '!=' ? 'NotIn' : 'In', values: [equality[3]] };
  if (/^![^\s!=(),]+$/.test(part)) return { key: part.slice(1), operator: 'DoesNotExist' };
  if (/^[^\s!=(),]+$/.test(part)) return { key: part, operator: 'Exists' };
  throw new Error(`"${part}" is not a label requirement: write key=value, key!=value, key in (a, b), key or !key`);
}
