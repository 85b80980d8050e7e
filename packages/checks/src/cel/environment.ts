// The language of own checks: CEL with the functions that Kubernetes adds to it, over objects as they are read.
import { Environment } from '@marcbachmann/cel-js';
import { parseQuantity } from '@maturity-roadmap/engine';

const converted = new WeakMap<object, unknown>();

/**
 * A value of JSON as CEL sees it: whole numbers are integers of 64 bits, so that they compare with literals. Objects are
 * converted once and shared.
 */
export function toCel(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  const known = converted.get(value);
  if (known) return known;
  const made = Array.isArray(value)
    ? value.map(toCel)
    : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toCel(inner)]));
  converted.set(value, made);
  return made;
}

/** A quantity such as `250m`, as the library of Kubernetes has it. */
class Quantity {
  constructor(readonly value: number) {}
}

function quantity(text: string): Quantity {
  const value = parseQuantity(text);
  if (value === undefined) throw new Error(`"${text}" is not a quantity`);
  return new Quantity(value);
}

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

const at = (position: number) => BigInt(position);

const makeEnvironment = () =>
  new Environment({ unlistedVariablesAreDyn: true, enableOptionalTypes: true })
    .registerType('kubernetes.Quantity', Quantity)
    .registerFunction('quantity(string): kubernetes.Quantity', quantity)
    .registerFunction('isQuantity(string): bool', (text: string) => parseQuantity(text) !== undefined)
    .registerFunction(
      'kubernetes.Quantity.isGreaterThan(kubernetes.Quantity): bool',
      (a: Quantity, b: Quantity) => a.value > b.value,
    )
    .registerFunction(
      'kubernetes.Quantity.isLessThan(kubernetes.Quantity): bool',
      (a: Quantity, b: Quantity) => a.value < b.value,
    )
    .registerFunction('kubernetes.Quantity.compareTo(kubernetes.Quantity): int', (a: Quantity, b: Quantity) =>
      at(Math.sign(a.value - b.value)),
    )
    .registerFunction('kubernetes.Quantity.asApproximateFloat(): double', (one: Quantity) => one.value)
    .registerFunction('list.isSorted(): bool', isSorted)
    .registerFunction('list.sum(): dyn', sum)
    .registerFunction('list.min(): dyn', (list: Ordered[]) => least(list, 1))
    .registerFunction('list.max(): dyn', (list: Ordered[]) => least(list, -1))
    .registerFunction('list.indexOf(dyn): int', (list: unknown[], item: unknown) => at(list.indexOf(item)))
    .registerFunction('list.lastIndexOf(dyn): int', (list: unknown[], item: unknown) => at(list.lastIndexOf(item)))
    .registerFunction(
      'string.find(string): string',
      (text: string, pattern: string) => new RegExp(pattern).exec(text)?.[0] ?? '',
    )
    .registerFunction('string.findAll(string): list<string>', (text: string, pattern: string) =>
      [...text.matchAll(new RegExp(pattern, 'g'))].map(([found]) => found),
    );

let made: ReturnType<typeof makeEnvironment> | undefined;

/**
 * CEL with Kubernetes' functions for lists (`isSorted`, `sum`, `min`, `max`, `indexOf`, `lastIndexOf`), for regular
 * expressions (`find`, `findAll`) and for quantities (`quantity`, `isQuantity`, `compareTo`, `isGreaterThan`,
 * `isLessThan`, `asApproximateFloat`). Those for URLs, addresses and the authorizer are not there: the last has nothing
 * to answer at rest. See https://kubernetes.io/docs/reference/using-api/cel/
 */
export function environment(): ReturnType<typeof makeEnvironment> {
  // Made when the first expression is read: most runs have none, and the library takes its time to load.
  made ??= makeEnvironment();
  return made;
}
