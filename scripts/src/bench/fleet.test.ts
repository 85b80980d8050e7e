// The made-up fleet is always the same, and believable to the engine.
import { conform, kindIdOf, parseManifests, resolveWorkloads } from '@maturity-roadmap/engine';
import { indexOf, textsOf } from './engine';

const texts = textsOf(60);

it('makes the same objects each time, about 20 for a component', () => {
  expect(textsOf(60)).toEqual(texts);
  expect(texts.length / 60).toBeGreaterThan(18);
  expect(texts.length / 60).toBeLessThan(22);
});

it('makes objects that fit the types of their kinds', () => {
  const misfits = texts.flatMap((text): { path: string }[] => {
    const object = JSON.parse(text) as { apiVersion: string; kind: string };
    const kind = kindIdOf(object.apiVersion, object.kind);
    return kind ? [...conform(object, kind).misfits] : [{ path: object.kind }];
  });
  expect(misfits).toEqual([]);
});

it('is read and resolved to one workload for each component', () => {
  const { objects, problems } = parseManifests(texts.join('\n---\n'), 'fleet');
  expect(problems).toEqual([]);
  expect(resolveWorkloads(indexOf(objects.map(({ object }) => object)))).toHaveLength(60);
});
