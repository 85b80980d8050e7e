// Damages the files of each repository fixture, as texts and field by field: whatever stands there, there is a verdict.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckResult, RepositoryCheck } from '@maturity-roadmap/engine';
import { evaluateCheck, indexRepository, repositoryFileKind } from '@maturity-roadmap/engine';
import { parse, stringify } from 'yaml';
import { allChecks } from './generated/registry';

interface File {
  path: string;
  text: string;
}

const checks = allChecks.filter((check): check is RepositoryCheck => check.subject === 'repository');
const observedAt = '2026-01-01T12:00:00Z';
const deep = (levels: number): unknown => (levels === 0 ? 'end' : { a: [deep(levels - 1)] });
const values: unknown[] = [
  null,
  0,
  -1.5,
  '',
  'x',
  true,
  [],
  {},
  [null],
  [[]],
  { a: null },
  'x'.repeat(20_000),
  deep(40),
];

/** What may have happened to a file: cut off, garbled, saved by another editor. */
const mishaps: ((text: string) => string)[] = [
  text => text.slice(0, text.length / 2),
  text => text.slice(0, -3),
  text => text.replaceAll('\n', '\r\n'),
  text => `\ufeff${text}`,
  text => text.repeat(50),
  text => `${text}\n---\n${text}`,
  text => text.split('\n').reverse().join('\n'),
  text => text.replace(/\S+/g, '"'),
  text => text.replaceAll(':', ''),
];

/** Texts that are no such file at all, or one that never ends. */
const strangers = [
  '',
  '\0\u0001\u00ff\ufffd'.repeat(50),
  '['.repeat(3000),
  '{a: '.repeat(1500),
  '- '.repeat(2000),
  'a: &a [*a]\n',
  'a: &a {<<: *a}\n',
  'null',
  '42',
  '"x"',
  '[]',
  'x'.repeat(200_000),
  'FROM '.repeat(1000),
  `RUN ${'a && '.repeat(2000)}`,
  `RUN ${'$('.repeat(2000)}`,
  `RUN ${'"'.repeat(9999)}`,
  'FROM ${A:-${B:-${C}}}\nARG A=${A}\nENV A=$A\nRUN $A\n',
  'FROM a AS a\nFROM a AS a\nCOPY --from=a --from=9 . .\nCOPY --from=-1 a b\n',
  'FROM x\nRUN <<EOF <<EOF\nEOF\n',
  'FROM x\nRUN ["a", {"b": [null]}]\nENTRYPOINT [1]\nCMD {}\nUSER\nCOPY\nADD\nENV\nLABEL =\n',
  '\\\n'.repeat(3000),
  '!'.repeat(5000),
  '**/'.repeat(3000),
  '[a-'.repeat(2000),
  `${'*'.repeat(2000)}b\n!${'*a'.repeat(60)}`,
];

function filesBelow(folder: string, path = ''): File[] {
  return readdirSync(join(folder, path), { withFileTypes: true }).flatMap(entry => {
    const inner = path ? `${path}/${entry.name}` : entry.name;
    return entry.isDirectory()
      ? filesBelow(folder, inner)
      : [{ path: inner, text: readFileSync(join(folder, inner), 'utf8') }];
  });
}

function fixturesOf(check: RepositoryCheck): File[][] {
  const folder = join(__dirname, check.topic, check.id, 'fixtures');
  return readdirSync(folder).map(name => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [{ path: name, text: readFileSync(path, 'utf8') }];
  });
}

type Path = readonly (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries = Array.isArray(value) ? value.map((item, at) => [at, item] as const) : Object.entries(value);
  return [...(path.length > 0 ? [path] : []), ...entries.flatMap(([key, item]) => pathsOf(item, [...path, key]))];
}

function damaged(content: object, path: Path, value: unknown): string {
  const copy = structuredClone(content) as Record<string | number, unknown>;
  let parent = copy;
  for (const key of path.slice(0, -1)) parent = parent[key] as Record<string | number, unknown>;
  parent[path[path.length - 1]] = value;
  return stringify(copy);
}

/** The same file with each of its fields damaged in turn, if it has fields. */
function fieldDamages({ path, text }: File): string[] {
  if (!/\.(ya?ml|json|lock)$/.test(path)) return [];
  let content: unknown;
  try {
    content = parse(text, { logLevel: 'silent' });
  } catch {
    return [];
  }
  if (typeof content !== 'object' || content === null) return [];
  const whole: object = content;
  // Each field meets two of the values in turn; over all fields and fixtures every one has its turn.
  return pathsOf(whole).flatMap((field, turn) =>
    [0, 6].map(step => damaged(whole, field, values[(turn + step) % values.length])),
  );
}

function judge(check: RepositoryCheck, files: readonly File[]): CheckResult {
  const index = indexRepository(files, observedAt);
  const ref = { cluster: index.cluster, apiVersion: 'repository/v1', kind: 'Repository', name: 'fuzz' };
  return evaluateCheck(check, { ref, workloads: [] }, index);
}

describe.each(checks.map(check => [check.id, check] as const))('%s', (_id, check) => {
  it('judges damaged files', () => {
    const broken = new Set<string>();
    const met = new Set<string | undefined>();
    for (const files of fixturesOf(check)) {
      for (const file of files.filter(({ path }) => repositoryFileKind(path))) {
        const kind = repositoryFileKind(file.path);
        const damages = [...mishaps.map(damage => damage(file.text)), ...fieldDamages(file)];
        // These are the same in place of every file.
        if (!met.has(kind)) damages.push(...strangers);
        met.add(kind);
        for (const text of damages) {
          const result = judge(check, [...files.filter(one => one !== file), { path: file.path, text }]);
          if ('code' in result && result.code === 'checkFailed')
            broken.add(`${file.path} = ${JSON.stringify(text).slice(0, 60)}: ${result.reason}`);
        }
      }
    }
    expect([...broken]).toEqual([]);
  });
});
