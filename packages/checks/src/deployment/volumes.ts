// The claims that a pod template mounts, and whether they tie the pods to one node.
import type { ObjectOf, ObjectView, Workload } from '@maturity-roadmap/engine';
import { isForOneNode } from './replicas';

/** A claim that the template mounts by name; one made for each pod (`ephemeral`) is none of these. */
export interface MountedClaim {
  volume: string;
  name: string;
  claim: ObjectOf<'v1/PersistentVolumeClaim'> | undefined;
}

/** The claims that all pods of the workload share. */
export function claimsOf(workload: Workload, index: ObjectView<'v1/PersistentVolumeClaim'>): MountedClaim[] {
  return (workload.podSpec.volumes ?? []).flatMap(({ name: volume, persistentVolumeClaim }) => {
    const name = persistentVolumeClaim?.claimName;
    if (!name) return [];
    return [{ volume, name, claim: index.get('v1/PersistentVolumeClaim', workload.namespace, name) }];
  });
}

/** The name of a shared claim that only one node can use at a time. */
export function oneNodeClaim(workload: Workload, index: ObjectView<'v1/PersistentVolumeClaim'>): string | undefined {
  return claimsOf(workload, index).find(({ claim }) => isForOneNode(claim))?.name;
}

/** Whether the template demands that its pods run on the node of their peers. */
export function sharesNode({ podSpec }: Workload): boolean {
  const terms = podSpec.affinity?.podAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
  return terms.some(({ topologyKey }) => topologyKey === 'kubernetes.io/hostname');
}
