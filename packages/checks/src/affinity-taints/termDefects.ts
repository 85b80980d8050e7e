// Why a spread term does nothing, or more than was meant.
import type { Evidence, Node, ObjectView, Workload } from '@maturity-roadmap/engine';
import { resolveIntOrPercent, selects } from '@maturity-roadmap/engine';
import { domainsFor, nodesFor } from './placements';
import type { SpreadTerm } from './spreadTerms';
import { hostname, selectsItself } from './spreadTerms';

export type TermKinds =
  'v1/Node' | 'apps/v1/Deployment' | 'apps/v1/StatefulSet' | 'apps/v1/DaemonSet' | 'argoproj.io/v1alpha1/Rollout';

export interface TermDefect {
  what: string;
  evidence: Evidence;
  /** The term works, but gets in the way of a rollout or has nothing to spread over. */
  mild?: boolean;
  /** Its selector is wrong, and the workload's own would be right. */
  wrongSelector?: boolean;
}

const describe = ({ type, topologyKey }: SpreadTerm) =>
  `${type === 'constraint' ? 'the spread constraint' : 'the anti-affinity'} by ${topologyKey}`;

/** What is wrong with one term; undefined if it does its work. */
export function termDefect(term: SpreadTerm, workload: Workload, index: ObjectView<TermKinds>): TermDefect | undefined {
  const defect = (what: string, field: string, observed: unknown, expected?: string): TermDefect => ({
    what: `${describe(term)} ${what}`,
    evidence: { object: workload.ref, path: `${term.path}.${field}`, observed: JSON.stringify(observed), expected },
  });
  const refused = refusal(term, defect);
  if (refused) return refused;
  if (!term.selector) {
    return { ...defect('selects no pods', 'labelSelector', 'not set', 'own labels'), wrongSelector: true };
  }
  const own = selectsItself(term, workload);
  if (!own && term.type === 'constraint') {
    const what = 'does not count the pods of the workload itself';
    return { ...defect(what, 'labelSelector', term.selector, 'own labels'), wrongSelector: true };
  }
  if (!own && !selectsOthers(term, index)) {
    return { ...defect('selects no pods', 'labelSelector', term.selector, 'own labels'), wrongSelector: true };
  }
  const nodes = nodesFor(workload, index);
  if (!nodes || nodes.length === 0) return undefined;
  const domains = domainsFor(term.topologyKey, workload, index).size;
  if (domains === 0) return defect('names a label that no node has', 'topologyKey', term.topologyKey);
  if (term.required && (term.minDomains ?? 1) > domains) {
    return defect(`wants more domains than the ${domains} there are`, 'minDomains', term.minDomains, `${domains}`);
  }
  if (term.type === 'antiAffinity') return own ? crowding(term, workload, nodes, defect) : undefined;
  if (domains > 1 || term.topologyKey === hostname) return undefined;
  return { ...defect('has a single domain to spread over', 'topologyKey', term.topologyKey), mild: true };
}

type Describe = (what: string, field: string, observed: unknown, expected?: string) => TermDefect;

/** What the API server does not take. */
function refusal(term: SpreadTerm, defect: Describe): TermDefect | undefined {
  const { type, topologyKey, maxSkew, minDomains, whenUnsatisfiable, required } = term;
  if (!topologyKey) return defect('names no label of nodes', 'topologyKey', topologyKey ?? 'not set', 'a label');
  if (type === 'antiAffinity') return undefined;
  if (!Number.isInteger(maxSkew) || maxSkew! < 1)
    return defect('has no valid maxSkew', 'maxSkew', maxSkew ?? 'not set', '1 or more');
  if (whenUnsatisfiable !== 'DoNotSchedule' && whenUnsatisfiable !== 'ScheduleAnyway') {
    const expected = 'DoNotSchedule or ScheduleAnyway';
    return defect('does not say what to do', 'whenUnsatisfiable', whenUnsatisfiable ?? 'not set', expected);
  }
  if (minDomains === undefined || (minDomains >= 1 && required)) return undefined;
  return defect('has no valid minDomains', 'minDomains', minDomains, '1 or more, with DoNotSchedule');
}

/** Keeping away from another workload is a purpose of its own; a selector that nothing matches is a typing error. */
function selectsOthers({ selector, namespaces }: SpreadTerm, index: ObjectView<TermKinds>): boolean {
  const kinds = [
    'apps/v1/Deployment',
    'apps/v1/StatefulSet',
    'apps/v1/DaemonSet',
    'argoproj.io/v1alpha1/Rollout',
  ] as const;
  return kinds.some(kind => {
    const objects = namespaces ? namespaces.flatMap(one => [...index.inNamespace(kind, one)]) : index.all(kind);
    return objects.some(object => selects(selector, object.spec?.template?.metadata?.labels ?? {}, 'nothing'));
  });
}

interface Strategy {
  spec?: {
    strategy?: { type?: string; rollingUpdate?: { maxSurge?: number | string; maxUnavailable?: number | string } };
  };
}

/** A required anti-affinity by hostname allows one pod a node, also while a rollout adds new ones before it removes old ones. */
function crowding(
  { required, topologyKey, matchLabelKeys }: SpreadTerm,
  workload: Workload,
  nodes: readonly Node[],
  defect: Describe,
): TermDefect | undefined {
  const replicas = workload.replicas ?? 0;
  if (!required || topologyKey !== hostname) return undefined;
  if (replicas > nodes.length) {
    return defect(
      `leaves ${replicas - nodes.length} of ${replicas} replicas without a node`,
      'topologyKey',
      topologyKey,
    );
  }
  const { strategy } = (workload.object as Strategy).spec ?? {};
  if (workload.kind !== 'Deployment' || strategy?.type === 'Recreate') return undefined;
  if (matchLabelKeys.includes('pod-template-hash')) return undefined;
  const { maxSurge = '25%', maxUnavailable = '25%' } = strategy?.rollingUpdate ?? {};
  const surge = resolveIntOrPercent(maxSurge, replicas, 'up') ?? 0;
  const mayRemoveFirst = surge === 0 || (resolveIntOrPercent(maxUnavailable, replicas, 'down') ?? 0) > 0;
  if (mayRemoveFirst || replicas + surge <= nodes.length) return undefined;
  const what = `stops every rollout: ${replicas} replicas fill all ${nodes.length} nodes, and none may go first`;
  return { ...defect(what, 'topologyKey', topologyKey, 'maxUnavailable of 1'), mild: true };
}
