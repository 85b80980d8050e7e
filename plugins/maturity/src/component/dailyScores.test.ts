// One score for each day, from the days that changed it.
import { dailyScores } from './dailyScores';

const today = new Date('2026-01-05T10:00:00.000Z');

it('holds each score until the next, and ends with the present one', () => {
  const points = [{ day: '2026-01-01', score: 0.5 }, { day: '2026-01-03' }, { day: '2026-01-04', score: 0.7 }];
  expect(dailyScores(points, 0.8, today)).toEqual([0.5, 0.5, undefined, 0.7, 0.8]);
});

it('has today alone where nothing earlier is known', () => {
  expect(dailyScores([], 0.8, today)).toEqual([0.8]);
  expect(dailyScores([{ day: '2026-01-05', score: 0.2 }], 0.8, today)).toEqual([0.8]);
});
