// Scoring: levels climb tier by tier, unknown never counts as a pass or a fail, and order of input does not matter.
import fc from 'fast-check';
import type { Check } from '../checks';
import type { RoadmapOutline, Severity, Verdict } from '../model';
import { ObjectIndex } from '../objects';
import type { Workload } from '../workloads';
import { scoreComponent } from './scoreComponent';

const roadmap: RoadmapOutline = {
  id: 'r',
  levels: ['junior', 'mid', 'senior'].map(id => ({ id, title: id })),
  tiers: [
    {
      id: 't1',
      title: 'T1',
      goal: '',
      from: 'junior',
      to: 'mid',
      sections: [{ id: 's', title: 'S', topics: ['pod'] }],
    },
    {
      id: 't2',
      title: 'T2',
      goal: '',
      from: 'mid',
      to: 'senior',
      sections: [{ id: 's', title: 'S', topics: ['rbac', 'helm'] }],
    },
  ],
};

const observedAt = '2026-01-01T00:00:00Z';
const workload = (name: string, cluster = 'prod') =>
  ({ name, ref: { cluster, apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'n', name } }) as Workload;

/** A check that answers by the workload's name. */
function check(
  id: string,
  topic: string,
  severity: Severity,
  answers: Partial<Record<string, Verdict>>,
  advice = false,
): Check {
  return {
    subject: 'workload',
    id,
    topic,
    severity,
    advice,
    title: id,
    why: '',
    remediation: '',
    appliesWhen: '',
    references: [],
    since: '1.0',
    reads: [],
    evaluate: subject => {
      const verdict = answers[subject.name] ?? answers['*'] ?? 'pass';
      const evidence = [{ object: subject.ref, path: 'spec', observed: verdict }];
      return (
        verdict === 'unknown'
          ? { verdict, code: 'stale', reason: verdict, evidence }
          : { verdict, reason: verdict, evidence }
      ) as never;
    },
  };
}

function score(checks: Check[], workloads = [workload('a')]) {
  const clusters = new Map(workloads.map(({ ref }) => [ref.cluster, new ObjectIndex(ref.cluster, observedAt)]));
  return scoreComponent({ ref: 'component:default/x', workloads }, { observedAt, clusters }, checks, roadmap);
}

const basics = check('basics', 'pod', 'high', {});

it.each<[string, Check[], string, string | undefined]>([
  ['everything passes', [basics, check('c', 'rbac', 'high', {})], 'senior', undefined],
  ['a blocking fail stops', [check('c', 'pod', 'high', { '*': 'fail' })], 'junior', 'mid'],
  ['a blocking unknown stops', [check('c', 'pod', 'critical', { '*': 'unknown' })], 'junior', 'mid'],
  [
    'a medium fail does not',
    [basics, check('m', 'pod', 'medium', { '*': 'fail' }), check('c', 'rbac', 'low', {})],
    'senior',
    undefined,
  ],
  ['a warning does not', [basics, check('c', 'rbac', 'high', { '*': 'warn' })], 'senior', undefined],
  [
    'advice never does',
    [basics, check('adv', 'pod', 'critical', { '*': 'fail' }, true), check('c', 'rbac', 'high', {})],
    'senior',
    undefined,
  ],
  [
    'a lower tier holds back a higher one',
    [check('c', 'pod', 'high', { '*': 'fail' }), check('d', 'rbac', 'high', {})],
    'junior',
    'mid',
  ],
  [
    'a tier in which nothing applies is not passed',
    [basics, check('c', 'rbac', 'high', { '*': 'notApplicable' })],
    'mid',
    'senior',
  ],
  [
    'checks of other topics are left out',
    [basics, check('c', 'rbac', 'high', {}), check('z', 'other', 'critical', { '*': 'fail' })],
    'senior',
    undefined,
  ],
])('%s', (_name, checks, level, nextLevel) => {
  const report = score(checks);
  expect([report.level, report.nextLevel]).toEqual([level, nextLevel]);
});

it('takes the worst of several places for level and topic, and keeps environments apart', () => {
  const workloads = [workload('a', 'prod'), workload('b', 'staging')];
  const report = score([basics, check('c', 'rbac', 'high', { a: 'fail' })], workloads);
  expect(report.level).toBe('mid');
  expect(report.environments).toMatchObject([
    { environment: 'prod', level: 'mid' },
    { environment: 'staging', level: 'senior' },
  ]);
  expect(report.topics.find(({ topic }) => topic === 'rbac')).toEqual({
    topic: 'rbac',
    verdict: 'fail',
    met: 0,
    applicable: 1,
    blocks: true,
  });
  expect(report.blockers).toMatchObject([{ check: 'c', environments: ['prod'], places: 1, verdict: 'fail' }]);
});

