// Holds the quick reader against the library: whatever it reads, the library reads as the same value.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { CORE_SCHEMA, dump, loadAll, mergeTag } from 'js-yaml';
import { readYaml } from './readYaml';
import { splitDocuments } from './splitDocuments';

const schema = CORE_SCHEMA.withTags(mergeTag);
const repository = join(__dirname, '../../../..');

/** Fails if the quick reader accepts what the library refuses, or reads it otherwise. */
function compare(text: string): boolean {
  const read = readYaml(text);
  if (read === undefined) return false;
  let documents: unknown[];
  try {
    documents = loadAll(text, { schema, maxAliases: 10_000, maxDepth: 200 });
  } catch (error) {
    throw new Error(`read what the library refuses (${(error as Error).message}): ${JSON.stringify(text)}`);
  }
  expect({ text, documents: [read] }).toStrictEqual({ text, documents });
  expect(JSON.stringify(read)).toBe(JSON.stringify(documents[0]));
  return true;
}

const documentsBelow = (folder: string) =>
  readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
    .filter(path => /\.ya?ml$/.test(path) && !path.includes('node_modules'))
    .flatMap(path => splitDocuments(readFileSync(join(repository, folder, path), 'utf8')))
    .map(({ text }) => text);

const manifests = documentsBelow('examples/clusters');

it('reads nearly every manifest of the examples', () => {
  expect(manifests.length).toBeGreaterThan(10);
  expect(manifests.filter(compare).length / manifests.length).toBeGreaterThan(0.95);
});

it('reads every other YAML file as the library does, if at all', () => {
  const others = ['content', 'packages', 'plugins', 'docs'].flatMap(documentsBelow);
  expect(others.filter(compare).length).toBeGreaterThan(500);
});

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: fc.constantFrom(...' \n#:-?"\'[]{},|>&*!%@`\\~.0e1x+\tabé'.split('')), maxLength: 12 }),
  fc.stringMatching(/^[-+]?[0-9.eExo_a-f]{1,8}$/),
  fc.lorem({ maxCount: 30 }),
);
const { value: mapping } = fc.letrec<{ value: unknown }>(tie => ({
  value: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.oneof(text, fc.integer(), fc.double(), fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(text, tie('value'), { maxKeys: 5 }),
  ),
}));
const style = fc.record({
  flowLevel: fc.constantFrom(-1, 1, 2, 3),
  indent: fc.constantFrom(2, 3, 4),
  lineWidth: fc.constantFrom(-1, 20, 80),
  seqNoIndent: fc.boolean(),
});

it('reads generated values in whatever style they are written', () => {
  let read = 0;
  fc.assert(
    fc.property(fc.dictionary(text, mapping, { minKeys: 1, maxKeys: 5 }), style, (value, options) => {
      read += Number(compare(dump(value, { ...options, schema })));
    }),
    { numRuns: 1500 },
  );
  expect(read).toBeGreaterThan(100);
});

/** What YAML takes for more than text, and what it takes for text although it looks like more. */
const pieces = [
  ...[' ', '  ', '\n', '\n\n', '\n  ', '\n   - ', '\t', ': ', ':', ' #', '#', '- ', '-', '? ', '"', "'", '\\', '\\\n'],
  ...['{', '}', '[', ']', ',', '|-\n', '>+\n', '|2\n', '&a ', '*a', '!!str ', '<<: ', '__proto__: ', '\r\n', '\0'],
  ...['%', '@', '0x1F', '1e3', '.inf', '~', 'null', 'yes', '\ufeff', '\u0085', '\u2028', 'é', '😀', '\n...', '\n---'],
];
const change = fc.tuple(fc.nat(), fc.nat({ max: 4 }), fc.constantFrom('', ...pieces));

it('never reads a broken manifest otherwise than the library', () => {
  let read = 0;
  const one = fc.constantFrom(...manifests.filter(document => document.length < 4000));
  fc.assert(
    fc.property(one, fc.array(change, { minLength: 1, maxLength: 4 }), (document, changes) => {
      const broken = changes.reduce((before, [at, dropped, added]) => {
        const place = at % (before.length + 1);
        return before.slice(0, place) + added + before.slice(place + dropped);
      }, document);
      read += Number(compare(broken));
    }),
    { numRuns: 4000 },
  );
  expect(read).toBeGreaterThan(200);
});
