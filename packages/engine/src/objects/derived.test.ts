// What is remembered of an index is forgotten as soon as it could be wrong.
import { derived } from './derived';
import { NotJudgeable } from './NotJudgeable';
import { ObjectIndex } from './ObjectIndex';

const pod = (name: string) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace: 'web' } });
const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'shop', namespace: 'web' } };

function countingPods() {
  let built = 0;
  const count = derived(['v1/Pod'], index => {
    built++;
    return index.all('v1/Pod').length;
  });
  return { count, built: () => built };
}

it('builds once, and again after a change of its kinds only', () => {
  const { count, built } = countingPods();
  const index = new ObjectIndex('c', '2026-01-01T00:00:00Z');
  index.upsert(pod('a'));
  expect([count(index), count(index), built()]).toEqual([1, 1, 1]);
  index.upsert(service);
  expect([count(index), built()]).toEqual([1, 1]);
  index.upsert(pod('b'));
  expect([count(index), built()]).toEqual([2, 2]);
  index.remove(pod('a'));
  expect(count(index)).toBe(1);
});

it('keeps indexes apart', () => {
  const { count } = countingPods();
  const full = new ObjectIndex('a', '2026-01-01T00:00:00Z');
  full.upsert(pod('a'));
  expect([count(full), count(new ObjectIndex('b', '2026-01-01T00:00:00Z'))]).toEqual([1, 0]);
});

it('ends a check where the kind can no longer be read, and recovers', () => {
  const { count } = countingPods();
  const index = new ObjectIndex('c', '2026-01-01T00:00:00Z');
  expect(count(index)).toBe(0);
  index.setState('v1/Pod', { state: 'forbidden', message: 'no' });
  expect(() => count(index)).toThrow(NotJudgeable);
  index.setState('v1/Pod', { state: 'synced' });
  expect(count(index)).toBe(0);
});
