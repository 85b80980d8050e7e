// What a pod template says that keeps its pods from being moved off a node.
import type { Evidence, Fix, FixOperation, Workload } from '@maturity-roadmap/engine';
import { changeTemplate, pointerKey, setOperation } from '@maturity-roadmap/engine';

const safeToEvict = 'cluster-autoscaler.kubernetes.io/safe-to-evict';
const safeVolumes = 'cluster-autoscaler.kubernetes.io/safe-to-evict-local-volumes';
const doNotDisrupt = 'karpenter.sh/do-not-disrupt';
const safeVolumesPointer = `/annotations/${pointerKey(safeVolumes)}`;

export interface EvictionBlocker {
  what: string;
  evidence: Evidence;
  /** Holds for a time only, or depends on settings that can't be seen. */
  mild?: boolean;
  /** The change that takes it away, where that is all there is to do. */
  removal?: FixOperation;
  /** A volume of the pod's own that may be lost with it, as the pod only has to say. */
  scratchVolume?: string;
}

/**
 * Blockers by annotation. Karpenter's may hold a duration, after which the pod can be moved all the same.
 * See https://karpenter.sh/docs/concepts/disruption/#pod-level-controls and
 * https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/FAQ.md#what-types-of-pods-can-prevent-ca-from-removing-a-node
 */
export function annotationBlockers(workload: Workload): EvictionBlocker[] {
  const { podAnnotations, podMetadataPath, podMetadataPointer, ref } = workload;
  const blocker = (annotation: string, what: string, mild = false): EvictionBlocker => {
    const pointer = `${podMetadataPointer}/annotations/${pointerKey(annotation)}`;
    const path = `${podMetadataPath}.annotations[${annotation}]`;
    const evidence = { object: ref, path, observed: podAnnotations[annotation], expected: 'not set' };
    return { what, evidence, mild, removal: { op: 'remove', path: pointer } };
  };
  const blockers: EvictionBlocker[] = [];
  if (podAnnotations[safeToEvict] === 'false') blockers.push(blocker(safeToEvict, 'the autoscaler must not evict it'));
  const disrupt = podAnnotations[doNotDisrupt];
  if (disrupt === 'true') blockers.push(blocker(doNotDisrupt, 'Karpenter must never move it'));
  else if (disrupt !== undefined && disrupt !== 'false') {
    blockers.push(blocker(doNotDisrupt, `Karpenter must not move it for ${disrupt}`, true));
  }
  return blockers;
}

/**
 * Volumes on the node's own disk, which keep Cluster Autoscaler from removing the node unless it was started with
 * `--skip-nodes-with-local-storage=false` or the pod says that they may be lost. Memory is not disk.
 */
export function localStorageBlockers({ podSpec, podAnnotations, podSpecPath, ref }: Workload): EvictionBlocker[] {
  if (podAnnotations[safeToEvict] === 'true') return [];
  const safe = (podAnnotations[safeVolumes] ?? '').split(',');
  const volumes = Array.isArray(podSpec.volumes) ? podSpec.volumes : [];
  return volumes
    .filter(
      ({ name, emptyDir, hostPath }) =>
        (hostPath || (emptyDir && emptyDir.medium !== 'Memory')) && !safe.includes(name),
    )
    .map(({ name, hostPath }) => ({
      scratchVolume: hostPath ? undefined : name,
      what: `volume ${name} may hold its node`,
      evidence: {
        object: ref,
        path: `${podSpecPath}.volumes[${name}]`,
        observed: hostPath ? 'hostPath' : 'emptyDir',
        expected: `listed in ${safeVolumes}`,
      },
      mild: true,
    }));
}

/**
 * The change that takes all blockers away. What lies in a volume of the pod's own is lost whenever the pod is, so it is
 * enough to say that it may be.
 *
 * @returns undefined if one of them can't be taken away here
 */
export function removalOf(workload: Workload, blockers: readonly EvictionBlocker[]): Fix | undefined {
  const { podAnnotations, podMetadataPointer, object } = workload;
  if (blockers.some(({ removal, scratchVolume }) => !removal && !scratchVolume)) return undefined;
  const operations = blockers.flatMap(({ removal }) => removal ?? []);
  const scratch = blockers.flatMap(({ scratchVolume }) => scratchVolume ?? []);
  if (scratch.length === 0) return changeTemplate(workload, operations);
  // Names with spaces around them would not count.
  const listed = (podAnnotations[safeVolumes] ?? '').split(',').map(name => name.trim());
  const value = [...new Set([...listed, ...scratch])].filter(Boolean).join(',');
  const pointer = podMetadataPointer + safeVolumesPointer;
  return changeTemplate(workload, [...operations, setOperation(object, pointer, value)]);
}
