// The least every Kubernetes object (and every repository file, which we index the same way) has in common.
import type { OwnerReference } from 'kubernetes-types/meta/v1';

/**
 * Metadata of an object as read. Everything but the name may be missing: a manifest before apply has no uid.
 *
 * @public
 */
export interface ObjectMetadata {
  name: string;
  namespace?: string;
  uid?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  ownerReferences?: OwnerReference[];
  creationTimestamp?: string;
  deletionTimestamp?: string;
  /** Counts changes of the spec; compare with `status.observedGeneration`. */
  generation?: number;
}

/**
 * An object of any kind, as the API server, a manifest or a repository gives it.
 *
 * @public
 */
export interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: ObjectMetadata;
}

/**
 * An object whose kind has no published types: a custom resource, described as far as checks read it.
 *
 * @public
 */
export interface CustomObject<
  TSpec = Record<string, unknown>,
  TStatus = Record<string, unknown>,
> extends KubernetesObject {
  spec?: TSpec;
  status?: TStatus;
}

/**
 * A condition as most kinds report it.
 * See https://github.com/kubernetes/community/blob/master/contributors/devel/sig-architecture/api-conventions.md#typical-status-properties
 *
 * @public
 */
export interface Condition {
  type: string;
  status: 'True' | 'False' | 'Unknown';
  reason?: string;
  message?: string;
  observedGeneration?: number;
  lastTransitionTime?: string;
}

/**
 * Names one object among all that were read.
 *
 * @public
 */
export interface ObjectRef {
  /** Name of the cluster as the Kubernetes plugin has it, or of the manifest folder; `repository` for files. */
  cluster: string;
  apiVersion: string;
  kind: string;
  /** Absent for cluster-scoped objects and for repository files. */
  namespace?: string;
  name: string;
}

/**
 * The API group of an apiVersion; the core group is the empty string.
 *
 * @public
 */
export function apiGroup(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

/**
 * A ref as one line, for messages and stable sorting: `prod-eu/shop/Deployment checkout`.
 *
 * @public
 */
export function formatRef(ref: ObjectRef): string {
  return [ref.cluster, ...(ref.namespace ? [ref.namespace] : []), `${ref.kind} ${ref.name}`].join('/');
}
