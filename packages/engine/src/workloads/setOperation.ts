// Changes of an object as JSON Patch, whatever of the way to a field is there already.
import type { FixOperation, ObjectPatch, ObjectRef } from '../model';
import type { Workload } from './Workload';

const unescaped = (key: string) => (key.includes('~') ? key.replaceAll('~1', '/').replaceAll('~0', '~') : key);

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
  let holder: unknown = root;
  let start = 1;
  // Key by key rather than split: most judging of a fleet ends in a change like this one.
  while (start > 0) {
    const end = pointer.indexOf('/', start);
    const key = unescaped(end < 0 ? pointer.slice(start) : pointer.slice(start, end));
    const held = isHolder(holder) ? holder[key] : undefined;
    const op = held === undefined ? 'add' : 'replace';
    if (end < 0) return { op, path: pointer, value };
    if (!isHolder(held)) {
      const below = pointer.slice(end + 1).split('/');
      const nested = below.reduceRight<unknown>((inner, one) => ({ [unescaped(one)]: inner }), value);
      return { op, path: pointer.slice(0, end), value: nested };
    }
    holder = held;
    start = end + 1;
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
 * Values by JSON Pointer, as a record or as pairs.
 *
 * @public
 */
export type Fields = Readonly<Record<string, unknown>> | readonly (readonly [pointer: string, value: unknown])[];

const isPairs = (fields: Fields): fields is Extract<Fields, readonly unknown[]> => Array.isArray(fields);

/**
 * A fix that sets fields of one object. Fields below the same missing mapping are added with it in one operation.
 *
 * @param ref - names the object
 * @param root - the object as it is
 * @param fields - values by JSON Pointer
 * @public
 */
export function fixFields(ref: ObjectRef, root: object, fields: Fields): ObjectPatch {
  const operations: FixOperation[] = [];
  for (const [pointer, value] of isPairs(fields) ? fields : Object.entries(fields)) {
    const operation = setOperation(root, pointer, value);
    // There are few: looking through them is quicker than a table.
    const at = operations.findIndex(({ path }) => path === operation.path);
    const known = at < 0 ? undefined : operations[at];
    if (!known) operations.push(operation);
    else if (known.op === 'remove' || operation.op === 'remove') operations[at] = operation;
    else operations[at] = { ...operation, value: merged(known.value, operation.value) };
  }
  return { object: ref, operations };
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
export function fixTemplate(workload: Workload, fields: Fields): ObjectPatch | undefined {
  return changeTemplate(workload, fixFields(workload.ref, workload.object, fields).operations);
}
