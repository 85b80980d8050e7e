// The terms by which a pod template asks to be spread: topology spread constraints and pod anti-affinity.
import type { PodAffinityTerm } from 'kubernetes-types/core/v1';
import type { LabelSelector } from 'kubernetes-types/meta/v1';
import type { Evidence, Workload } from '@maturity-roadmap/engine';
import { memoizeLast, selects } from '@maturity-roadmap/engine';

export const hostname = 'kubernetes.io/hostname';
export const zone = 'topology.kubernetes.io/zone';

export interface SpreadTerm {
  type: 'constraint' | 'antiAffinity';
  topologyKey: string;
  /** Missing means that it selects no pod. */
  selector: LabelSelector | undefined;
  /** Whether a pod stays pending rather than break it. */
  required: boolean;
  /** From the workload's root, with positions in brackets: terms have no names. */
  path: string;
  pointer: string;
  matchLabelKeys: readonly string[];
  minDomains?: number;
  /** Of a constraint: by how many pods domains may differ, and what happens where that can't be kept. */
  maxSkew?: number;
  whenUnsatisfiable?: string;
  /** Namespaces whose pods an anti-affinity term looks at; undefined where a selector chooses them. */
  namespaces?: readonly string[];
}

const asArray = <T>(value: T[] | undefined): T[] => (Array.isArray(value) ? value : []);

/**
 * All spread terms of a workload.
 * See https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/
 */
export const spreadTerms = memoizeLast((workload: Workload): readonly SpreadTerm[] => {
  const { podSpec, podSpecPath, podSpecPointer, namespace } = workload;
  const located = (path: string, field: string, at: number) => ({
    path: `${podSpecPath}.${path}[${at}]${field && `.${field}`}`,
    pointer: `${podSpecPointer}/${path.replaceAll('.', '/')}/${at}${field && `/${field}`}`,
  });
  const constraints = asArray(podSpec.topologySpreadConstraints).map((constraint, at) => ({
    type: 'constraint' as const,
    topologyKey: constraint.topologyKey,
    selector: constraint.labelSelector,
    required: constraint.whenUnsatisfiable === 'DoNotSchedule',
    matchLabelKeys: constraint.matchLabelKeys ?? [],
    minDomains: constraint.minDomains,
    maxSkew: constraint.maxSkew,
    whenUnsatisfiable: constraint.whenUnsatisfiable,
    ...located('topologySpreadConstraints', '', at),
  }));
  const antiAffinity = podSpec.affinity?.podAntiAffinity;
  const field = 'affinity.podAntiAffinity.';
  const listedOrOwn = (listed: string[] | undefined) => (listed?.length ? listed : [namespace]);
  const termOf = (term: PodAffinityTerm, required: boolean, place: ReturnType<typeof located>): SpreadTerm => ({
    type: 'antiAffinity',
    topologyKey: term.topologyKey,
    selector: term.labelSelector,
    required,
    matchLabelKeys: (term as { matchLabelKeys?: string[] }).matchLabelKeys ?? [],
    namespaces: term.namespaceSelector ? undefined : listedOrOwn(term.namespaces),
    ...place,
  });
  const required = asArray(antiAffinity?.requiredDuringSchedulingIgnoredDuringExecution).map((term, at) =>
    termOf(term, true, located(`${field}requiredDuringSchedulingIgnoredDuringExecution`, '', at)),
  );
  const preferred = asArray(antiAffinity?.preferredDuringSchedulingIgnoredDuringExecution)
    .map(({ podAffinityTerm }) => podAffinityTerm)
    .map((term, at) =>
      termOf(term, false, located(`${field}preferredDuringSchedulingIgnoredDuringExecution`, 'podAffinityTerm', at)),
    );
  return [...constraints, ...required, ...preferred];
});

/** Whether a term counts the workload's own pods, so that it keeps them apart from each other. */
export function selectsItself({ selector, namespaces }: SpreadTerm, { podLabels, namespace }: Workload): boolean {
  return selects(selector, podLabels, 'nothing') && (namespaces === undefined || namespaces.includes(namespace));
}

/** The terms that keep the workload's own pods apart by a topology. */
export function termsSpreadingBy(topologyKey: string, workload: Workload): SpreadTerm[] {
  return spreadTerms(workload).filter(term => term.topologyKey === topologyKey && selectsItself(term, workload));
}

/** The same terms as evidence of what a workload asks for. */
export const evidenceOfSpread = (key: string, workload: Workload): Evidence[] =>
  termsSpreadingBy(key, workload).map(({ path }) => ({ object: workload.ref, path, observed: `spread by ${key}` }));
