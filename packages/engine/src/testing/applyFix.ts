// Applies a fix to the objects of an index, to prove that it turns the verdict.
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
  const copy = JSON.parse(JSON.stringify(object)) as KubernetesObject;
  for (const operation of fix.operations) applyOperation(copy, operation);
  return copy;
}

function applyOperation(root: object, operation: Fix['operations'][number]): void {
  const keys = operation.path
    .split('/')
    .slice(1)
    .map(key => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = keys.pop()!;
  let parent = root as Record<string, unknown>;
  for (const key of keys) {
    if (typeof parent[key] !== 'object' || parent[key] === null) throw new Error(`no ${operation.path} to change`);
    parent = parent[key] as Record<string, unknown>;
  }
  if (Array.isArray(parent)) {
    const at = last === '-' ? parent.length : Number(last);
    if (operation.op === 'remove') parent.splice(at, 1);
    else parent.splice(at, operation.op === 'replace' ? 1 : 0, operation.value);
  } else if (operation.op === 'remove') delete parent[last];
  else parent[last] = operation.value;
}
