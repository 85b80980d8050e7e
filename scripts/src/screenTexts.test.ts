// No screen says anything by itself: all its texts come from the translation API.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { literalsIn } from './screenTexts';

const root = join(__dirname, '../../plugins/maturity/src');

/** Texts that are the same in every language, by file, with the reason. */
const exceptions: Record<string, string[]> = {};

it('has no text in a screen', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    file => file.endsWith('.tsx') && !file.endsWith('.test.tsx') && !file.startsWith('testing'),
  );
  expect(files.length).toBeGreaterThan(50);
  const found = files.flatMap(file =>
    literalsIn(readFileSync(join(root, file), 'utf8'))
      .filter(text => !exceptions[file]?.includes(text))
      .map(text => `${file}: ${text}`),
  );
  expect(found).toEqual([]);
});

it('sees the texts that a screen would say by itself', () => {
  const source = `
    const a = <p title="A title" className="no">A text {b ? 'Yes' : t('no')} {n} {\`\${n} more\`}</p>;
    const c = <Card label={open ? 'Open' : undefined} value="no" aria-label={t('x', { y: 'no' })}>·</Card>;
    const d = <p>{kind === 'no' && <b />}{items['no']}</p>;`;
  expect(literalsIn(source)).toEqual(['A title', 'A text', 'Yes', ' more', 'Open']);
});
