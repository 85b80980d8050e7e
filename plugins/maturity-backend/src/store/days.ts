// Days as they are counted: in UTC, by their date.
import type { Since } from './ScoreStore';

const day = 24 * 60 * 60_000;

/** The day from which so many days lie until now, that of now among them. */
export const dayBefore = (now: Date, days: number): string =>
  new Date(now.getTime() - (days - 1) * day).toISOString().slice(0, 10);

/** What to compare the present with. */
export const lookBack = (now: Date, days: number): Since => ({
  since: dayBefore(now, days),
  today: dayBefore(now, 1),
});
