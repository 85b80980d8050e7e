// What a check can't see, by the names in its source, never changes what it finds: tried with every field of its fixtures.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { KubernetesObject, WorkloadCheck } from '@maturity-roadmap/engine';
import {
  ObjectIndex,
  Projector,
  changedFields,
  evaluateCheck,
  kindIdOf,
  parseManifests,
  resolveWorkloads,
} from '@maturity-roadmap/engine';
import { asServed, fleet } from '@maturity-roadmap/engine/testing';
import { fieldsOf } from './fieldsOf';
import { fieldsRead } from './generated/fieldsRead';
import { allChecks } from './generated/registry';

const checks = allChecks.filter((check): check is WorkloadCheck => check.subject === 'workload');
const projector = new Projector({ fields: fieldsRead });

function fixturesOf({ topic, id }: WorkloadCheck): KubernetesObject[][] {
  const folder = join(__dirname, topic, id, 'fixtures');
  const names = readdirSync(folder).filter(name => name.endsWith('.yaml'));
  return names.map(name =>
    parseManifests(readFileSync(join(folder, name), 'utf8'), name).objects.map(({ object }) => object),
  );
}

type Path = readonly (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [path, ...entries.flatMap(([key, item]) => pathsOf(item, [...path, key]))];
}

/** Another value of the same type, or none at all. */
const others: ((value: unknown) => unknown)[] = [
  () => undefined,
  value => {
    if (typeof value === 'string') return value === 'True' ? 'False' : `${value}-other`;
    if (typeof value === 'number') return value + 1;
    if (typeof value === 'boolean') return !value;
    return Array.isArray(value) ? [] : {};
  },
];

function changed(object: KubernetesObject, path: Path, other: (value: unknown) => unknown): KubernetesObject {
  const copy = JSON.parse(JSON.stringify(object)) as KubernetesObject;
  let parent = copy as unknown as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) parent = parent[key] as Record<string | number, unknown>;
  const key = path.at(-1)!;
  const value = other(parent[key]);
  if (value === undefined && Array.isArray(parent)) parent.splice(key as number, 1);
  else if (value === undefined) delete parent[key];
  else parent[key] = value;
  return copy;
}

function indexOf(objects: Iterable<KubernetesObject>): ObjectIndex {
  const index = new ObjectIndex('one', '2026-01-01T12:00:00Z');
  for (const object of objects) index.upsert(object);
  return index;
}

const judge = (check: WorkloadCheck, index: ObjectIndex) =>
  JSON.stringify(resolveWorkloads(index).map(workload => evaluateCheck(check, workload, index)));

/** Every object with one thing changed, and the fields that thus differ. */
function* changesOf(objects: readonly KubernetesObject[]) {
  for (const object of objects) {
    const kind = kindIdOf(object.apiVersion, object.kind);
    if (!kind) continue;
    for (const path of pathsOf(object).filter(({ length }) => length > 1))
      for (const other of others) {
        const after = projector.project(changed(object, path, other));
        const fields = changedFields(object, after, kind);
        const what = `${object.kind} ${path.join('.')} (${[...fields].join(', ')})`;
        if (fields.size > 0) yield { object, after, fields, what };
      }
  }
}

/** What some checks find of a change that they should not see. */
function findWrong(some: readonly WorkloadCheck[], written: readonly KubernetesObject[]) {
  const objects = written.map(object => projector.project(object));
  const index = indexOf(objects);
  const expected = new Map(some.map(check => [check, judge(check, index)]));
  const wrong = new Set<string>();
  let unseen = 0;
  for (const { object, after, fields, what } of changesOf(objects)) {
    const blind = some.filter(({ id }) => ![...fields].some(field => fieldsOf(id)!.has(field)));
    unseen += blind.length;
    index.remove(object);
    index.upsert(after);
    for (const check of blind) if (judge(check, index) !== expected.get(check)) wrong.add(`${check.id}: ${what}`);
    index.remove(after);
    index.upsert(object);
  }
  return { wrong: [...wrong], unseen };
}

it('knows fields of every check, and only of these', () => {
  expect(allChecks.filter(({ id }) => !fieldsOf(id))).toEqual([]);
  expect(fieldsOf('toString')).toBeUndefined();
  expect(fieldsOf('pod-readiness-probe')).toContain('readinessProbe');
  expect(fieldsOf('pod-readiness-probe')).not.toContain('nodeSelector');
});

it.each(checks.map(check => [check.id, check] as const))('%s', (_, check) => {
  expect(fixturesOf(check).flatMap(objects => findWrong([check], objects).wrong)).toEqual([]);
});

it('holds for all checks over objects with as many fields as they have in practice', () => {
  const objects = [...fleet({ components: 2 })].flatMap(one => one.objects).map(asServed);
  const { wrong, unseen } = findWrong(checks, objects);
  expect(wrong).toEqual([]);
  expect(unseen).toBeGreaterThan(100_000);
});
