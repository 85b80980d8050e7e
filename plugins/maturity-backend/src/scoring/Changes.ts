// What changed since a component was judged, in as few words as it takes to find the checks that can see it.
import type { KindId } from '@maturity-roadmap/engine';

/** Stands for the workloads of the component itself, which every check of workloads looks at. */
export const ownWorkload = 'own workload';

/** Where something changed: in objects of a kind, or in the component's own workloads. */
export type ChangedPlace = KindId | typeof ownWorkload;

/** The names of the fields that differ; undefined where an object came or went, so that anything of it may matter. */
export type ChangedFields = ReadonlySet<string> | undefined;

/** By place, the fields that differ. */
export type Changes = ReadonlyMap<ChangedPlace, ChangedFields>;

/** Both changes as one. */
export function joinChanges(before: Changes | undefined, place: ChangedPlace, fields: ChangedFields): Changes {
  const known = before?.get(place);
  const isAnything = !fields || (before?.has(place) && !known);
  const joined = new Map(before);
  joined.set(place, isAnything ? undefined : new Set([...(known ?? []), ...fields]));
  return joined;
}
