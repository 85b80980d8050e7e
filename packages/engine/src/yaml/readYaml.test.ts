// The quick reader reads what the library reads, or nothing: the corners of YAML one by one.
import { CORE_SCHEMA, loadAll, mergeTag } from 'js-yaml';
import { readYaml } from './readYaml';

const library = (text: string) => loadAll(text, { schema: CORE_SCHEMA.withTags(mergeTag), maxDepth: 200 });

const listOf = (words: string) => words.split(' ');
const numbers = [
  ...listOf('0 7 -7 +1 -0 012 0o14 0o8 0x1F 0xg 0b11 1_000 1e3 1E-3 1. .5 -.5 -0.0 1.0 1e400 123456789012345 + . ..'),
  ...listOf('.inf -.Inf +.INF .nan .NaN -.nan 1234567890123456789 0x1FFFFFFFFFFFFFFFFF 1.2.3 100m 1Gi 10.0.0.1 1:30'),
];
const words = [
  ...listOf('true True TRUE tRUE false yes no on off y null Null NULL nULL ~ ~x = ünï infinite a#b a:b <none> $(VAR)'),
  ...['2026-01-01T00:00:00Z', 'http://a/b?c#d', "it's", 'a "b" c'],
];
const values = [...numbers, ...words, '<<', ':8080', '-x', '--flag=1', '?x'];

const accepted: [string, string][] = [
  ...values.map((text): [string, string] => [`the plain value ${text}`, `a: ${text}\nb:\n- ${text}\nc: [${text}]`]),
  ...[...numbers.filter(text => !/^[-.]/.test(text)), ...words].map((text): [string, string] => [
    `the plain key ${text}`,
    `${text}: 1\nb:\n  ${text}: 2`,
  ]),
  [
    'comments',
    '# one\na: b # two\n# three\nc: # four\n  # five\n  d: "e" # six\nf: [g] # seven\nh:\n- i # eight\n# nine',
  ],
  ['nothing behind a key or hyphen', 'a:\nb: # c\nd:\n-\n-   \n- # e\n- f:\n  g:\nh:'],
  [
    'sequences at the column of their key',
    'a:\n- b\n- c: d\n  e:\n  - f\n  - - g\n    - h\n  -   i: j\n      k: l\nm: n',
  ],
  ['single quotes', "a: 'b'\nb: 'it''s'\nc: ''\nd: '''x'''\n'e: f': ' g '\ng: '# no'\nh: '\\n'"],
  [
    'double quotes',
    'a: "b"\n"c\\td": "\\0\\a\\b\\t\\n\\v\\f\\r\\e\\ \\"\\/\\\\\\N\\_\\L\\P\\x41\\u00e9\\ud83d\\ude00"\nd: ""\ne: " f "',
  ],
  ['folded quotes', 'a: "b  \n  c\n\n\n  d \\\n  \\ e"\nf: \'g\n\n  h\'\ni:\n- "j\n  k"'],
  ['folded plain text', 'a: b\n  c  \n   d # e\nf: g\n\n\n  h\ni:\n- j\n  k\n  # l\nm: n'],
  [
    'literal text',
    'a: |\n  b\n   c\n\n  # d\n  e: f\n\n\ng: |-\n    h\n      \n    i\n\nj: |+ # k\n\n  l\n\nm:\n- |\n n\n- o: |\n   p\n',
  ],
  ['tabs in literal text', 'a: |\n  b\tc\n  d\n  \te\n'],
  ['folded text', 'a: >\n  b\n  c\n\n  d\n    e\n    f\n  g\n\n\nh: >-\n  i\n\n  j\n\nk: >+\n  l\n\n'],
  ['literal text without a newline at its end', 'a: |\n  b\n  c'],
  [
    'flow collections',
    'a: [b, "c", \'d\', [e], {f: g}, ]\nh: {i: j, "k":1, "l": {m: []}, n: {},}\no: [ ]\np: {q:[r]}\ns: [a#b, -c, a b]',
  ],
  ['quoted and numeric keys', '"a": 1\n\'b c\': 2\n8080: 3\n1.0: 4\n0x1F: 5\nnull: 6\ntrue: 7\nd e: 8\nf:g: 9'],
  ['keys that objects have', 'constructor: 1\ntoString: 2\nhasOwnProperty: {valueOf: 3}\n'],
  ['separators that are no line breaks', 'a: b\u2028c\nd: "e\u2029f"'],
];

