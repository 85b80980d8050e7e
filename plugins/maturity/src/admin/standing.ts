// What of an environment needs someone's attention, and how states are shown.
import type { AdminEnvironment, AdminKind } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { Verdict } from '@maturity-roadmap/engine';

/** The shape of each state. */
export const markOf: Readonly<Record<AdminKind['state'], Verdict>> = {
  synced: 'pass',
  notServed: 'notApplicable',
  notCollected: 'notApplicable',
  forbidden: 'unknown',
  stale: 'warn',
  unreachable: 'fail',
};

/** Secrets are kept out on purpose, which is no shortcoming. */
export const needsAttention = ({ kind, state }: AdminKind) =>
  kind !== 'v1/Secret' && (state === 'forbidden' || state === 'stale' || state === 'unreachable');

/** Whether someone should look at an environment. */
export const isTroubled = ({ error, keeper, kinds }: AdminEnvironment) =>
  Boolean(error) || !keeper || kinds.some(needsAttention);

/** A replica for people: its host, and the beginning of what tells its processes apart. */
export function shortHolder(holder: string): string {
  return holder.replace(/(-[0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, '$1');
}

/** A kind id without its group and version: `Deployment`. */
export const nameOf = (kind: string) => kind.slice(kind.lastIndexOf('/') + 1);

/** Group and version of a kind id: `apps/v1`. */
export const groupOf = (kind: string) => kind.slice(0, kind.lastIndexOf('/'));

/** From so many kinds on, one that speaks for all is easier to read than a row for each. */
const many = 4;

/** Where the same is wrong with many kinds, as where a cluster is down, one that speaks for them all. */
export function spokesman(kinds: readonly AdminKind[]): AdminKind | undefined {
  const [first] = kinds;
  const isCommon = kinds.every(({ state, message }) => state === first.state && message === first.message);
  return kinds.length >= many && first.message && isCommon ? first : undefined;
}
