// What in the traffic configuration of a workload leads nowhere.
import type { Evidence, ObjectView, Workload } from '@maturity-roadmap/engine';
import { matchesLabels, selects, workloadsIn } from '@maturity-roadmap/engine';
import { hostExists, serviceOfHost } from './hosts';
import { isManaged } from './trafficSplits';
import type { DestinationRule, TrafficRules, trafficKinds, VirtualService } from './trafficRules';
import { routesOf } from './trafficRules';

/** Kinds whose pods a subset may select. */
export const subsetKinds = [
  'apps/v1/Deployment',
  'apps/v1/StatefulSet',
  'apps/v1/DaemonSet',
  'argoproj.io/v1alpha1/Rollout',
] as const;
type View = ObjectView<(typeof trafficKinds)[number] | (typeof subsetKinds)[number]>;

/** The labels of all pods of a namespace, by their templates. */
export function podLabelsIn(
  namespace: string,
  index: ObjectView<(typeof subsetKinds)[number]>,
): Readonly<Record<string, string>>[] {
  return workloadsIn(subsetKinds, namespace, index).map(({ podLabels }) => podLabels);
}

/** Subsets that select no pod of the Service. Argo Rollouts adds its own label to the subsets that it manages. */
function emptySubsets(rule: DestinationRule, { services }: TrafficRules, workload: Workload, index: View): Evidence[] {
  const labels = podLabelsIn(workload.namespace, index).filter(one =>
    services.some(({ spec }) => matchesLabels(spec?.selector, one)),
  );
  return (rule.spec?.subsets ?? []).flatMap(({ name, labels: wanted = {} }) => {
    const { 'rollouts-pod-template-hash': _, ...own } = wanted;
    if (labels.some(one => selects({ matchLabels: own }, one, 'nothing'))) return [];
    return [index.evidence(rule, `spec.subsets[${name}].labels`, JSON.stringify(wanted), 'labels of some pod')];
  });
}

/** Destinations whose Service or subset does not exist. */
function lostDestinations(virtual: VirtualService, { services, rules }: TrafficRules, index: View): Evidence[] {
  const namespace = virtual.metadata.namespace ?? 'default';
  const known = new Set(rules.flatMap(({ spec }) => (spec?.subsets ?? []).map(({ name }) => name)));
  // The subsets of other Services stand in rules of theirs.
  const isOurs = (host: unknown) => {
    const service = serviceOfHost(host, namespace);
    return services.some(
      ({ metadata }) => metadata.name === service?.name && (metadata.namespace ?? 'default') === service.namespace,
    );
  };
  return routesOf(virtual).flatMap(({ destinations }) =>
    destinations.flatMap(({ host, subset, path }): Evidence[] => {
      if (hostExists(host, namespace, index) === false)
        return [index.evidence(virtual, `${path}.destination.host`, String(host), 'a Service that exists')];
      if (!subset || !isOurs(host) || known.has(subset)) return [];
      return [index.evidence(virtual, `${path}.destination.subset`, subset, 'a subset of a DestinationRule')];
    }),
  );
}

/** Routes whose weights do not make up a whole, where nobody shifts them step by step. */
export function brokenWeights(virtual: VirtualService, workload: Workload, index: View): Evidence[] {
  if (isManaged(virtual, workload)) return [];
  return routesOf(virtual).flatMap(({ path, destinations }) => {
    const sum = destinations.reduce((total, { weight }) => total + (weight ?? 0), 0);
    if (destinations.length < 2 || sum === 100) return [];
    return [index.evidence(virtual, `${path}.route`, `weights add up to ${sum}`, '100')];
  });
}

/** Everything that leads nowhere. */
export function trafficDefects(traffic: TrafficRules, workload: Workload, index: View): Evidence[] {
  return [
    ...traffic.rules.flatMap(rule => emptySubsets(rule, traffic, workload, index)),
    ...traffic.virtual.flatMap(virtual => lostDestinations(virtual, traffic, index)),
  ];
}
