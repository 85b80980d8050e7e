// What a keeper says of its work on one environment, kind by kind.
import type { AdminEnvironment, AdminKind } from '@maturity-roadmap/backstage-plugin-maturity-common';
import type { KindId, ObjectIndex } from '@maturity-roadmap/engine';
import { kindDefinition } from '@maturity-roadmap/engine';
import type { KindNotes } from '../source/cluster/KindJournal';

/** What is stored of it; what else the API answers follows from leases and sources. */
export type EnvironmentOperation = Pick<
  AdminEnvironment,
  'type' | 'objects' | 'waiting' | 'lag' | 'events' | 'error' | 'refused' | 'kinds'
> & {
  /** Set until everything has been read and judged once. */
  reading?: true;
};

/** What needs someone's attention first. */
const order: readonly AdminKind['state'][] = [
  'forbidden',
  'unreachable',
  'stale',
  'synced',
  'notServed',
  'notCollected',
];
const rank = ({ state }: AdminKind) => order.indexOf(state);

/**
 * The kinds as they are now.
 *
 * @param before - as they were told last, by whichever replica, so that "since" outlives a change of keeper
 * @param now - ISO 8601
 */
export function kindsNow(
  index: ObjectIndex,
  kinds: Iterable<KindId>,
  notesOf: (kind: KindId) => KindNotes,
  before: readonly AdminKind[],
  now: string,
): AdminKind[] {
  const earlier = new Map(before.map(one => [one.kind, one]));
  const inClusters = [...kinds].filter(kind => kindDefinition(kind).provenance !== 'repository');
  const found = inClusters.map((kind): AdminKind => {
    const told = index.state(kind);
    const last = earlier.get(kind);
    const since = 'since' in told && told.since ? told.since : undefined;
    return {
      kind,
      state: told.state,
      ...('message' in told && told.message ? { message: told.message } : {}),
      since: since ?? (last?.state === told.state ? last.since : now),
      objects: index.count(kind),
      ...notesOf(kind),
    };
  });
  return found.sort((a, b) => rank(a) - rank(b) || (a.kind < b.kind ? -1 : 1));
}
