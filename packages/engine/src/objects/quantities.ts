// Kubernetes resource quantities as numbers.

const multipliers: Record<string, number> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/**
 * A quantity (`250m`, `1Gi`, `1e3`, `2`) in its base unit: cores, bytes, pieces. It has an exponent or a suffix, never
 * both. Undefined if it is not a quantity.
 * See https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 *
 * @public
 */
export function parseQuantity(quantity: unknown): number | undefined {
  if (typeof quantity === 'number') return Number.isFinite(quantity) ? quantity : undefined;
  if (typeof quantity !== 'string') return undefined;
  const parts = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+$)?)(n|u|m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$/.exec(quantity);
  return parts ? Number(parts[1]) * multipliers[parts[2] ?? ''] : undefined;
}

/**
 * A count that may be a percentage (`maxUnavailable`, `minAvailable`), resolved against a total.
 * See https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.34/#intorstring-intstr-util
 *
 * @param rounding - which way a broken percentage goes; depends on the field
 * @returns undefined if the value is neither an integer nor a percentage
 * @public
 */
export function resolveIntOrPercent(
  value: number | string | undefined,
  total: number,
  rounding: 'up' | 'down',
): number | undefined {
  if (typeof value === 'number') return Number.isInteger(value) ? value : undefined;
  const percent = /^(\d+)%$/.exec(value ?? '');
  if (!percent) return undefined;
  const exact = (Number(percent[1]) * total) / 100;
  return rounding === 'up' ? Math.ceil(exact) : Math.floor(exact);
}
