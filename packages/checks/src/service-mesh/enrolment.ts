// Brings together what namespace and template ask of a mesh (intent) and what the running pods show (effect).
import type { ObjectOf, ObjectView, Pod, Workload } from '@maturity-roadmap/engine';
import { memoizeLast, podsOf } from '@maturity-roadmap/engine';
import { ambientIntent, redirectionKey } from './istioAmbient';
import { runsContainer, sidecarIntent } from './istioSidecar';
import type { Intent, MeshMode, MeshNamespace, MeshPod } from './Intent';
import { linkerdIntent } from './linkerd';

/** Kinds that enrolment is judged by. */
export const enrolmentKinds = ['v1/Namespace', 'v1/Pod', 'apps/v1/ReplicaSet', 'batch/v1/Job'] as const;

type EnrolmentView = ObjectView<(typeof enrolmentKinds)[number]>;

export interface Enrolment {
  namespace: MeshNamespace;
  namespaceObject: ObjectOf<'v1/Namespace'> | undefined;
  /** What pods created now would take part in; at most one sidecar and the ambient mode beside it. */
  intents: readonly Intent[];
  /** The intents that say yes. */
  wanted: readonly Intent[];
  /** Running pods; empty where there are none, or none can be seen as in manifests. */
  pods: readonly Pod[];
  /** Those of them without any proxy. */
  outside: readonly Pod[];
  /** The mode that running pods have, else the wanted one. */
  mode: MeshMode | undefined;
}

/** The mode in which a running pod takes part in a mesh, by its containers and what the mesh wrote on it. */
export function modeOf({ spec, metadata }: Pod): MeshMode | undefined {
  if (runsContainer(spec, 'istio-proxy')) return 'Istio sidecar';
  if (runsContainer(spec, 'linkerd-proxy')) return 'Linkerd';
  return metadata.annotations?.[redirectionKey] === 'enabled' ? 'Istio ambient' : undefined;
}

/** Pods that ended keep no connection. */
const isRunning = ({ status }: Pod) => status?.phase !== 'Succeeded' && status?.phase !== 'Failed';

const meshPodOf = ({ podLabels, podAnnotations }: Workload): MeshPod => ({
  labels: podLabels,
  annotations: podAnnotations,
});

/** Namespaces that Istio's injector never touches. */
const leftOut = new Set(['kube-system', 'kube-public', 'kube-node-lease', 'local-path-storage']);
export const isLeftOut = (namespace: string): boolean => leftOut.has(namespace);

/** Gathers the facts. Ends the check where Namespaces can't be read: they decide in every mesh. */
export const enrolmentOf = memoizeLast((workload: Workload, index: EnrolmentView): Enrolment => {
  const isLive = Boolean(workload.object.metadata.uid) && index.state('v1/Pod').state === 'synced';
  const pods = isLive ? podsOf(workload, index).filter(isRunning) : [];
  const namespaceObject = index.find('v1/Namespace', workload.namespace);
  const { labels = {}, annotations = {} } = namespaceObject?.metadata ?? {};
  const namespace = { labels, annotations };
  const pod = meshPodOf(workload);
  const never: Intent = { mode: 'Istio sidecar', enrolled: false, asked: false, because: 'Istio leaves it out' };
  const sidecar = isLeftOut(workload.namespace) ? never : sidecarIntent(pod, namespace);
  const intents = [sidecar, ambientIntent(pod, namespace), linkerdIntent(pod, namespace)];
  const wanted = intents.filter(({ enrolled }) => enrolled);
  const modes = pods.map(modeOf);
  return {
    namespace,
    namespaceObject,
    intents,
    wanted,
    pods,
    outside: pods.filter((_, position) => modes[position] === undefined),
    mode: modes.find(mode => mode !== undefined) ?? wanted[0]?.mode,
  };
});
