// Numbers, shares and instants as the screens write them.
import type { Share } from '@maturity-roadmap/backstage-plugin-maturity-common';

/** A share of 0 to 1 in whole percent. Only all is 100% and only none is 0%, however close. */
export function percent(part: number | undefined): string {
  if (part === undefined) return '–';
  const rounded = Math.round(part * 100);
  if (rounded === 100 && part < 1) return '99%';
  if (rounded === 0 && part > 0) return '1%';
  return `${rounded}%`;
}

/** The part of a share that meets, of 0 to 1; undefined if it applies to none. */
export function partOf({ met, applicable }: Share): number | undefined {
  return applicable === 0 ? undefined : met / applicable;
}

/** A count with its noun: `1 service`, `3 services`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** An instant for people, in their own language and zone: `23 Nov 2026, 14:05`. */
export function instant(iso: string): string {
  const options: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' };
  return new Intl.DateTimeFormat(undefined, options).format(new Date(iso));
}

/** How long ago an instant was, in the largest unit that fits. */
export function ago(iso: string, now: number = Date.now()): string {
  const format = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto', style: 'short' });
  const seconds = Math.round((new Date(iso).getTime() - now) / 1000);
  const units: [Intl.RelativeTimeFormatUnit, number][] = [
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
  ];
  const [unit, length] = units.find(([, size]) => Math.abs(seconds) >= size) ?? ['second' as const, 1];
  return format.format(Math.round(seconds / length), unit);
}

/** A day of the calendar, in UTC as days are counted: `24 Aug 2026`. */
export function dayOf(iso: string): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(iso));
}

/** A change with its sign, the minus as long as the plus: `+3`, `−2`, `0`. */
export function signed(change: number): string {
  if (change === 0) return '0';
  return change > 0 ? `+${change}` : `\u2212${-change}`;
}
