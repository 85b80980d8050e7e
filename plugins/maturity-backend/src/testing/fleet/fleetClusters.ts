// The clusters of a made-up organisation as they were on a day: one with everything, one with each fourth service.
import type { KubernetesObject } from '@maturity-roadmap/engine';
import { asServed, clusterObjects, fleet } from '@maturity-roadmap/engine/testing';
import { enforcesPodSecurity, lackingOn, withDefects } from './defects';

const perNamespace = 7;
/** Workloads above the components of the catalog: they belong to nobody. */
export const unclaimed = 3;

/** A service in one cluster. */
export interface FleetService {
  position: number;
  name: string;
  namespace: string;
  objects: KubernetesObject[];
}

/** The clusters by name: which services run there, and what may not be read. */
export const fleetClusters = [
  { name: 'prod-eu', has: (_position: number) => true, forbidden: [] as string[] },
  { name: 'prod-us', has: (position: number) => position % 4 === 0, forbidden: ['/api/v1/nodes'] },
] as const;

export type FleetCluster = (typeof fleetClusters)[number];

/** The services of a cluster on a day, one after the other. */
export function* servicesOn(cluster: FleetCluster, components: number, daysAgo: number): Generator<FleetService> {
  let position = -1;
  for (const { name, namespace, objects } of fleet({ components: components + unclaimed, perNamespace })) {
    position += 1;
    if (!cluster.has(position)) continue;
    yield { position, name, namespace, objects: withDefects(objects, lackingOn(name, namespace, daysAgo)) };
  }
}

/** What a cluster has once, or once for each namespace. */
export function sharedOn(components: number, daysAgo: number): KubernetesObject[] {
  return clusterObjects(components + unclaimed, perNamespace).map(object => {
    if (object.kind !== 'Namespace' || enforcesPodSecurity(object.metadata.name, daysAgo)) return object;
    const { 'pod-security.kubernetes.io/enforce': _, ...labels } = object.metadata.labels ?? {};
    return { ...object, metadata: { ...object.metadata, labels } };
  });
}

/** Everything in a cluster as its API server sends it today. */
export function* servedToday(cluster: FleetCluster, components: number): Generator<KubernetesObject> {
  let at = 0;
  for (const object of sharedOn(components, 0)) yield asServed(object, at++);
  for (const { objects } of servicesOn(cluster, components, 0))
    for (const object of objects) yield asServed(object, at++);
}
