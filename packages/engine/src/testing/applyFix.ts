// Applies a fix to the objects of an index, to prove that it turns the verdict.
import { applyOperations } from '../fixes';
import type { Fix, KubernetesObject } from '../model';
import { kindIdOf } from '../model';
import type { ObjectIndex } from '../objects';

/**
 * A copy of the object that the fix names, with the fix applied.
 *
 * @throws Error if the object or a path of the fix does not exist
 * @public
 */
export function applyFix(fix: Fix, index: ObjectIndex): KubernetesObject {
  const kind = kindIdOf(fix.object.apiVersion, fix.object.kind);
  const object = kind && (index.get(kind, fix.object.namespace ?? '', fix.object.name) as KubernetesObject | undefined);
  if (!object) throw new Error(`the fix names an object that is not there: ${fix.object.kind} ${fix.object.name}`);
  return applyOperations(object, fix.operations);
}
