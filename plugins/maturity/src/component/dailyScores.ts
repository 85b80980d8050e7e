// From the days on which a score changed to one score for each day.
import type { ScorePoint } from '@maturity-roadmap/backstage-plugin-maturity-common';

const day = 24 * 60 * 60_000;

/**
 * The score at the end of each day from the first that is known until today, whose score is the present one. A score holds
 * until the next one is known.
 *
 * @param points - rising by day
 */
export function dailyScores(
  points: readonly ScorePoint[],
  present: number | undefined,
  today: Date,
): (number | undefined)[] {
  if (points.length === 0) return [present];
  const first = Date.parse(points[0].day);
  const count = Math.floor((today.getTime() - first) / day);
  const scores = Array.from({ length: Math.max(0, count) }, (_, at) => {
    const date = new Date(first + at * day).toISOString().slice(0, 10);
    return points.findLast(point => point.day <= date)?.score;
  });
  return [...scores, present];
}
