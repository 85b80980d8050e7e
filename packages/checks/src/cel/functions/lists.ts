// Kubernetes' functions for lists, and those of CEL for lists as sets.
import type { Environment } from '@marcbachmann/cel-js';

type Ordered = bigint | number | string;

function isSorted(list: readonly Ordered[]): boolean {
  return list.every((item, at) => at === 0 || list[at - 1] <= item);
}

function least(list: readonly Ordered[], sign: 1 | -1): Ordered {
  if (list.length === 0) throw new Error('an empty list has neither a smallest nor a largest item');
  return list.reduce((best, item) => ((sign > 0 ? item < best : item > best) ? item : best));
}

function sum(list: readonly (bigint | number)[]): bigint | number {
  if (list.every((item): item is bigint => typeof item === 'bigint'))
    return list.reduce((total, item) => total + item, 0n);
  return list.reduce<number>((total, item) => total + Number(item), 0);
}

const isNumber = (value: unknown): value is bigint | number => typeof value === 'bigint' || typeof value === 'number';

/** Equal as CEL has it: numbers by value, lists and maps by what is in them. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  // eslint-disable-next-line eqeqeq -- of a whole and a broken number
  if (isNumber(a) && isNumber(b)) return a == b;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  const at = (holder: object, key: string) => (holder as Record<string, unknown>)[key];
  return (
    Array.isArray(a) === Array.isArray(b) &&
    keys.length === others.length &&
    keys.every(key => Object.hasOwn(b, key) && isSame(at(a, key), at(b, key)))
  );
}

type List = readonly unknown[];
const has = (list: List, item: unknown) => list.some(one => isSame(one, item));
const positionOf = (position: number) => BigInt(position);

/** Stands for the name before the dot in `sets.contains`. */
class Sets {}

/** See https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-list-library */
export function addLists(env: Environment): Environment {
  return env
    .registerFunction('list.isSorted(): bool', isSorted)
    .registerFunction('list.sum(): dyn', sum)
    .registerFunction('list.min(): dyn', (list: Ordered[]) => least(list, 1))
    .registerFunction('list.max(): dyn', (list: Ordered[]) => least(list, -1))
    .registerFunction('list.indexOf(dyn): int', (list: List, item: unknown) =>
      positionOf(list.findIndex(one => isSame(one, item))),
    )
    .registerFunction('list.lastIndexOf(dyn): int', (list: List, item: unknown) =>
      positionOf(list.findLastIndex(one => isSame(one, item))),
    )
    .registerType('kubernetes.Sets', Sets)
    .registerConstant('sets', 'kubernetes.Sets', new Sets())
    .registerFunction('kubernetes.Sets.contains(list, list): bool', (_: Sets, a: List, b: List) =>
      b.every(item => has(a, item)),
    )
    .registerFunction('kubernetes.Sets.intersects(list, list): bool', (_: Sets, a: List, b: List) =>
      b.some(item => has(a, item)),
    )
    .registerFunction(
      'kubernetes.Sets.equivalent(list, list): bool',
      (_: Sets, a: List, b: List) => a.every(item => has(b, item)) && b.every(item => has(a, item)),
    );
}
