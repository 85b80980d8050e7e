// What namespace and pod template ask of a mesh.

/** How a pod takes part in a mesh. */
export type MeshMode = 'Istio sidecar' | 'Istio ambient' | 'Linkerd';

/** The metadata of a pod or pod template that meshes read. */
export interface MeshPod {
  labels: Readonly<Record<string, string>>;
  annotations: Readonly<Record<string, string>>;
}

/** The metadata of a namespace that meshes read. */
export type MeshNamespace = MeshPod;

export interface Intent {
  mode: MeshMode;
  /** Whether a pod created now would take part. */
  enrolled: boolean;
  /** Whether anyone said something, be it yes or no. */
  asked: boolean;
  /** The label or annotation that decides. */
  because: string;
  /** The namespace decides, so that the workload inherits. */
  byNamespace?: boolean;
}
