// The last answer is remembered only as long as it is right, and what is remembered still counts as read.
import { memoizeLast } from './memoizeLast';
import { NotJudgeable } from './NotJudgeable';
import { ObjectIndex } from './ObjectIndex';
import type { ObjectView } from './ObjectView';
import { RecordingView } from './RecordingView';

const at = '2026-01-01T00:00:00Z';
const pod = (name: string) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace: 'web' } });

function countingPods() {
  let asked = 0;
  const podsIn = memoizeLast((namespace: string, index: ObjectView<'v1/Pod'>) => {
    asked++;
    return index.inNamespace('v1/Pod', namespace).map(({ metadata }) => metadata.name);
  });
  return { podsIn, asked: () => asked };
}

it('answers again without asking, until the index changes or another subject comes', () => {
  const { podsIn, asked } = countingPods();
  const index = new ObjectIndex('c', at);
  index.upsert(pod('a'));
  expect([podsIn('web', index), podsIn('web', index), asked()]).toEqual([['a'], ['a'], 1]);
  index.upsert(pod('b'));
  expect([podsIn('web', index), asked()]).toEqual([['a', 'b'], 2]);
  index.remove(pod('a'));
  expect([podsIn('web', index), podsIn('shop', index), podsIn('web', index)]).toEqual([['b'], [], ['b']]);
});

it('keeps indexes apart', () => {
  const { podsIn } = countingPods();
  const full = new ObjectIndex('a', at);
  full.upsert(pod('a'));
  expect([podsIn('web', full), podsIn('web', new ObjectIndex('b', at)), podsIn('web', full)]).toEqual([
    ['a'],
    [],
    ['a'],
  ]);
});

it('follows the time and the state of kinds', () => {
  const minute = memoizeLast((_: string, index: ObjectView<'v1/Pod'>) => index.observedAt);
  const { podsIn } = countingPods();
  const index = new ObjectIndex('c', at);
  expect([minute('x', index), podsIn('web', index)]).toEqual([at, []]);
  index.observe('2026-01-01T00:01:00Z');
  index.setState('v1/Pod', { state: 'forbidden', message: 'no' });
  expect(minute('x', index)).toBe('2026-01-01T00:01:00Z');
  expect(() => podsIn('web', index)).toThrow(NotJudgeable);
  index.setState('v1/Pod', { state: 'synced' });
  expect(podsIn('web', index)).toEqual([]);
});

it('records what it reads in each record anew', () => {
  const { podsIn } = countingPods();
  const index = new ObjectIndex('c', at);
  const view = new RecordingView(index);
  const reads = () => [...view.record(() => podsIn('web', view)).reads];
  expect([reads(), reads()]).toEqual([['v1/Pod in web'], ['v1/Pod in web']]);
  podsIn('web', view);
  index.upsert(pod('a'));
  expect(podsIn('web', view)).toEqual(['a']);
});

it('remembers a function of a subject alone', () => {
  let asked = 0;
  const lengthOf = memoizeLast((text: string) => {
    asked++;
    return text.length;
  });
  expect([lengthOf('ab'), lengthOf('ab'), lengthOf('abc'), asked]).toEqual([2, 2, 3, 2]);
});
