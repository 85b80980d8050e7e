// Evidence and causes of transitions as short text.
import type { ChangeCause, Evidence, ObjectRef } from '@maturity-roadmap/engine';
import { sameContent } from '@maturity-roadmap/engine';
import type { Change } from './diffReports';

/** Path, what was observed, what was expected (0: nothing), the object where it is not the workload, and where from. */
export type ShortEvidence = [
  path: string,
  observed: string,
  expected?: string | 0,
  object?: ObjectRef | 0,
  from?: ObjectRef,
];

function shorten(evidence: readonly Evidence[], workload: ObjectRef | undefined): ShortEvidence[] {
  return evidence.map(({ object, path, observed, expected, inheritedFrom }) => {
    const other = sameContent(object, workload) ? 0 : object;
    if (inheritedFrom) return [path, observed, expected ?? 0, other, inheritedFrom];
    if (other) return [path, observed, expected ?? 0, other];
    return expected === undefined ? [path, observed] : [path, observed, expected];
  });
}

/** The same evidence as it was. */
export function lengthen(evidence: readonly ShortEvidence[], workload: ObjectRef | undefined): Evidence[] {
  return evidence.map(([path, observed, expected, object, from]) => ({
    object: object || workload!,
    path,
    observed,
    ...(expected ? { expected } : {}),
    ...(from ? { inheritedFrom: from } : {}),
  }));
}

/** PostgreSQL takes no NUL in a text. */
export const withoutNul = (text: string) => text.replaceAll('\0', '');

/** Evidence before and after, as it is stored. */
export function evidenceText({ evidenceBefore, evidenceAfter, workload }: Change): string | null {
  if (!evidenceBefore && !evidenceAfter) return null;
  const both = [shorten(evidenceBefore ?? [], workload), shorten(evidenceAfter ?? [], workload)];
  return withoutNul(JSON.stringify(both));
}

/** What happened, the manager, seconds since 1970 (or as it was written), the release, the object where it is not the workload. */
type ShortCause = [
  change: ChangeCause['change'],
  manager: string | 0,
  at: number | string,
  release?: Parts | 0,
  object?: ObjectRef,
];
type Release = NonNullable<ChangeCause['release']>;
type Parts = [tool: Release['tool'], name: string, revision?: string];

const isoOf = (seconds: number) => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');

/** Instants of API servers are whole seconds. */
function shortInstant(at: string | undefined): number | string {
  if (at === undefined) return 0;
  const seconds = Date.parse(at) / 1000;
  return Number.isInteger(seconds) && isoOf(seconds) === at ? seconds : at;
}

function shortRelease(release: Release | undefined): Parts | 0 {
  if (!release) return 0;
  const { tool, name, revision } = release;
  return revision === undefined ? [tool, name] : [tool, name, revision];
}

/** A cause as it is stored. */
export function causeText({ cause, workload }: Change): string | null {
  if (!cause) return null;
  const { object, change, manager, at, release } = cause;
  const short: ShortCause = [change, manager ?? 0, shortInstant(at), shortRelease(release)];
  if (!sameContent(object, workload)) short.push(object);
  return withoutNul(JSON.stringify(short));
}

/** The same cause as it was; earlier releases stored it by names of fields. */
export function causeOfText(text: string, workload: ObjectRef | undefined): ChangeCause {
  const stored = JSON.parse(text) as ShortCause | ChangeCause;
  if (!Array.isArray(stored)) return { object: workload!, ...(stored as Omit<ChangeCause, 'object'>) };
  const [change, manager, at, release, object = workload!] = stored;
  const [tool, name, revision] = release || [];
  return {
    object,
    change,
    ...(manager ? { manager } : {}),
    ...(at ? { at: typeof at === 'number' ? isoOf(at) : at } : {}),
    ...(tool ? { release: { tool, name: name!, ...(revision === undefined ? {} : { revision }) } } : {}),
  };
}
