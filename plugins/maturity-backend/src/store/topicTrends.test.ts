// Of many days an even choice.
import { spread } from './topicTrends';

const days = Array.from({ length: 100 }, (_, at) => String(at).padStart(3, '0'));

it('keeps few days as they are, and of many the first, the last and an even choice between', () => {
  expect(spread(days.slice(0, 3))).toEqual(['000', '001', '002']);
  const chosen = spread(days, 12);
  expect(chosen).toHaveLength(12);
  expect(new Set(chosen).size).toBe(12);
  expect([chosen[0], chosen.at(-1)]).toEqual(['000', '099']);
});