it.each(accepted)('reads %s as the library does', (_what, text) => {
  const [value, ...others] = library(text);
  expect(others).toEqual([]);
  const read = readYaml(text);
  expect(read).toStrictEqual(value);
  // The order of keys is the order of what is reported.
  expect(JSON.stringify(read)).toBe(JSON.stringify(value));
});

const beyond: [string, string][] = [
  ['nothing', ''],
  ['a scalar', 'a'],
  ['a sequence', '- a'],
  ['a flow mapping', '{a: b}'],
  ['an indented mapping', '  a: b'],
  ['anchors and aliases', 'a: &x b\nc: *x'],
  ['tags', 'a: !!str 1'],
  ['a merge key', 'a: {<<: {b: c}}'],
  ['a merge key in a block', '<<: {b: c}'],
  ['a complex key', '? a\n: b'],
  ['a directive', '%YAML 1.2\na: b'],
  ['a marker', 'a: b\n---\nc: d'],
  ['an end marker with text', 'a: b\n... c: d'],
  ['two keys', 'a: b\nc: d\na: e'],
  ['two keys that mean the same', '1: a\n"1": b'],
  ['two keys in a flow', 'a: {b: 1, b: 2}'],
  ['__proto__', '__proto__: {a: 1}'],
  ['__proto__ in quotes', 'a: {"__proto__": 1}'],
  ['a tab', 'a:\n\tb: c'],
  ['a tab behind a colon', 'a:\tb'],
  ['a carriage return', 'a: b\r\nc: d'],
  ['a byte order mark', '\ufeffa: b'],
  ['a control character', 'a: b\x01'],
  ['half a surrogate', 'a: \ud800'],
  ['a null byte', 'a: b\0'],
  ['a colon in a plain value', 'a: b: c'],
  ['a hyphen behind a key', 'a: - b'],
  ['a hyphen alone', 'a: -'],
  ['an open quote', 'a: "b'],
  ['text behind a quote', 'a: "b" c'],
  ['a comment without a space', 'a: "b"#c'],
  ['an unknown escape', 'a: "\\q"'],
  ['a short escape', 'a: "\\u12"'],
  ['an open flow', 'a: [b'],
  ['an empty flow entry', 'a: [b,,c]'],
  ['a pair in a flow sequence', 'a: [b: c]'],
  ['a flow key without a value', 'a: {b, c: }'],
  ['a shallower line in quotes', 'a:\n  b: "c\n d"'],
  ['an indentation that fits nothing', 'a:\n    b: c\n  d: e'],
  ['a deeper line behind a value', 'a: "b"\n  c: d'],
  ['a deeper line behind a comment', 'a: b # c\n  d'],
  ['a hyphen among keys', 'a: b\n- c'],
  ['an indentation indicator', 'a: |2\n   b\n'],
  ['an empty literal', 'a: |\nb: c'],
  ['a deeper blank line before text', 'a: |\n     \n  b\n'],
  ['a reserved indicator', 'a: @b'],
  ['depth', Array.from({ length: 80 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')],
  ['depth in a flow', `a: ${'['.repeat(80)}${']'.repeat(80)}`],
];

it.each(beyond)('leaves %s to the library', (_what, text) => {
  expect(readYaml(text)).toBeUndefined();
});

it('reads many keys, and finds a key again', () => {
  const text = Array.from({ length: 20_000 }, (_, at) => `key-${at}: {same: ${at}}`).join('\n');
  expect(readYaml(text)).toStrictEqual(library(text)[0]);
});
