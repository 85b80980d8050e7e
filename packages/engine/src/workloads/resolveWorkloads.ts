// Finds the workloads among the objects of a cluster: what nothing else that we know controls.
import type { PodTemplateSpec } from 'kubernetes-types/core/v1';
import type { KindId, KubernetesObject } from '../model';
import type { ObjectIndex } from '../objects';
import { controllerUid } from '../objects/controllerUid';
import { toWorkload } from './toWorkload';
import type { Workload } from './Workload';
import { workloadKinds } from './Workload';

/** Set by the kubelet on pods that it made itself from a file on the node. */
const mirrorAnnotation = 'kubernetes.io/config.mirror';

/** Owners above each other; those of a pod are three or four. */
const longestChain = 20;

const keyOf = (object: KubernetesObject) => `${object.metadata.namespace}/${object.kind}/${object.metadata.name}`;

/**
 * The workloads of a cluster, sorted by kind, namespace and name. What is held of a
 * kind that went stale still is a workload; its verdicts turn unknown.
 *
 * A Deployment that lends its template to a Rollout (`workloadRef`) is that Rollout, not a workload of its own.
 *
 * @param namespace - only the workloads of this one; no workload depends on another namespace
 * @public
 */
export function resolveWorkloads(index: ObjectIndex, namespace?: string): Workload[] {
  const held = (kind: KindId) => (namespace === undefined ? index.held(kind) : index.heldIn(kind, namespace));
  const lenders = templateLenders(held('argoproj.io/v1alpha1/Rollout'));
  const found: Workload[] = [];
  for (const kind of workloadKinds) {
    for (const object of held(kind)) {
      if (isControlled(object, index) || lenders.has(keyOf(object))) continue;
      const workload = toWorkload(object, index.ref(object), borrowedTemplate(object, index));
      if (workload) found.push(workload);
    }
  }
  return found;
}

/**
 * Jobs and Pods are often made by another object. A Deployment with an owner (an operator's) still is the workload.
 * An owner that claims itself, or a ring of owners, is no controller.
 */
function isControlled(object: KubernetesObject, index: ObjectIndex): boolean {
  if (object.kind !== 'Job' && object.kind !== 'Pod') return false;
  if (object.kind === 'Pod' && object.metadata.annotations?.[mirrorAnnotation] !== undefined) return true;
  let current = object;
  // A chain that has no end is a ring.
  for (let depth = 0; depth < longestChain; depth++) {
    const owner = controllerUid(current);
    if (owner === undefined) return current !== object;
    const next = index.byUid(owner);
    // An owner that was not read still controls, unless it names the object itself.
    if (!next) return owner !== current.metadata.uid;
    current = next;
  }
  return false;
}

function templateLenders(rollouts: readonly KubernetesObject[]): Set<string> {
  const lenders = new Set<string>();
  for (const rollout of rollouts) {
    const lender = workloadRefOf(rollout);
    if (lender) lenders.add(`${rollout.metadata.namespace}/${lender.kind}/${lender.name}`);
  }
  return lenders;
}

function workloadRefOf(object: KubernetesObject): { kind: string; name: string } | undefined {
  return (object as { spec?: { workloadRef?: { kind: string; name: string } } }).spec?.workloadRef;
}

function borrowedTemplate(object: KubernetesObject, index: ObjectIndex): PodTemplateSpec | undefined {
  const lender = object.kind === 'Rollout' ? workloadRefOf(object) : undefined;
  if (!lender) return undefined;
  const { namespace = 'default' } = object.metadata;
  const deployment = index
    .heldIn('apps/v1/Deployment', namespace)
    .find(({ metadata }) => metadata.name === lender.name);
  return (deployment as { spec?: { template?: PodTemplateSpec } } | undefined)?.spec?.template;
}
