// Reads an object of a workload kind as a workload.
import type { Container, PodSpec, PodTemplateSpec } from 'kubernetes-types/core/v1';
import type { KubernetesObject, ObjectRef } from '../model';
import type { ContainerRole, Workload, WorkloadContainer, WorkloadKind } from './Workload';

interface TemplateHolder {
  spec?: {
    replicas?: number;
    template?: PodTemplateSpec;
    jobTemplate?: { spec?: { template?: PodTemplateSpec } };
    jobTargetRef?: { template?: PodTemplateSpec };
  } & PodSpec;
}

/** Where a pod template stands: paths and JSON Pointers of its two parts. */
function placeOf(template: string) {
  const pointer = `/${template.replaceAll('.', '/')}`;
  return {
    spec: `${template}spec`,
    metadata: `${template}metadata`,
    specPointer: `${pointer}spec`,
    metadataPointer: `${pointer}metadata`,
  };
}

const inSpec = placeOf('spec.template.');
const templatePlaces: Record<WorkloadKind, ReturnType<typeof placeOf>> = {
  Deployment: inSpec,
  StatefulSet: inSpec,
  DaemonSet: inSpec,
  Rollout: inSpec,
  Job: inSpec,
  CronJob: placeOf('spec.jobTemplate.spec.template.'),
  ScaledJob: placeOf('spec.jobTargetRef.template.'),
  Pod: placeOf(''),
};

/** Kinds that make pods which end. */
const finite: readonly WorkloadKind[] = ['Job', 'CronJob', 'ScaledJob'];

/** Kinds that run a number of equal replicas. */
const replicated: readonly WorkloadKind[] = ['Deployment', 'StatefulSet', 'Rollout', 'Pod'];

/**
 * Whether an object's kind is one of the workload kinds.
 *
 * @public
 */
export function isWorkloadKind(kind: string): kind is WorkloadKind {
  return Object.hasOwn(templatePlaces, kind);
}

/** Objects never change, and checks that look at neighbours would read each of them again and again. */
const remembered = new WeakMap<KubernetesObject, Workload>();

/**
 * Reads a workload from an object.
 *
 * @param object - an object of a workload kind
 * @param ref - how to name it
 * @param template - the pod template where it stands in another object (a Rollout's `workloadRef`)
 * @returns undefined if the object has no pod template, which the API server would refuse
 * @public
 */
export function toWorkload(object: KubernetesObject, ref: ObjectRef, template?: PodTemplateSpec): Workload | undefined {
  if (template) return read(object, ref, template);
  const known = remembered.get(object);
  if (known && known.ref.cluster === ref.cluster) return known;
  const workload = read(object, ref);
  if (workload) remembered.set(object, workload);
  return workload;
}

function read(object: KubernetesObject, ref: ObjectRef, template?: PodTemplateSpec): Workload | undefined {
  if (!isWorkloadKind(object.kind)) return undefined;
  const kind = object.kind;
  const { spec } = object as TemplateHolder;
  const pod = template ?? ownTemplate(kind, object, spec);
  if (!pod?.spec || typeof pod.spec !== 'object') return undefined;
  const place = templatePlaces[kind];
  return {
    ref,
    kind,
    name: object.metadata.name,
    namespace: object.metadata.namespace ?? 'default',
    object,
    podLabels: pod.metadata?.labels ?? {},
    podAnnotations: pod.metadata?.annotations ?? {},
    podSpec: pod.spec,
    podSpecPath: place.spec,
    podMetadataPath: place.metadata,
    podSpecPointer: place.specPointer,
    podMetadataPointer: place.metadataPointer,
    containers: containersOf(pod.spec, place.spec),
    replicas: replicated.includes(kind) ? (spec?.replicas ?? 1) : undefined,
    runsToCompletion: finite.includes(kind),
  };
}

function ownTemplate(kind: WorkloadKind, object: KubernetesObject, spec: TemplateHolder['spec']) {
  if (kind === 'Pod') return object as PodTemplateSpec;
  if (kind === 'ScaledJob') return spec?.jobTargetRef?.template;
  return kind === 'CronJob' ? spec?.jobTemplate?.spec?.template : spec?.template;
}

/**
 * All containers of a pod spec, named by path.
 *
 * @param podSpec - of a template or of a running pod
 * @param path - of the pod spec from its object's root
 * @public
 */
export function containersOf(podSpec: PodSpec, path: string): WorkloadContainer[] {
  const pointer = `/${path.replaceAll('.', '/')}`;
  const list = (field: 'initContainers' | 'containers' | 'ephemeralContainers', role: ContainerRole) =>
    asList(podSpec[field]).map((container, index) => {
      const actual: ContainerRole = role === 'init' && container.restartPolicy === 'Always' ? 'sidecar' : role;
      return {
        name: container.name,
        role: actual,
        longRunning: actual === 'main' || actual === 'sidecar',
        container,
        path: `${path}.${field}[${container.name}]`,
        pointer: `${pointer}/${field}/${index}`,
      };
    });
  return [
    ...list('initContainers', 'init'),
    ...list('containers', 'main'),
    ...list('ephemeralContainers', 'ephemeral'),
  ];
}

function asList(value: unknown): Container[] {
  return Array.isArray(value) ? value.filter(item => typeof item === 'object' && item !== null) : [];
}
