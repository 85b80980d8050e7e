// A verdict that differs in anything that is stored has another number.
import type { VerdictRecord } from '@maturity-roadmap/engine';
import { printOfRecords, printOfText } from './printOf';

const ref = { cluster: 'prod', apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'cart' };
const record: VerdictRecord = {
  ...{ check: 'a', topic: 'pod', severity: 'high', advice: false, verdict: 'fail', reason: 'no probe' },
  ...{ environment: 'prod', workload: ref },
  evidence: [{ object: ref, path: 'spec.probe', observed: 'absent', expected: 'a probe' }],
  fix: { object: ref, operations: [{ op: 'add', path: '/spec/probe', value: {} }] },
};
const [evidence] = record.evidence;

const others: [string, VerdictRecord][] = [
  ['verdict', { ...record, verdict: 'warn' }],
  ['reason', { ...record, reason: 'no probes' }],
  ['code', { ...record, code: 'forbidden' }],
  ['severity', { ...record, severity: 'low' }],
  ['advice', { ...record, advice: true }],
  ['workload', { ...record, workload: { ...ref, namespace: 'web' } }],
  ['no workload', { ...record, workload: undefined }],
  ['no evidence', { ...record, evidence: [] }],
  ['evidence twice', { ...record, evidence: [evidence, evidence] }],
  ['object', { ...record, evidence: [{ ...evidence, object: { ...ref, kind: 'Pod' } }] }],
  ['path', { ...record, evidence: [{ ...evidence, path: 'spec.probes' }] }],
  ['observed', { ...record, evidence: [{ ...evidence, observed: '' }] }],
  ['no expected', { ...record, evidence: [{ object: ref, path: 'spec.probe', observed: 'absent' }] }],
  ['who gives it', { ...record, evidence: [{ ...evidence, inheritedFrom: { ...ref, kind: 'Namespace' } }] }],
  ['moved border', { ...record, evidence: [{ ...evidence, path: 'spec.probeabs', observed: 'ent' }] }],
  ['fix', { ...record, fix: { object: ref, operations: [{ op: 'remove', path: '/spec/probe' }] } }],
  ['no fix', { ...record, fix: undefined }],
];

it.each(others)('differs with %s', (_, other) => {
  expect(printOfRecords([other])).not.toBe(printOfRecords([record]));
});

it('is the same for a copy, and differs with the number and order of verdicts', () => {
  const print = printOfRecords([record]);
  expect(printOfRecords(JSON.parse(JSON.stringify([record])))).toBe(print);
  expect(printOfRecords([record, record])).not.toBe(print);
  const other: VerdictRecord = { ...record, reason: 'other' };
  expect(printOfRecords([record, other])).not.toBe(printOfRecords([other, record]));
});

it('fits a number exactly, and tells texts apart', () => {
  const prints = Array.from({ length: 20_000 }, (_, at) => printOfText(`service-${at}`));
  expect(new Set(prints).size).toBe(prints.length);
  expect(prints.every(Number.isSafeInteger)).toBe(true);
});
