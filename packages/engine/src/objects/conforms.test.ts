// The quick answer is the answer of the comparison, whatever is wrong with an object.
import fc from 'fast-check';
import type { KindId } from '../model';
import { kindShapes } from '../model/generated/shapes';
import { Comparison } from './Comparison';
import { conforms } from './conforms';

const pod = {
  containers: [{ name: 'a', image: 'a:1', env: [{ name: 'A', value: '1' }], resources: { limits: { cpu: 1 } } }],
  volumes: [{ name: 'tmp', emptyDir: {} }],
  nodeSelector: { disk: 'ssd' },
  future: [1],
};
const objects: [KindId, object][] = [
  ['apps/v1/Deployment', { kind: 'Deployment', spec: { replicas: 2, selector: {}, template: { spec: pod } } }],
  ['networking.k8s.io/v1/Ingress', { spec: { rules: [{ http: { paths: [{ pathType: 'Exact', backend: {} }] } }] } }],
  ['v1/ConfigMap', { metadata: { name: 'a', labels: { a: 'b' } }, data: { a: 'b' } }],
];

/** Every place in a value, as a path. */
const placesIn = (value: unknown, path: readonly string[] = []): (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? [path, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))]
    : [path];

function replace(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  const copy: Record<string, unknown> = Array.isArray(value) ? ([...value] as never) : { ...(value as object) };
  copy[key] = replace(copy[key], rest, by);
  return copy;
}

it('agrees with the comparison', () => {
  const answers = new Set<boolean>();
  const wrong = fc.oneof(
    fc.constantFrom<unknown>(null, undefined, {}, [], [null], [{}], { name: 'x' }, [{ name: 'x' }], true),
    fc.oneof(fc.string(), fc.integer()),
  );
  fc.assert(
    fc.property(fc.constantFrom(...objects), fc.nat(), wrong, ([kind, object], at, by) => {
      const places = placesIn(object).slice(1);
      const changed = replace(object, places[at % places.length], by) as object;
      const comparison = new Comparison();
      const same = comparison.value(changed, kindShapes[kind], '') === changed && comparison.misfits.length === 0;
      answers.add(same);
      expect({ changed, conforms: conforms(changed, kind) }).toEqual({ changed, conforms: same });
    }),
    { numRuns: 1000 },
  );
  expect(answers.size).toBe(2);
});
