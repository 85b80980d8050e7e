// What of a judgement goes to the database: what differs from what was stored, and nothing that was not stored before.
import type { Verdict, VerdictRecord, Workload } from '@maturity-roadmap/engine';
import { toWorkload } from '@maturity-roadmap/engine';
import type { CatalogComponent } from '../components/CatalogComponents';
import type { Judgement } from '../scoring/Judgement';
import { KnownVerdicts } from './KnownVerdicts';

const object = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'cart', namespace: 'shop' },
  spec: { template: { spec: { containers: [] } } },
};
const ref = { cluster: 'prod', apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'cart' };
const workload = toWorkload(object, ref) as Workload;
const component = { ref: 'component:default/cart', title: 'cart' } as CatalogComponent;

const record = (check: string, verdict: Verdict, observed = 'x'): VerdictRecord => ({
  ...{ check, topic: 'pod', severity: 'high', advice: false, verdict, reason: check, environment: 'prod' },
  evidence: [{ object: ref, path: 'spec', observed }],
  workload: ref,
});

const judgement = (records: VerdictRecord[], more: Partial<Judgement> = {}): Judgement => ({
  ...{ component, observedAt: '2026-01-01T00:00:00.000Z', provisional: false, records, workloads: [workload] },
  ...more,
});

let known: KnownVerdicts;
const standard = {};
/** Stores a judgement, and tells of which checks verdicts were given. */
function store(one: Judgement): string[] | 'all' | 'nothing' | 'not known' {
  const difference = known.difference(one);
  if (!difference) return 'not known';
  difference.keep();
  const { input } = difference;
  if (!input) return 'nothing';
  return input.only ? input.records.map(({ check }) => check) : 'all';
}

beforeEach(() => {
  known = new KnownVerdicts('prod');
  known.use(standard);
});

const both = [record('a', 'pass'), record('b', 'fail')];

it('gives all verdicts first, then what changed, evidence included', () => {
  expect(store(judgement(both))).toBe('all');
  expect(store(judgement(both))).toBe('nothing');
  expect(store(judgement([both[0], record('b', 'fail', 'y')]))).toEqual(['b']);
  expect(store(judgement([record('a', 'fail')], { only: new Set(['a']) }))).toEqual(['a']);
  expect(store(judgement([record('a', 'fail'), record('b', 'fail', 'y')]))).toBe('nothing');
});

it('gives no verdicts but those of workloads that changed otherwise', () => {
  store(judgement(both));
  const labelled = toWorkload({ ...object, metadata: { ...object.metadata, labels: { a: 'b' } } }, ref) as Workload;
  expect(store(judgement(both, { workloads: [labelled] }))).toEqual([]);
});

it.each<[string, () => void, Partial<Judgement>]>([
  ['another entity', () => {}, { component: { ...component } }],
  ['early verdicts become final', () => {}, { provisional: true }],
  ['another standard', () => known.use({}), {}],
  ['what is stored was taken out', () => known.forget(component.ref), {}],
])('gives all verdicts anew: %s', (_, change, more) => {
  store(judgement(both));
  change();
  expect(store(judgement([both[0]], { ...more, only: new Set(['a']) }))).toBe('not known');
  expect(store(judgement(both, more))).toBe('all');
});

it('says that a component has no workloads any more, and knows nothing of it then', () => {
  store(judgement(both));
  expect(store(judgement([], { workloads: [] }))).toBe('all');
  expect(known.components()).toEqual([]);
});
