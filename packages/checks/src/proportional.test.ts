// What a check looks at does not grow with the cluster: with six times the namespaces it reads as many objects.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Check, KindId, KubernetesObject, ObjectView, Workload } from '@maturity-roadmap/engine';
import {
  ObjectIndex,
  evaluateCheck,
  kindDefinition,
  kindIdOf,
  parseManifests,
  resolveWorkloads,
} from '@maturity-roadmap/engine';
import { allChecks } from './generated/registry';

const observedAt = '2026-01-01T12:00:00Z';
const few = 4;
const many = 24;

/** Kinds without namespace of which there are more with every team. */
const grows = new Set<string>(['v1/Namespace', 'apiextensions.k8s.io/v1/CustomResourceDefinition']);

/** What stands in it, with references to another namespace turned to the one of that team. */
function turned(value: unknown, at: number): unknown {
  if (Array.isArray(value)) return value.map(item => turned(item, at));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] =>
    key === 'namespace' && typeof inner === 'string' ? [key, `${inner}-${at}`] : [key, turned(inner, at)],
  );
  return Object.fromEntries(entries);
}

/** The same object as another team would have it. */
function copyOf(original: KubernetesObject, at: number): KubernetesObject {
  const { metadata } = original;
  const object = turned(original, at) as KubernetesObject;
  const own = (uid: string | undefined) => (uid === undefined ? undefined : `${uid}-${at}`);
  const ownerReferences = metadata.ownerReferences?.map(owner => ({ ...owner, uid: own(owner.uid)! }));
  const isNamespaced = kindDefinition(kindIdOf(object.apiVersion, object.kind)!).namespaced;
  const name = isNamespaced ? metadata.name : `${metadata.name}-${at}`;
  const namespace = isNamespaced ? { namespace: `${metadata.namespace ?? 'default'}-${at}` } : {};
  const uid = metadata.uid === undefined ? {} : { uid: own(metadata.uid) };
  return { ...object, metadata: { ...metadata, name, ...namespace, ...uid, ownerReferences } } as KubernetesObject;
}

function clusterOf(objects: readonly KubernetesObject[], teams: number): ObjectIndex {
  const index = new ObjectIndex('cluster', observedAt);
  for (let at = 0; at < teams; at++)
    for (const object of objects) {
      const kind = kindIdOf(object.apiVersion, object.kind);
      if (!kind || (at > 0 && !kindDefinition(kind).namespaced && !grows.has(kind))) continue;
      index.upsert(at === 0 ? object : copyOf(object, at));
    }
  return index;
}

/** A view that counts the objects that are taken out of its lists. */
function counting(index: ObjectIndex): { view: ObjectView<KindId>; taken: () => number } {
  let count = 0;
  const watched = <T extends object>(list: T): T =>
    new Proxy(list, {
      get(target, key) {
        if (typeof key === 'string' && /^\d+$/.test(key)) count += 1;
        return Reflect.get(target, key) as unknown;
      },
    });
  const view: ObjectView<KindId> = Object.assign(Object.create(index) as ObjectIndex, {
    all: (kind: KindId) => watched(index.all(kind)),
    inNamespace: (kind: KindId, namespace: string) => watched(index.inNamespace(kind, namespace)),
    controlledBy: (kind: KindId, uid: string) => watched(index.controlledBy(kind, uid)),
  });
  return { view, taken: () => count };
}

/** How many objects judging one workload takes, once what is worked out for the whole cluster is there. */
function taken(check: Check, objects: readonly KubernetesObject[], teams: number): number {
  const { view, taken: soFar } = counting(clusterOf(objects, teams));
  const workloads = resolveWorkloads(clusterOf(objects, teams));
  const subjectOf = (of: readonly Workload[]) =>
    of.find(({ object }) => object.metadata.annotations?.['maturity/subject']) ?? of[0];
  const isFirst = ({ namespace }: Workload) => !/-\d+$/.test(namespace);
  const subject = subjectOf(workloads.filter(isFirst));
  const another = subjectOf(workloads.filter(workload => !isFirst(workload)));
  for (const workload of [subject, another]) evaluateCheck(check, workload, view);
  const before = soFar();
  evaluateCheck(check, subject, view);
  return soFar() - before;
}

const checks = allChecks.filter(({ subject }) => subject === 'workload');

it.each(checks.map(check => [check.id, check] as const))('%s looks at its surroundings only', (id, check) => {
  const folder = join(__dirname, check.topic, id, 'fixtures');
  const fixtures = readdirSync(folder).filter(name => name.endsWith('.yaml'));
  expect(fixtures.length).toBeGreaterThan(0);
  const counts = fixtures.map(name => {
    const { objects } = parseManifests(readFileSync(join(folder, name), 'utf8'), name);
    const read = objects.map(({ object }) => object);
    return { name, few: taken(check, read, few), many: taken(check, read, many) };
  });
  expect(counts.filter(count => count.many > count.few)).toEqual([]);
});
