// The annotations that map a catalog entity to its workloads and its repository.

/**
 * Annotations of the Kubernetes plugin, with its exact meaning, and our own.
 * See https://backstage.io/docs/features/kubernetes/configuration/#surfacing-your-kubernetes-components-as-part-of-an-entity
 *
 * @public
 */
export const annotations = {
  /** Workloads whose label of the same name has this value. */
  kubernetesId: 'backstage.io/kubernetes-id',
  /** A label selector in query syntax; wins over the id. */
  kubernetesLabelSelector: 'backstage.io/kubernetes-label-selector',
  /** Limits the search to one namespace. */
  kubernetesNamespace: 'backstage.io/kubernetes-namespace',
  /** Limits the search to one cluster. */
  kubernetesCluster: 'backstage.io/kubernetes-cluster',
  /** Where the component's source is, if not at its source location: `url:…` or `dir:…`, relative to the entity. */
  repository: 'maturity/repository',
  /** On a Service: says that its exposure outside the cluster is meant (`public`). */
  exposure: 'maturity/exposure',
  /** Path of the component's Dockerfile in its repository. */
  dockerfile: 'maturity/dockerfile',
} as const;
