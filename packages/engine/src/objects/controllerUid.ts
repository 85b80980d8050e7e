// Who controls an object, by its owner references.
import type { KubernetesObject } from '../model';

/** The uid of the owner that controls an object, if one does. */
export function controllerUid(object: KubernetesObject): string | undefined {
  return object.metadata.ownerReferences?.find(owner => owner.controller)?.uid;
}
