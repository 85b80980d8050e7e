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

/** Adds to the fields that differ in one place: once anything may matter there, no field says less. */
export function addFields<K>(changes: Map<K, ChangedFields>, place: K, fields: ChangedFields): void {
  const known = changes.get(place);
  const isAnything = !fields || (changes.has(place) && !known);
  changes.set(place, isAnything ? undefined : new Set([...(known ?? []), ...fields]));
}
