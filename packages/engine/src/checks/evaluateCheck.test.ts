// Evaluation: whatever a check does and whatever could not be read, there is a verdict with a reason.
import type { CheckResult, KindState } from '../model';
import { fail, pass } from '../model';
import { ObjectIndex } from '../objects';
import type { Workload } from '../workloads';
import type { CheckDefiner } from './defineCheck';
import { checkDefiner } from './defineCheck';
import { evaluateCheck } from './evaluateCheck';

const { defineCheck }: CheckDefiner<'pod'> = checkDefiner<'pod'>();
const metadata = {
  id: 'budget-exists',
  topic: 'pod',
  severity: 'high',
  title: 'A budget exists',
  why: 'why',
  remediation: 'Add one.',
  appliesWhen: 'always',
  references: ['https://example.com'],
  since: '1.0',
} as const;
const ref = { cluster: 'prod', apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'n', name: 'd' };
const workload = { namespace: 'n', ref } as Workload;

const budgetExists = defineCheck({
  ...metadata,
  reads: ['policy/v1/PodDisruptionBudget'],
  evaluate: (subject, index) =>
    pass(`${index.inNamespace('policy/v1/PodDisruptionBudget', subject.namespace).length} budgets`),
});

function judge(state?: KindState, check = budgetExists): CheckResult {
  const index = new ObjectIndex('prod', '2026-01-01T00:00:00Z');
  if (state) index.setState('policy/v1/PodDisruptionBudget', state);
  return evaluateCheck(check, workload, index);
}

it.each([
  [undefined, 'pass', undefined],
  [{ state: 'notServed' }, 'pass', undefined],
  [{ state: 'notCollected', message: 'manifests hold none' }, 'notApplicable', undefined],
  [{ state: 'forbidden', message: 'no rule' }, 'unknown', 'forbidden'],
  [{ state: 'stale', message: 'old' }, 'unknown', 'stale'],
  [{ state: 'unreachable', message: 'down' }, 'unknown', 'unreachable'],
] as const)('a kind that is %j gives %s', (state, verdict, code) => {
  expect(judge(state as KindState | undefined)).toMatchObject({ verdict, ...(code ? { code } : {}) });
});

it('does not judge an old copy of the workload itself', () => {
  const index = new ObjectIndex('prod', '2026-01-01T00:00:00Z');
  index.setState('apps/v1/Deployment', { state: 'stale', message: 'no answer since noon' });
  const readsNothing = defineCheck({ ...metadata, reads: [], evaluate: () => pass('ok') });
  expect(evaluateCheck(readsNothing, workload, index)).toMatchObject({ verdict: 'unknown', code: 'stale' });
});

it('names kind, cluster and cause where a kind is forbidden', () => {
  const { reason } = judge({ state: 'forbidden', message: 'user x cannot list it' });
  expect(reason).toBe("PodDisruptionBudget can't be listed in prod: user x cannot list it");
});

it('turns a check that throws into an unknown with its id', () => {
  const broken = defineCheck({
    ...metadata,
    reads: [],
    evaluate: () => {
      throw new TypeError('x is not iterable');
    },
  });
  expect(judge(undefined, broken)).toMatchObject({
    verdict: 'unknown',
    code: 'checkFailed',
    reason: expect.stringContaining('budget-exists could not judge this object: x is not iterable'),
  });
});

it('does not compile where a check oversteps', () => {
  defineCheck({
    ...metadata,
    reads: ['v1/Service'],
    evaluate: (_subject, index) => {
      // @ts-expect-error ConfigMap was not declared
      index.all('v1/ConfigMap');
      return pass('ok');
    },
  });
  // @ts-expect-error there is no such topic
  defineCheck({ ...metadata, topic: 'pods', reads: [], evaluate: () => pass('ok') });
  // @ts-expect-error a fail needs evidence
  expect(fail('because').verdict).toBe('fail');
});
