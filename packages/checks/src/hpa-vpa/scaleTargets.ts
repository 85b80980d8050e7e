// The autoscalers that are meant for a workload, whether or not their target resolves.
import type { KindId, KubernetesObject, ObjectView, Workload } from '@maturity-roadmap/engine';
import { apiGroup, isScaleTarget } from '@maturity-roadmap/engine';
import { isMadeByKeda } from './keda';

/** A reference to something with a scale subresource. */
export interface ScaleTarget {
  apiVersion?: string;
  kind?: string;
  name: string;
}

/** Kinds with a scale subresource that are read anyway; others may exist, but can't be looked up. */
const scalableKinds = [
  'apps/v1/Deployment',
  'apps/v1/StatefulSet',
  'apps/v1/ReplicaSet',
  'argoproj.io/v1alpha1/Rollout',
] as const satisfies readonly KindId[];

type ScalableKind = (typeof scalableKinds)[number];

const scalableByName = new Map(
  scalableKinds.map(id => [id.slice(id.lastIndexOf('/') + 1), { id, group: id.slice(0, id.indexOf('/')) }]),
);

export type TargetState = 'thisWorkload' | 'resolves' | 'missing' | 'notReadable' | 'noSuchKind';

/**
 * Whether a target exists: by group, kind and name in the autoscaler's namespace. Kubernetes ignores the version. A
 * missing apiVersion is the core group, which holds nothing that an autoscaler can scale but ReplicationControllers.
 * See https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/horizontal-pod-autoscaler-v2/
 */
function targetState(target: ScaleTarget, namespace: string, index: ObjectView<ScalableKind>): TargetState {
  const group = apiGroup(target.apiVersion ?? '');
  const known = scalableByName.get(target.kind ?? '');
  if (known?.group === group) {
    const { state } = index.state(known.id);
    if (state === 'notCollected') return 'notReadable';
    return index.get(known.id, namespace, target.name) ? 'resolves' : 'missing';
  }
  return known && (group === '' || group === 'extensions' || group === 'apps') ? 'noSuchKind' : 'notReadable';
}

/** KEDA fills in what a HorizontalPodAutoscaler must be told. https://keda.sh/docs/latest/reference/scaledobject-spec/ */
function withKedaDefaults(target: ScaleTarget): ScaleTarget {
  return { ...target, apiVersion: target.apiVersion ?? 'apps/v1', kind: target.kind ?? 'Deployment' };
}

const identityLabels = ['backstage.io/kubernetes-id', 'app.kubernetes.io/instance', 'app.kubernetes.io/name'];

/**
 * Whether an autoscaler is meant for the workload: its target bears the workload's name, or, where the target is
 * somebody unknown, the autoscaler itself bears the workload's name or all the identity labels that the workload has.
 */
function isMeantFor(workload: Workload, scaler: KubernetesObject, target: ScaleTarget | undefined): boolean {
  if (target?.name === workload.name) return true;
  if (scaler.metadata.name === workload.name) return true;
  const mine = workload.object.metadata.labels ?? {};
  const shared = identityLabels.filter(label => mine[label] !== undefined);
  return shared.length > 0 && shared.every(label => scaler.metadata.labels?.[label] === mine[label]);
}

/** Whether nothing else in the namespace could be scaled, so that a target that is not there can mean nobody else. */
function isAlone(workload: Workload, index: ObjectView<ScalableKind>): boolean {
  const kinds = ['apps/v1/Deployment', 'apps/v1/StatefulSet', 'argoproj.io/v1alpha1/Rollout'] as const;
  const count = kinds.reduce((sum, kind) => sum + index.inNamespace(kind, workload.namespace).length, 0);
  return count === 1 && kinds.some(kind => kind.endsWith(`/${workload.kind}`));
}

/** An autoscaler that is meant for a workload, and what its target turned out to be. */
export interface MeantScaler {
  object: KubernetesObject;
  target: ScaleTarget;
  state: TargetState;
}

/** Everything the team wrote to scale the workload. What KEDA makes follows its ScaledObject and is left out. */
export function scalersFor(
  workload: Workload,
  index: ObjectView<ScalableKind | 'autoscaling/v2/HorizontalPodAutoscaler' | 'keda.sh/v1alpha1/ScaledObject'>,
): MeantScaler[] {
  const { namespace } = workload;
  const written = index.inNamespace('autoscaling/v2/HorizontalPodAutoscaler', namespace);
  const scaled = index.inNamespace('keda.sh/v1alpha1/ScaledObject', namespace);
  const found: MeantScaler[] = [];
  const add = (object: KubernetesObject, target: ScaleTarget | undefined) => {
    if (!target) return;
    const isThis = target.apiVersion !== undefined && isScaleTarget(target, workload);
    const state = isThis ? 'thisWorkload' : targetState(target, namespace, index);
    const isMeant = isMeantFor(workload, object, target);
    // Most in a namespace are for others, of which nothing more need be asked.
    if ((!isMeant && state !== 'missing') || isMadeByKeda(object)) return;
    if (isMeant || isAlone(workload, index)) found.push({ object, target, state });
  };
  for (const hpa of written) add(hpa, hpa.spec?.scaleTargetRef);
  for (const one of scaled) add(one, one.spec?.scaleTargetRef && withKedaDefaults(one.spec.scaleTargetRef));
  return found;
}
