// The language of own checks: CEL with the functions that Kubernetes adds to it, over objects as they are read.
import { Environment } from '@marcbachmann/cel-js';
import { addAddresses } from './functions/addresses';
import { addLists } from './functions/lists';
import { addQuantities, addVersions } from './functions/quantities';
import { addFormats, addTexts, addUrls } from './functions/strings';

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

const makeEnvironment = () =>
  [addLists, addQuantities, addVersions, addAddresses, addUrls, addFormats, addTexts].reduce(
    (env, add) => add(env),
    new Environment({ unlistedVariablesAreDyn: true, enableOptionalTypes: true }),
  );

let made: Environment | undefined;

/**
 * CEL with Kubernetes' functions for lists and sets, regular expressions, quantities, semantic versions, addresses and
 * blocks of them, URLs, and the form of names. Those of the authorizer are not there: it has nothing to answer at rest.
 * See https://kubernetes.io/docs/reference/using-api/cel/
 */
export function environment(): Environment {
  // Made when the first expression is read: most runs have none, and the library takes its time to load.
  made ??= makeEnvironment();
  return made;
}
