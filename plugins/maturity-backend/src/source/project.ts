// Drops from objects what no check reads, before anything is retained.
import type { KubernetesObject } from '@maturity-roadmap/engine';

/** Repeats the whole object as text; may hold what its author should not have written there. */
const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

/**
 * A copy of the object without the bulk that no check reads. Values of ConfigMaps stay, since checks look for
 * credentials in them; they are never shown.
 *
 * @public
 */
export function project(object: KubernetesObject): KubernetesObject {
  const { annotations, ...metadata } = object.metadata;
  const projected = { ...object, metadata: { ...metadata } as KubernetesObject['metadata'] };
  if (annotations) {
    const { [lastApplied]: _, ...kept } = annotations;
    projected.metadata.annotations = kept;
  }
  return projected;
}
