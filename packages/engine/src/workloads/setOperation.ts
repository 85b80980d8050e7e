// Changes of an object as JSON Patch, whatever of the way to a field is there already.
import type { FixOperation, ObjectPatch, ObjectRef } from '../model';
import type { Workload } from './Workload';

const unescaped = (key: string) => key.replaceAll('~1', '/').replaceAll('~0', '~');

/** A key as a part of a JSON Pointer. See https://www.rfc-editor.org/rfc/rfc6901 @public */
export const pointerKey = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

const isHolder = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/**
 * Sets a field of an object: replaces what stands there, or adds it with the mappings that are missing above it.
 *
 * @param root - the object as it is
 * @param pointer - JSON Pointer of the field: `/spec/template/metadata/annotations/example.com~1key`
 * @public
 */
export function setOperation(root: object, pointer: string, value: unknown): FixOperation {
  const keys = pointer.split('/').slice(1);
  let holder: unknown = root;
  for (const [depth, key] of keys.entries()) {
    const held = isHolder(holder) ? holder[unescaped(key)] : undefined;
    const op = held === undefined ? 'add' : 'replace';
    if (depth === keys.length - 1) return { op, path: pointer, value };
    if (!isHolder(held)) {
      const nested = keys.slice(depth + 1).reduceRight<unknown>((inner, one) => ({ [unescaped(one)]: inner }), value);
      return { op, path: `/${keys.slice(0, depth + 1).join('/')}`, value: nested };
    }
    holder = held;
  }
  throw new Error(`"${pointer}" names no field`);
}

/** One mapping laid over another, mappings in them too. */
function merged(base: unknown, over: unknown): unknown {
  if (!isHolder(base) || !isHolder(over) || Array.isArray(base) || Array.isArray(over)) return over;
  const both = Object.entries(over).map(([key, value]) => [key, merged(base[key], value)] as const);
  return { ...base, ...Object.fromEntries(both) };
}

/**
 * A fix that sets fields of one object. Fields below the same missing mapping are added with it in one operation.
 *
 * @param ref - names the object
 * @param root - the object as it is
 * @param fields - values by JSON Pointer
 * @public
 */
export function fixFields(ref: ObjectRef, root: object, fields: Readonly<Record<string, unknown>>): ObjectPatch {
  const byPath = new Map<string, FixOperation>();
  for (const [pointer, value] of Object.entries(fields)) {
    const operation = setOperation(root, pointer, value);
    const known = byPath.get(operation.path);
    const isBoth = known && known.op !== 'remove' && operation.op !== 'remove';
    byPath.set(operation.path, isBoth ? { ...operation, value: merged(known.value, operation.value) } : operation);
  }
  return { object: ref, operations: [...byPath.values()] };
}

/**
 * Operations on a workload's pod template as a fix.
 *
 * @returns undefined where the template stands in another object, as that of a Rollout with `workloadRef`
 * @public
 */
export function changeTemplate(
  { ref, object }: Workload,
  operations: readonly FixOperation[],
): ObjectPatch | undefined {
  const spec = object.spec as { workloadRef?: object } | undefined;
  return spec?.workloadRef ? undefined : { object: ref, operations };
}

/**
 * A fix that sets fields of the object that holds a workload's pod template.
 *
 * @param fields - values by JSON Pointer from that object's root
 * @returns undefined where the template stands in another object
 * @public
 */
export function fixTemplate(workload: Workload, fields: Readonly<Record<string, unknown>>): ObjectPatch | undefined {
  return changeTemplate(workload, fixFields(workload.ref, workload.object, fields).operations);
}
