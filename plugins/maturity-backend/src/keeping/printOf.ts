// Numbers that differ with what they are made of, to remember what was stored without keeping it.
import type { Evidence, ObjectRef, VerdictRecord } from '@maturity-roadmap/engine';

/** Half of a number of 53 bits each. */
let low = 0;
let high = 0;

function begin(): void {
  low = 0x811c9dc5;
  high = 0x9747b28c;
}

function addNumber(value: number): void {
  low = Math.imul(low ^ value, 0x01000193);
  high = Math.imul(high ^ value, 0x5bd1e995);
  high ^= high >>> 13;
}

/** Ends with its length, so that parts of neighbouring texts can't change places. */
function addText(text: string): void {
  let first = low;
  let second = high;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    first = Math.imul(first ^ code, 0x01000193);
    second = Math.imul(second ^ code, 0x5bd1e995);
    second ^= second >>> 13;
  }
  low = first;
  high = second;
  addNumber(text.length);
}

const end = () => (low >>> 0) + (high & 0x1fffff) * 2 ** 32;

/** A number that differs with the text: 53 bits, so that two texts of one check never meet in practice. */
export function printOfText(text: string): number {
  begin();
  addText(text);
  return end();
}

function addRef({ cluster, apiVersion, kind, namespace, name }: ObjectRef): void {
  addText(cluster);
  addText(apiVersion);
  addText(kind);
  addText(namespace ?? '');
  addText(name);
}

const isSame = (a: ObjectRef, b: ObjectRef) =>
  a.name === b.name &&
  a.namespace === b.namespace &&
  a.kind === b.kind &&
  a.apiVersion === b.apiVersion &&
  a.cluster === b.cluster;

function addEvidence(evidence: Evidence, workload: ObjectRef | undefined): void {
  const { object, path, observed, expected, inheritedFrom } = evidence;
  // Nearly all evidence is about the workload, whose name is in the number already.
  if (workload && isSame(object, workload)) addNumber(1);
  else addRef(object);
  addText(path);
  addText(observed);
  if (expected === undefined) addNumber(2);
  else addText(expected);
  if (inheritedFrom) addRef(inheritedFrom);
  else addNumber(6);
}

/**
 * A number that differs with what is stored of the verdicts of one check, evidence and fixes included.
 *
 * Made of every component at every judgement: writing the verdicts as text for it would take three times as long.
 */
export function printOfRecords(records: readonly VerdictRecord[]): number {
  begin();
  for (const { verdict, reason, code, severity, advice, evidence, fix, workload } of records) {
    addText(verdict);
    addText(reason);
    addText(code ?? '');
    addText(severity);
    addNumber(advice ? 3 : 4);
    if (workload) addRef(workload);
    addNumber(evidence.length);
    for (const one of evidence) addEvidence(one, workload);
    if (fix) addText(JSON.stringify(fix));
    addNumber(5);
  }
  return end();
}
