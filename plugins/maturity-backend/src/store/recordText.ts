// Verdicts as short text: what repeats in each of a hundred verdicts of a component is written once.
import type { Evidence, Fix, ObjectRef, Severity, UnknownCode, Verdict, VerdictRecord } from '@maturity-roadmap/engine';
import { sameContent } from '@maturity-roadmap/engine';

/** Check, topic, severity, advice, verdict, reason, position of the workload (-1: none), evidence, code, fix. */
type ShortRecord = [
  check: string,
  topic: string,
  severity: Severity,
  advice: 0 | 1,
  verdict: Verdict,
  reason: string,
  workload: number,
  evidence?: ShortEvidence[] | 0,
  code?: UnknownCode | 0,
  fix?: Fix,
];

/** Evidence about the workload itself does not name it again. */
type ShortEvidence = Omit<Evidence, 'object'> & { object?: ObjectRef };

interface ShortRecords {
  workloads: ObjectRef[];
  records: ShortRecord[];
}

/** Evidence without the object where that is the workload. */
function shortEvidence(evidence: readonly Evidence[], workload: ObjectRef | undefined): ShortEvidence[] {
  return evidence.map(({ object, ...rest }) => (sameContent(object, workload) ? rest : { object, ...rest }));
}

/** The same evidence as it was. Rows are this process's own, fresh from their text, so that they may be completed. */
function longEvidence(evidence: readonly ShortEvidence[], workload: ObjectRef | undefined): Evidence[] {
  for (const one of evidence) one.object ??= workload!;
  return evidence as Evidence[];
}

/** Verdicts of one environment as text. */
export function recordsToText(records: readonly VerdictRecord[]): string {
  const workloads: ObjectRef[] = [];
  const positionOf = (workload: ObjectRef | undefined) => {
    if (!workload) return -1;
    const known = workloads.findIndex(other => sameContent(other, workload));
    return known >= 0 ? known : workloads.push(workload) - 1;
  };
  const short = records.map((record): ShortRecord => {
    const { check, topic, severity, advice, verdict, reason, workload, evidence, code, fix } = record;
    const first = [check, topic, severity, advice ? 1 : 0, verdict, reason, positionOf(workload)] as const;
    if (fix) return [...first, shortEvidence(evidence, workload), code ?? 0, fix];
    if (code) return [...first, evidence.length > 0 ? shortEvidence(evidence, workload) : 0, code];
    return evidence.length > 0 ? [...first, shortEvidence(evidence, workload)] : [...first];
  });
  return JSON.stringify({ workloads, records: short } satisfies ShortRecords);
}

/** The verdicts again. */
export function textToRecords(text: string, environment: string): VerdictRecord[] {
  const { workloads, records } = JSON.parse(text) as ShortRecords;
  // Read of every component that changes: spreading what may be absent costs more than reading the text.
  return records.map(([check, topic, severity, advice, verdict, reason, at, evidence, code, fix]) => {
    const workload = workloads[at] as ObjectRef | undefined;
    const found = evidence ? longEvidence(evidence, workload) : [];
    const isAdvice = advice === 1;
    const record: VerdictRecord = {
      check,
      topic,
      severity,
      advice: isAdvice,
      verdict,
      reason,
      evidence: found,
      environment,
    };
    if (workload) record.workload = workload;
    if (code) record.code = code;
    if (fix) record.fix = fix;
    return record;
  });
}
