// Numbers, shares, lists and instants as the screens write them, in a given language.
import type { Share } from '@maturity-roadmap/backstage-plugin-maturity-common';

/** How one language writes what is counted and when it happened. */
export interface Format {
  /** A count: `10,000`. */
  number(value: number): string;
  /** A share of 0 to 1 in whole percent, a dash where there is none. */
  percent(part: number | undefined): string;
  /** Met of applicable, as tables have it: `41 / 120`. */
  share(share: Pick<Share, 'met' | 'applicable'>): string;
  /** A change with its sign, the minus as long as the plus: `+3`, `−2`, `0`. */
  signed(change: number): string;
  /** Names one after the other: `prod, staging`. */
  list(names: readonly string[]): string;
  /** An instant in the reader's own zone: `23 Nov 2026, 14:05`. */
  instant(iso: string): string;
  /** A day of the calendar, in UTC as days are counted: `24 Aug 2026`. */
  day(iso: string): string;
  /** How long ago an instant was, in the largest unit that fits. */
  ago(iso: string, now?: number): string;
}

/** A share of 0 to 1 in whole percent. Only all is 100 and only none is 0, however close. */
export function wholePercent(part: number): number {
  const rounded = Math.round(part * 100);
  if (rounded === 100 && part < 1) return 99;
  return rounded === 0 && part > 0 ? 1 : rounded;
}

/** The part of a share that meets, of 0 to 1; undefined if it applies to none. */
export function partOf({ met, applicable }: Pick<Share, 'met' | 'applicable'>): number | undefined {
  return applicable === 0 ? undefined : met / applicable;
}

const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/**
 * @param locale - BCP 47 tag; the browser's own if absent
 */
export function formatFor(locale?: string): Format {
  const numbers = new Intl.NumberFormat(locale);
  const percents = new Intl.NumberFormat(locale, { style: 'percent' });
  const lists = new Intl.ListFormat(locale, { type: 'unit', style: 'long' });
  const instants = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  const number = (value: number) => numbers.format(value);
  return {
    number,
    percent: part => (part === undefined ? '–' : percents.format(wholePercent(part) / 100)),
    share: ({ met, applicable }) => `${number(met)} / ${number(applicable)}`,
    signed: change => {
      if (change === 0) return number(0);
      return change > 0 ? `+${number(change)}` : `\u2212${number(-change)}`;
    },
    list: names => lists.format(names),
    instant: iso => instants.format(new Date(iso)),
    day: iso => days.format(new Date(iso)),
    ago: (iso, now = Date.now()) => {
      const seconds = Math.round((new Date(iso).getTime() - now) / 1000);
      const [unit, length] = units.find(([, size]) => Math.abs(seconds) >= size) ?? ['second' as const, 1];
      return relative.format(Math.round(seconds / length), unit);
    },
  };
}
