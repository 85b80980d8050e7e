// Damages one field of each fixture at a time: whatever stands there, there is a verdict, and the input stays as it was.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { KubernetesObject, WorkloadCheck } from '@maturity-roadmap/engine';
import { evaluateCheck, indexManifests, ObjectIndex, parseManifests, resolveWorkloads } from '@maturity-roadmap/engine';
import { allChecks } from './generated/registry';

const checks = allChecks.filter((check): check is WorkloadCheck => check.subject === 'workload');
const observedAt = '2026-01-01T12:00:00Z';
const deep = (levels: number): unknown => (levels === 0 ? 'end' : { a: [deep(levels - 1)] });
const damages: unknown[] = [
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
  [0],
  { a: null },
  'x'.repeat(20_000),
  deep(40),
];

function manifestsOf(check: WorkloadCheck): { name: string; objects: KubernetesObject[] }[] {
  const folder = join(__dirname, check.topic, check.id, 'fixtures');
  return readdirSync(folder)
    .filter(name => /^(pass|fail|warn)\S*\.yaml$/.test(name))
    .map(name => {
      const { objects } = parseManifests(readFileSync(join(folder, name), 'utf8'), name);
      return { name, objects: objects.map(({ object }) => object) };
    });
}

/** Paths of all values below an object, containers and leaves alike. */
function pathsOf(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries = Array.isArray(value) ? value.map((item, at) => [at, item] as const) : Object.entries(value);
  return [...(path.length > 0 ? [path] : []), ...entries.flatMap(([key, item]) => pathsOf(item, [...path, key]))];
}

function damaged(objects: readonly KubernetesObject[], at: number, path: readonly (string | number)[], value: unknown) {
  const copy = JSON.parse(JSON.stringify(objects)) as KubernetesObject[];
  let parent = copy[at] as unknown as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) parent = parent[key] as Record<string | number, unknown>;
  parent[path[path.length - 1]] = value;
  return copy;
}

const judgeAll = (check: WorkloadCheck, index: ObjectIndex) =>
  resolveWorkloads(index).map(workload => evaluateCheck(check, workload, index));

/** Judges as the command does, from text. */
function judge(check: WorkloadCheck, objects: readonly KubernetesObject[]) {
  const text = objects.map(object => JSON.stringify(object)).join('\n---\n');
  return judgeAll(check, indexManifests('fuzz', parseManifests(text, 'fuzz.yaml').objects, observedAt).index);
}

/** Judges objects that nothing has looked at before, in the order given. */
function judgeRaw(check: WorkloadCheck, objects: readonly KubernetesObject[]) {
  const index = new ObjectIndex('raw', observedAt);
  for (const object of objects) index.upsert(object);
  return judgeAll(check, index);
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
  return value;
}

describe.each(checks.map(check => [check.id, check] as const))('%s', (_id, check) => {
  const fixtures = manifestsOf(check);

  it('judges damaged objects', () => {
    const broken = new Set<string>();
    for (const { name, objects } of fixtures.slice(0, 6)) {
      let turn = 0;
      objects.forEach((object, at) => {
        for (const path of pathsOf(object)) {
          // Each field meets three of the damages in turn; over all fields and fixtures every one has its turn.
          for (const step of [0, 5, 9]) {
            const value = damages[(turn + step) % damages.length];
            for (const result of judge(check, damaged(objects, at, path, value)))
              if ('code' in result && result.code === 'checkFailed')
                broken.add(
                  `${name}: ${object.kind} ${path.join('.')} = ${JSON.stringify(value).slice(0, 30)}: ${result.reason}`,
                );
          }
          turn++;
        }
      });
    }
    expect([...broken]).toEqual([]);
  });

  it('throws for no damage that gets past the readers', () => {
    for (const { objects } of fixtures.slice(0, 2)) {
      objects.forEach((object, at) =>
        pathsOf(object)
          .filter(([first]) => first !== 'apiVersion' && first !== 'kind' && first !== 'metadata')
          .forEach((path, turn) => {
            const copy = damaged(objects, at, path, damages[turn % damages.length]);
            expect(() => judgeRaw(check, copy)).not.toThrow();
          }),
      );
    }
  });

  it('changes nothing, and judges alike in whatever order objects came', () => {
    for (const { objects } of fixtures) {
      const results = judgeRaw(check, freeze(objects));
      expect(judgeRaw(check, [...objects].reverse())).toEqual(results);
      expect(results.every(result => !('code' in result) || result.code !== 'checkFailed')).toBe(true);
    }
  });
});
