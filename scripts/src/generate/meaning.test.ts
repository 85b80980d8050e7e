// When a change of meaning goes unsaid, and how one that is said reads in the changelog.
import type { Meaning } from './meaning';
import { oddRevisions, unsaidChanges } from './meaning';
import type { Standard } from './standard';
import { compare } from './standard';

const meaning = (fixtures: Record<string, [verdict: string, print: string]>, revisions = 0): Meaning => ({
  'pods-spread': {
    revisions,
    fixtures: Object.fromEntries(
      Object.entries(fixtures).map(([name, [verdict, print]]) => [name, { verdict, print }]),
    ),
  },
});
const before = meaning({ 'pass.yaml': ['pass', 'a'], 'fail-one-node.yaml': ['fail', 'b'] });

it('says nothing where fixtures are added, edited, renamed or taken away with their verdict', () => {
  expect(unsaidChanges(before, before)).toEqual([]);
  expect(
    unsaidChanges(
      before,
      meaning({ 'pass.yaml': ['pass', 'c'], 'fail-same-node.yaml': ['fail', 'b'], 'warn-two.yaml': ['warn', 'd'] }),
    ),
  ).toEqual([]);
  expect(unsaidChanges(before, meaning({ 'pass.yaml': ['pass', 'a'] }))).toEqual([]);
  expect(unsaidChanges({}, before)).toEqual([]);
});

it('notices the same content under another verdict, whatever its name', () => {
  const [message, more] = unsaidChanges(
    before,
    meaning({ 'pass.yaml': ['pass', 'a'], 'warn-close.yaml': ['warn', 'b'] }),
  );
  expect(message).toMatch(/^pods-spread: warn-close.yaml was judged fail and now is judged warn/);
  expect(more).toBeUndefined();
});

it('notices the same name under another verdict, whatever its content', () => {
  expect(unsaidChanges(before, meaning({ 'pass-one-node.yaml': ['pass', 'e'] }))).toEqual([
    expect.stringContaining('pass-one-node.yaml was judged fail and now is judged pass'),
  ]);
});

it('takes one name under several verdicts for several things', () => {
  const both = meaning({ 'pass-port.yaml': ['pass', 'a'], 'fail-port.yaml': ['fail', 'b'] });
  expect(unsaidChanges(both, meaning({ 'warn-port.yaml': ['warn', 'c'] }))).toEqual([]);
});

it('is content once the check says it, and asks again the next time', () => {
  const said = meaning({ 'warn-one-node.yaml': ['warn', 'b'] }, 1);
  expect(unsaidChanges(before, said)).toEqual([]);
  expect(unsaidChanges(said, meaning({ 'pass-one-node.yaml': ['pass', 'b'] }, 1))).toHaveLength(1);
});

it('refuses revisions that can not be', () => {
  const odd = (...revisions: { since: string; what: string }[]) => oddRevisions([{ id: 'a-b', revisions }], '1.2');
  expect(odd({ since: '1.1', what: 'Two nodes do.' }, { since: '1.2', what: 'One does.' })).toEqual([]);
  expect(odd({ since: '1.3', what: 'Two nodes do.' })).toEqual([expect.stringContaining('up to 1.2')]);
  expect(odd({ since: 'soon', what: 'Two nodes do.' })).toHaveLength(1);
  expect(odd({ since: '1.1', what: '' })).toEqual([expect.stringContaining('one sentence')]);
  expect(odd({ since: '1.2', what: 'One.' }, { since: '1.1', what: 'Two.' })).toEqual([
    expect.stringContaining('oldest first'),
  ]);
});

it('shows a changed meaning in the changelog, once, beside what else changed', () => {
  const asked = { topic: 'pod', severity: 'high', advice: false, thresholds: {} };
  const first: Standard = { 'a-b': { ...asked, revisions: [{ since: '1.0', what: 'Jobs count too.' }] } };
  const second: Standard = {
    'a-b': {
      ...asked,
      severity: 'low',
      revisions: [
        { since: '1.0', what: 'Jobs count too.' },
        { since: '1.1', what: 'Two nodes do.' },
      ],
    },
  };
  expect(compare({}, first)).toEqual(['- new: `a-b` (high; judged otherwise: Jobs count too)']);
  expect(compare(first, second)).toEqual(['- changed: `a-b`: severity high → low, judged otherwise: Two nodes do']);
  expect(compare(second, second)).toEqual([]);
});
