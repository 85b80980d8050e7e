// Causes come back as they were, in whatever form they were stored.
import type { ChangeCause } from '@maturity-roadmap/engine';
import { causeOfText, causeText } from './transitionText';

const workload = { cluster: 'prod', apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'cart' };
const pod = { cluster: 'prod', apiVersion: 'v1', kind: 'Pod', namespace: 'shop', name: 'cart-1' };
const release = { tool: 'argo-cd', name: 'cart', revision: 'd0c4a1f' } as const;

it.each<[string, ChangeCause]>([
  ['all there is', { object: workload, change: 'changed', manager: 'helm', at: '2026-11-27T12:00:00Z', release }],
  ['nothing but the change', { object: workload, change: 'deleted' }],
  ['another object', { object: pod, change: 'created', manager: 'kubelet' }],
  ['an instant that is no whole second', { object: workload, change: 'changed', at: '2026-11-27T12:00:00.123456Z' }],
  ['an instant that is none', { object: workload, change: 'changed', at: 'yesterday' }],
  ['a release without a revision', { object: pod, change: 'changed', release: { tool: 'helm', name: 'cart' } }],
])('keeps %s', (_, cause) => {
  expect(causeOfText(causeText({ cause, workload, to: 'fail', reason: '' })!, workload)).toEqual(cause);
});

it('reads what earlier releases stored', () => {
  const cause: ChangeCause = { object: workload, change: 'changed', manager: 'helm', release };
  const { object: _, ...stored } = cause;
  expect(causeOfText(JSON.stringify(stored), workload)).toEqual(cause);
  expect(causeOfText(JSON.stringify({ ...stored, object: pod }), workload)).toEqual({ ...cause, object: pod });
});
