// The table as CSV: quoting, and nothing that a spreadsheet would run.
import { componentsCsv } from './componentsCsv';

const row = { ref: 'component:default/a', level: 'mid', levelTitle: 'Mid', blockers: 0, workloads: 1, observedAt: 't' };

it.each([
  ['Cart', 'Cart'],
  ['Cart, "new"', '"Cart, ""new"""'],
  ['two\nlines', '"two\nlines"'],
  ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
  ['@sum', "'@sum"],
])('writes the title %j as %j', (title, expected) => {
  const [, ...lines] = componentsCsv([{ ...row, title, score: 0.5 }]).split('\r\n');
  expect(lines.join('\r\n')).toBe(`component:default/a,${expected},,,Mid,0,0.5,,1,t,,,\r\n`);
});
