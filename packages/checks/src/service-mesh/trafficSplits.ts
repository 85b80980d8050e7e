// SMI's TrafficSplits, by which Linkerd and others shared out traffic: whether their backends exist and have pods.
import type { Evidence, ObjectOf, ObjectView, Service, Workload } from '@maturity-roadmap/engine';
import { matchesLabels, parseQuantity } from '@maturity-roadmap/engine';
import { serviceOfHost } from './hosts';

export const splitKinds = ['split.smi-spec.io/v1alpha4/TrafficSplit'] as const;
export type TrafficSplit = ObjectOf<'split.smi-spec.io/v1alpha4/TrafficSplit'>;
type Labels = Readonly<Record<string, string>>;
type View = ObjectView<'v1/Service' | (typeof splitKinds)[number]>;
interface SplitBackend {
  service: string;
  weight?: number | string;
}

/** Custom resources come as they are: a list may be anything. */
const backendsOf = ({ spec }: TrafficSplit): readonly SplitBackend[] =>
  Array.isArray(spec?.backends) ? spec.backends.filter(one => typeof one?.service === 'string') : [];

/** The splits of the namespace that are about a Service of the workload, as their root or as a share. */
export function splitsOf(workload: Workload, services: readonly Service[], index: View): TrafficSplit[] {
  const names = new Set(services.map(({ metadata }) => metadata.name));
  if (names.size === 0) return [];
  const nameOf = (host: unknown) => serviceOfHost(host, workload.namespace)?.name ?? '';
  return index
    .inNamespace('split.smi-spec.io/v1alpha4/TrafficSplit', workload.namespace)
    .filter(split => names.has(nameOf(split.spec?.service)) || backendsOf(split).some(one => names.has(one.service)));
}

/** Whoever shifts traffic step by step also writes the weights. */
export const isManaged = ({ metadata }: { metadata: { ownerReferences?: { kind: string }[] } }, workload: Workload) =>
  workload.kind === 'Rollout' || (metadata.ownerReferences ?? []).some(({ kind }) => kind === 'Canary');

/**
 * What in a split leads nowhere.
 *
 * @param podLabels - of all pods of the namespace
 */
export function splitDefects(
  split: TrafficSplit,
  workload: Workload,
  podLabels: readonly Labels[],
  index: View,
): Evidence[] {
  const find = (host: unknown) => {
    const found = serviceOfHost(host, workload.namespace);
    return found && index.get('v1/Service', found.namespace, found.name);
  };
  const root = find(split.spec?.service)
    ? []
    : [index.evidence(split, 'spec.service', String(split.spec?.service), 'a Service that exists')];
  const backends = backendsOf(split);
  const lost = backends.flatMap(({ service, weight }): Evidence[] => {
    const row = (observed: string, expected: string) => [
      index.evidence(split, `spec.backends[${service}]`, observed, expected),
    ];
    const found = find(service);
    if (!found) return row(service, 'a Service that exists');
    const { selector } = found.spec ?? {};
    const isIdle = (parseQuantity(weight) ?? 0) === 0 || Object.keys(selector ?? {}).length === 0;
    return isIdle || podLabels.some(labels => matchesLabels(selector, labels))
      ? []
      : row(`${service} selects no pod`, 'a Service with pods');
  });
  const total = backends.reduce((sum, { weight }) => sum + (parseQuantity(weight) ?? 0), 0);
  const idle =
    total > 0 || isManaged(split, workload)
      ? []
      : [index.evidence(split, 'spec.backends', 'all weights are 0', 'one above 0')];
  return [...root, ...lost, ...idle];
}
