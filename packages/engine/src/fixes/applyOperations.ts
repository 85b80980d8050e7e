// Applies the operations of a fix to a copy of an object (JSON Patch, RFC 6902).
import type { FixOperation, KubernetesObject } from '../model';

function applyOperation(root: object, operation: FixOperation): void {
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

/**
 * A copy of an object with the operations applied.
 *
 * @throws Error if a path does not exist
 * @public
 */
export function applyOperations(object: KubernetesObject, operations: readonly FixOperation[]): KubernetesObject {
  const copy = JSON.parse(JSON.stringify(object)) as KubernetesObject;
  for (const operation of operations) applyOperation(copy, operation);
  return copy;
}
