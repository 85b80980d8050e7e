// Numbers, shares, lists and instants in English and German.
import { formatFor, wholePercent } from './format';
import { localeOf } from './useFormat';

const at = '2026-11-23T14:05:00.000Z';
const en = formatFor('en-GB');
const de = formatFor('de');

it('calls only all 100 and only none 0', () => {
  expect([0, 0.001, 0.5, 0.999, 1].map(wholePercent)).toEqual([0, 1, 50, 99, 100]);
});

it('writes as each language does', () => {
  expect([en.number(10_000), de.number(10_000)]).toEqual(['10,000', '10.000']);
  expect([en.percent(0.5), de.percent(0.5), en.percent(undefined)]).toEqual(['50%', '50\u00a0%', '–']);
  expect([en.share({ met: 1, applicable: 1200 }), de.share({ met: 1, applicable: 1200 })]).toEqual([
    '1 / 1,200',
    '1 / 1.200',
  ]);
  expect([en.signed(3), en.signed(-2), en.signed(0)]).toEqual(['+3', '\u22122', '0']);
  expect([en.list(['a', 'b', 'c']), de.list(['a', 'b', 'c'])]).toEqual(['a, b, c', 'a, b und c']);
  expect([en.day(at), de.day(at)]).toEqual(['23 Nov 2026', '23.11.2026']);
});

it('counts back in the largest unit that fits', () => {
  const now = Date.parse(at);
  const before = (seconds: number) => new Date(now - seconds * 1000).toISOString();
  expect([30, 180, 7200, 3 * 86_400].map(seconds => de.ago(before(seconds), now))).toEqual([
    'vor 30 Sek.',
    'vor 3 Min.',
    'vor 2 Std.',
    'vor 3 Tagen',
  ]);
  expect(en.ago(before(86_400), now)).toBe('yesterday');
});

it("takes the reader's own variant of the app's language", () => {
  expect(localeOf('en', ['de-DE', 'en-GB', 'en'])).toBe('en-GB');
  expect(localeOf('de', ['en-GB'])).toBe('de');
  expect(localeOf(undefined, ['en-GB'])).toBeUndefined();
});
