// Letters of topics: from scored checks, and from advice only where a topic has nothing else.
import type { Check, RoadmapOutline, VerdictRecord } from '@maturity-roadmap/engine';
import { Composer } from './Composer';

const roadmap = {
  levels: ['junior', 'mid'].map(id => ({ id, title: id })),
  tiers: [
    {
      id: 'one',
      title: 'One',
      from: 'junior',
      to: 'mid',
      sections: [{ id: 'a', title: 'A', topics: ['pod', 'exec', 'helm'] }],
    },
  ],
} as unknown as RoadmapOutline;

const check = (id: string, topic: string, advice = false) => ({ id, topic, severity: 'high', advice }) as Check;
const record = ({ id, topic, advice }: Check, verdict: VerdictRecord['verdict']): VerdictRecord => ({
  ...{ check: id, topic, severity: 'high', advice: advice ?? false, verdict },
  ...{ reason: '', evidence: [], environment: 'prod' },
});
const [scored, beside, alone] = [check('pod-a', 'pod'), check('pod-b', 'pod', true), check('exec-a', 'exec', true)];
const records = [record(scored, 'pass'), record(beside, 'fail'), record(alone, 'fail')];
const compose = (checks: Check[]) => {
  const composer = new Composer(checks, roadmap);
  const report = composer.compose('cart', [{ observedAt: '', records, workloads: [] }]);
  return { composer, report, letters: composer.lettersOf(report).topics, part: composer.topicLetters(records) };
};

it('gives a topic of advice its letter in reports and parts, and no say in the level', () => {
  const { report, letters, part } = compose([scored, beside, alone]);
  expect([letters, part]).toEqual(['pfn', 'pf-']);
  expect(report).toMatchObject({ level: 'mid', score: 1, blockers: [] });
});

it('composes anew what was composed while advice was not shown, or is no longer alone', () => {
  const more = compose([scored, beside, alone, check('exec-b', 'exec')]);
  expect([more.letters, more.part]).toEqual(['pnn', 'p--']);
  expect(more.composer.version).not.toBe(compose([scored, beside, alone]).composer.version);
});
