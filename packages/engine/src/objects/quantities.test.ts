// Quantities and percentages.
import { parseQuantity, resolveIntOrPercent } from './quantities';

it.each([
  ['250m', 0.25],
  ['2', 2],
  [3, 3],
  ['1Gi', 1073741824],
  ['1G', 1e9],
  ['1e3', 1000],
  ['.5', 0.5],
  ['128974848000m', 128974848],
  ['1E', 1e18],
  ['1GB', undefined],
  ['1e3Mi', undefined],
  ['', undefined],
  [null, undefined],
  [{}, undefined],
])('%j is %s', (quantity, expected) => {
  expect(parseQuantity(quantity)).toBe(expected);
});

it.each([
  [2, 10, 'up', 2],
  ['25%', 10, 'up', 3],
  ['25%', 10, 'down', 2],
  ['100%', 3, 'down', 3],
  ['1%', 1, 'up', 1],
  ['half', 3, 'up', undefined],
  [undefined, 3, 'up', undefined],
] as const)('%s of %s rounded %s is %s', (value, total, rounding, expected) => {
  expect(resolveIntOrPercent(value, total, rounding)).toBe(expected);
});
