// Settings change checks; mistakes in them are named with their path and leave the rest in force.
import { fail, pass } from '../model';
import { ObjectIndex } from '../objects';
import { judgeComponent } from '../scoring';
import { toWorkload } from '../workloads';
import { configureChecks } from './configureChecks';
import { checkDefiner } from './defineCheck';
import { evaluateCheck } from './evaluateCheck';
import { matchesEntity } from './matchesEntity';

const { defineCheck } = checkDefiner<'pod'>();
const text = { why: '', remediation: '', appliesWhen: 'always', references: [], since: '1.0', reads: [] };
const replicas = defineCheck({
  ...text,
  id: 'enough-replicas',
  topic: 'pod',
  severity: 'low',
  title: 'Enough replicas',
  thresholds: { replicas: { default: 2, min: 1, max: 9, meaning: 'replicas at least' } },
  evaluate: (workload, _index, thresholds) =>
    workload.replicas! >= thresholds.replicas
      ? pass('enough')
      : fail('too few', { object: workload.ref, path: 'spec.replicas', observed: String(workload.replicas) }),
});
const named = defineCheck({
  ...text,
  id: 'named',
  topic: 'pod',
  severity: 'high',
  title: 'Named',
  evaluate: () => pass('yes'),
});
const registries = defineCheck({
  ...text,
  id: 'from-registries',
  topic: 'pod',
  severity: 'low',
  title: 'From registries',
  lists: { registries: { default: [], pattern: '[a-z.]+', meaning: 'hosts of registries' } },
  evaluate: (_workload, _index, _thresholds, lists) => pass(`allowed: ${lists.registries.join(', ') || 'all'}`),
});
const object = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'shop', namespace: 'web' },
  spec: { replicas: 3, template: { spec: { containers: [] } } },
};

function verdictsWith(settings: unknown, entity?: object) {
  const index = new ObjectIndex('c', '2026-01-01T00:00:00Z');
  const workload = toWorkload(object, index.ref(object))!;
  const { checks, problems } = configureChecks([replicas, named], settings);
  const component = { ref: 'component:default/shop', workloads: [workload], ...(entity ? { entity } : {}) };
  const snapshot = { observedAt: index.observedAt, clusters: new Map([['c', index]]) };
  const verdicts = judgeComponent(component, snapshot, checks);
  return {
    problems: problems.map(({ path, message }) => `${['maturity.checks', ...path].join('.')} ${message}`),
    verdicts: verdicts.map(one => `${one.check} ${one.severity} ${one.verdict}`),
  };
}

it.each<[string, unknown, string[]]>([
  ['nothing', undefined, ['enough-replicas low pass', 'named high pass']],
  [
    'a threshold',
    { 'enough-replicas': { thresholds: { replicas: 4 } } },
    ['enough-replicas low fail', 'named high pass'],
  ],
  ['a severity', { named: { severity: 'low' } }, ['enough-replicas low pass', 'named low pass']],
  ['a switch', { named: { enabled: false } }, ['enough-replicas low pass']],
  [
    'a filter',
    { named: { appliesTo: { 'spec.type': 'website' } } },
    ['enough-replicas low pass', 'named high notApplicable'],
  ],
])('takes %s', (_what, settings, expected) => {
  expect(verdictsWith(settings, { spec: { type: 'service' } })).toEqual({ problems: [], verdicts: expected });
});

it.each<[unknown, string]>([
  [[], 'maturity.checks must be a mapping of check ids to settings.'],
  [{ nmed: {} }, 'maturity.checks.nmed is not a check. Checks: enough-replicas, named.'],
  [{ named: 'off' }, 'maturity.checks.named must be a mapping of settings.'],
  [{ named: { severty: 'low' } }, 'maturity.checks.named.severty is not known. Known keys: enabled, severity,'],
  [
    { named: { severity: 'huge' } },
    'maturity.checks.named.severity must be one of critical, high, medium, low, not "huge".',
  ],
  [{ named: { enabled: 'no' } }, 'maturity.checks.named.enabled must be true or false, not "no".'],
  [{ named: { appliesTo: { kind: 7 } } }, 'maturity.checks.named.appliesTo.kind must be text or a list of text.'],
  [
    { named: { thresholds: { x: 1 } } },
    'maturity.checks.named.thresholds.x is not a threshold of the check. It has: none.',
  ],
  [
    { 'enough-replicas': { thresholds: { replicas: 0 } } },
    'maturity.checks.enough-replicas.thresholds.replicas must be a number from 1 to 9: replicas at least.',
  ],
])('says what can not be used: %j', (settings, message) => {
  const { problems, verdicts } = verdictsWith(settings);
  expect(problems).toEqual([expect.stringContaining(message)]);
  expect(verdicts).toEqual(['enough-replicas low pass', 'named high pass']);
});

it('takes lists, and says which text in one is none of what it lists', () => {
  const reasonsWith = (lists: unknown) => {
    const { checks, problems } = configureChecks([registries], { 'from-registries': { lists } });
    const index = new ObjectIndex('c', '2026-01-01T00:00:00Z');
    const workload = toWorkload(object, index.ref(object))!;
    return [evaluateCheck(checks[0], workload, index).reason, ...problems.map(({ message }) => message)];
  };
  expect(reasonsWith(undefined)).toEqual(['allowed: all']);
  expect(reasonsWith({ registries: ['a.example', 'b.example'] })).toEqual(['allowed: a.example, b.example']);
  expect(reasonsWith({ registries: ['a b'] })).toEqual([
    'allowed: all',
    'holds "a b", which is none of these: hosts of registries.',
  ]);
  expect(reasonsWith({ registries: 'a' })).toEqual(['allowed: all', 'must be a list of text: hosts of registries.']);
  expect(reasonsWith({ hosts: [] })).toEqual(['allowed: all', 'is not a list of the check. It has: registries.']);
});

it.each<[Record<string, string[]>, boolean]>([
  [{}, true],
  [{ kind: ['component'] }, true],
  [{ 'spec.type': ['Website', 'service'] }, true],
  [{ 'spec.type': ['service'], 'spec.lifecycle': ['production'] }, false],
  [{ 'metadata.tags': ['java'] }, true],
  [{ 'metadata.annotations.example.com/tier': ['one'] }, true],
  [{ 'spec.owner': ['team-a'] }, false],
])('filters entities by %j', (filter, expected) => {
  const entity = {
    kind: 'Component',
    metadata: { tags: ['go', 'java'], annotations: { 'example.com/tier': 'one' } },
    spec: { type: 'service', lifecycle: 'experimental' },
  };
  expect(matchesEntity(filter, entity)).toBe(expected);
});
