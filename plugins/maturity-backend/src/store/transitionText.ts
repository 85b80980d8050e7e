// Evidence and causes of transitions as short text.
import type { Evidence, ObjectRef } from '@maturity-roadmap/engine';
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

/** A cause as it is stored. */
export function causeText({ cause, workload }: Change): string | null {
  if (!cause) return null;
  const { object, ...rest } = cause;
  return JSON.stringify(sameContent(object, workload) ? rest : { object, ...rest });
}
