// What mending would do: a level where it is the last blocker, fewer blockers otherwise, and each environment by itself.
import type { RoadmapOutline, Verdict, VerdictRecord } from '../model';
import { effectOfMending } from './effectOf';
import { composeReport } from './scoreComponent';

const roadmap = {
  levels: ['junior', 'mid', 'senior'].map(id => ({ id, title: id })),
  tiers: [
    { id: 'one', title: 'One', from: 'junior', to: 'mid', sections: [{ id: 'a', title: 'A', topics: ['pod'] }] },
    { id: 'two', title: 'Two', from: 'mid', to: 'senior', sections: [{ id: 'b', title: 'B', topics: ['rbac'] }] },
  ],
} as unknown as RoadmapOutline;

const record = (check: string, environment: string, verdict: Verdict): VerdictRecord => ({
  check,
  topic: check.split('-')[0],
  severity: 'high',
  advice: false,
  verdict,
  reason: '',
  evidence: [],
  environment,
});

const report = composeReport(
  {
    component: 'cart',
    observedAt: '2026-01-01T00:00:00Z',
    workloads: [],
    verdicts: [
      record('pod-a', 'prod', 'fail'),
      record('pod-a', 'test', 'pass'),
      record('pod-b', 'prod', 'pass'),
      record('pod-b', 'test', 'unknown'),
      record('rbac-c', 'prod', 'fail'),
      record('rbac-c', 'test', 'pass'),
    ],
  },
  roadmap,
);
const effect = (...checks: string[]) => effectOfMending(report, new Set(checks), roadmap);

it('tells what one change does where others still block', () => {
  expect(report).toMatchObject({ level: 'junior', environments: [{ level: 'junior' }, { level: 'junior' }] });
  expect(effect('pod-a')).toMatchObject({
    level: 'junior',
    blockers: 1,
    environments: [{ environment: 'prod', level: 'mid' }],
  });
  expect(effect('pod-b')).toMatchObject({ environments: [{ environment: 'test', level: 'senior' }] });
});

it('tells what all together do', () => {
  expect(effect('pod-a', 'pod-b')).toMatchObject({ level: 'mid', blockers: 1 });
  expect(effect('pod-a', 'pod-b', 'rbac-c')).toMatchObject({ level: 'senior', blockers: 0, score: 1, coverage: 1 });
});
