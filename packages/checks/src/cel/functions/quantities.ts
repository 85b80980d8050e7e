// Kubernetes' functions for quantities such as `250m`, and for semantic versions.
import type { Environment } from '@marcbachmann/cel-js';
import { parseQuantity } from '@maturity-roadmap/engine';

class Quantity {
  constructor(readonly value: number) {}
}

function quantity(text: string): Quantity {
  const value = parseQuantity(text);
  if (value === undefined) throw new Error(`"${text}" is not a quantity`);
  return new Quantity(value);
}

const isInteger = ({ value }: Quantity) => Number.isInteger(value) && Math.abs(value) < 2 ** 63;

function asInteger(one: Quantity): bigint {
  const { value } = one;
  if (!isInteger(one)) throw new Error(`the quantity ${value} is not a whole number`);
  return BigInt(value);
}

/** See https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-quantity-library */
export function addQuantities(env: Environment): Environment {
  const type = 'kubernetes.Quantity';
  return env
    .registerType(type, Quantity)
    .registerFunction(`quantity(string): ${type}`, quantity)
    .registerFunction('isQuantity(string): bool', (text: string) => parseQuantity(text) !== undefined)
    .registerFunction(`${type}.isGreaterThan(${type}): bool`, (a: Quantity, b: Quantity) => a.value > b.value)
    .registerFunction(`${type}.isLessThan(${type}): bool`, (a: Quantity, b: Quantity) => a.value < b.value)
    .registerFunction(`${type}.compareTo(${type}): int`, (a: Quantity, b: Quantity) =>
      BigInt(Math.sign(a.value - b.value)),
    )
    .registerOperator(`${type} == ${type}`, (a: Quantity, b: Quantity) => a.value === b.value)
    .registerFunction(`${type}.sign(): int`, ({ value }: Quantity) => BigInt(Math.sign(value)))
    .registerFunction(`${type}.add(${type}): ${type}`, (a: Quantity, b: Quantity) => new Quantity(a.value + b.value))
    .registerFunction(`${type}.add(int): ${type}`, (a: Quantity, b: bigint) => new Quantity(a.value + Number(b)))
    .registerFunction(`${type}.sub(${type}): ${type}`, (a: Quantity, b: Quantity) => new Quantity(a.value - b.value))
    .registerFunction(`${type}.sub(int): ${type}`, (a: Quantity, b: bigint) => new Quantity(a.value - Number(b)))
    .registerFunction(`${type}.isInteger(): bool`, isInteger)
    .registerFunction(`${type}.asInteger(): int`, asInteger)
    .registerFunction(`${type}.asApproximateFloat(): double`, ({ value }: Quantity) => value);
}

const number = '(0|[1-9]\\d*)';
const versionPattern = new RegExp(
  `^${number}\\.${number}\\.${number}(?:-([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?(?:\\+[0-9A-Za-z.-]+)?$`,
);

class Version {
  constructor(
    readonly numbers: readonly number[],
    readonly early: readonly string[],
  ) {}
}

function versionOf(text: string): Version | undefined {
  const [whole, major, minor, patch, early] = versionPattern.exec(text) ?? [];
  return whole === undefined
    ? undefined
    : new Version([major, minor, patch].map(Number), early === undefined ? [] : early.split('.'));
}

const compareText = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** Numbers come before words, and among each other by value. */
function comparePart(a: string, b: string): number {
  const [aIsNumber, bIsNumber] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (aIsNumber && bIsNumber) return Math.sign(Number(a) - Number(b));
  return aIsNumber === bIsNumber ? compareText(a, b) : Number(bIsNumber) - Number(aIsNumber);
}

/** See https://semver.org/#spec-item-11 */
function compareVersions(a: Version, b: Version): number {
  const numbers = a.numbers.map((one, at) => Math.sign(one - b.numbers[at])).find(sign => sign !== 0);
  if (numbers !== undefined) return numbers;
  if (a.early.length === 0 || b.early.length === 0) return Math.sign(b.early.length - a.early.length);
  const parts = Math.min(a.early.length, b.early.length);
  for (let at = 0; at < parts; at++) {
    const sign = comparePart(a.early[at], b.early[at]);
    if (sign !== 0) return sign;
  }
  return Math.sign(a.early.length - b.early.length);
}

function version(text: string): Version {
  const found = versionOf(text);
  if (!found) throw new Error(`"${text}" is not a semantic version`);
  return found;
}

/** See https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-semver-library */
export function addVersions(env: Environment): Environment {
  const type = 'kubernetes.Semver';
  const part = (at: number) => (one: Version) => BigInt(one.numbers[at]);
  return env
    .registerType(type, Version)
    .registerFunction(`semver(string): ${type}`, version)
    .registerFunction('isSemver(string): bool', (text: string) => versionOf(text) !== undefined)
    .registerFunction(`${type}.major(): int`, part(0))
    .registerFunction(`${type}.minor(): int`, part(1))
    .registerFunction(`${type}.patch(): int`, part(2))
    .registerFunction(`${type}.compareTo(${type}): int`, (a: Version, b: Version) => BigInt(compareVersions(a, b)))
    .registerFunction(`${type}.isLessThan(${type}): bool`, (a: Version, b: Version) => compareVersions(a, b) < 0)
    .registerFunction(`${type}.isGreaterThan(${type}): bool`, (a: Version, b: Version) => compareVersions(a, b) > 0)
    .registerOperator(`${type} == ${type}`, (a: Version, b: Version) => compareVersions(a, b) === 0);
}
