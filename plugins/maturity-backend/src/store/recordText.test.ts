// Verdicts come back from their text with all that they were found with.
import type { VerdictRecord } from '@maturity-roadmap/engine';
import { recordsToText, textToRecords } from './recordText';

const workload = { cluster: 'prod', apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'cart' };
const other = { ...workload, name: 'mail' };
const policy = { cluster: 'prod', apiVersion: 'v1', kind: 'Namespace', name: 'shop' };
const plain: VerdictRecord = {
  ...{ check: 'a', topic: 'pod', severity: 'high', advice: false, verdict: 'pass', reason: 'fine' },
  ...{ evidence: [], environment: 'prod', workload },
};
const seen = { object: workload, path: 'spec.replicas', observed: '1' };

it.each<[string, VerdictRecord]>([
  ['nothing but the verdict', plain],
  ['no workload', { ...plain, workload: undefined }],
  ['evidence about the workload', { ...plain, evidence: [seen, { ...seen, expected: 'at least 2' }] }],
  ['evidence about something else', { ...plain, evidence: [{ ...seen, object: other }] }],
  ['what the platform gives', { ...plain, evidence: [{ ...seen, expected: 'x', inheritedFrom: policy }] }],
  ['a reason code', { ...plain, verdict: 'unknown', code: 'forbidden' }],
  ['a code with evidence', { ...plain, verdict: 'unknown', code: 'forbidden', evidence: [seen] }],
  ['advice', { ...plain, advice: true }],
  [
    'a fix',
    {
      ...plain,
      verdict: 'fail',
      evidence: [seen],
      fix: { object: other, operations: [{ op: 'remove', path: '/spec' }] },
    },
  ],
  [
    'a fix that creates and patches',
    {
      ...plain,
      verdict: 'fail',
      evidence: [seen],
      fix: {
        kind: 'create',
        object: other,
        manifest: { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'mail', namespace: 'shop' } },
        also: [{ object: workload, operations: [{ op: 'remove', path: '/spec' }] }],
      },
    },
  ],
])('keeps %s', (_, record) => {
  expect(textToRecords(recordsToText([record, { ...plain, workload: other }]), 'prod')[0]).toEqual(record);
});