it('weighs by severity, halves warnings, and lets the unknown lower coverage alone', () => {
  const report = score([
    check('a', 'pod', 'critical', {}),
    check('b', 'pod', 'high', { '*': 'fail' }),
    check('c', 'pod', 'low', { '*': 'warn' }),
    check('d', 'pod', 'medium', { '*': 'unknown' }),
    check('e', 'pod', 'medium', { '*': 'notApplicable' }),
  ]);
  expect(report.score).toBeCloseTo((10 + 0 + 0.5) / 17);
  expect(report.coverage).toBeCloseTo(3 / 4);
});

it.each<[string, Check[], object]>([
  [
    'only advice speaks about a topic: it shows what was found, and is marked',
    [check('adv', 'rbac', 'critical', { '*': 'fail' }, true), check('other', 'rbac', 'low', {}, true)],
    { verdict: 'fail', met: 1, applicable: 2, blocks: false, advice: true },
  ],
  [
    'beside a scored check advice is left out of the topic',
    [check('adv', 'rbac', 'critical', { '*': 'fail' }, true), check('c', 'rbac', 'high', {})],
    { verdict: 'pass', met: 1, applicable: 1, blocks: false },
  ],
  [
    'also where the scored check does not apply',
    [check('adv', 'rbac', 'high', { '*': 'fail' }, true), check('c', 'rbac', 'high', { '*': 'notApplicable' })],
    { verdict: 'notApplicable', met: 0, applicable: 0, blocks: false },
  ],
])('%s', (_name, checks, expected) => {
  const topic = score([basics, ...checks]).topics.find(one => one.topic === 'rbac');
  expect(topic).toEqual({ topic: 'rbac', ...expected });
});

it('keeps a topic of advice out of score, coverage, tier and level', () => {
  const without = score([basics]);
  const report = score([basics, check('adv', 'rbac', 'critical', { '*': 'pass' }, true)]);
  expect(report).toMatchObject({ level: 'mid', score: without.score, coverage: without.coverage, blockers: [] });
  expect(report.environments).toEqual(without.environments);
});

it('has no score where nothing could be judged', () => {
  const report = score([check('a', 'pod', 'high', { '*': 'unknown' })]);
  expect([report.score, report.coverage, report.level]).toEqual([undefined, 0, 'junior']);
  expect(score([basics], []).coverage).toBeUndefined();
});

it('puts what the team can mend with least effort first', () => {
  const workloads = [workload('a'), workload('b')];
  const report = score(
    [
      check('unreadable', 'pod', 'critical', { '*': 'unknown' }),
      check('two-places', 'pod', 'critical', { '*': 'fail' }),
      check('one-place', 'pod', 'high', { a: 'fail' }),
    ],
    workloads,
  );
  expect(report.blockers.map(blocker => blocker.check)).toEqual(['one-place', 'two-places', 'unreadable']);
});

it('does not depend on the order of checks and workloads, survives JSON, and keeps shares within bounds', () => {
  const verdict = fc.constantFrom<Verdict>('pass', 'fail', 'warn', 'unknown', 'notApplicable');
  const severity = fc.constantFrom<Severity>('critical', 'high', 'medium', 'low');
  const some = fc.array(
    fc.record({ topic: fc.constantFrom('pod', 'rbac', 'helm'), severity, a: verdict, b: verdict }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(some, fc.boolean(), (specs, reverse) => {
      const checks = specs.map((one, at) => check(`c${at}`, one.topic, one.severity, { a: one.a, b: one.b }));
      const workloads = [workload('a', 'prod'), workload('b', 'staging')];
      const report = score(checks, workloads);
      const other = score(reverse ? [...checks].reverse() : checks, reverse ? [...workloads].reverse() : workloads);
      expect({ ...other, workloads: [] }).toEqual({ ...report, workloads: [] });
      expect(JSON.parse(JSON.stringify(report))).toEqual(report);
      for (const share of [report.score ?? 0, report.coverage ?? 0]) expect(share >= 0 && share <= 1).toBe(true);
      expect(report.blockers.length === 0 || report.nextLevel !== undefined).toBe(true);
    }),
  );
});
