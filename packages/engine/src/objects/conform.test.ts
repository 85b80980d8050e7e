// What does not fit its type is named and left out, or read as what was meant; what fits is not touched.
import { conform } from './conform';

const deployment = (spec: object) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'shop' },
  spec: { selector: {}, template: { spec: { containers: [{ name: 'shop', ...spec }] } } },
});
const container = (object: unknown) =>
  (object as ReturnType<typeof deployment>).spec.template.spec.containers[0] as Record<string, unknown>;

it('gives back the very object where nothing is amiss', () => {
  const object = deployment({ image: 'shop:1', resources: { requests: { cpu: 1, memory: '1Gi' } }, futureField: [1] });
  const conformed = conform(object, 'apps/v1/Deployment');
  expect(conformed.object).toBe(object);
  expect(conformed.misfits).toEqual([]);
});

it.each<[string, object, object, Record<string, unknown>]>([
  ['a number for text', { image: 7 }, { expected: 'text', found: 'the number 7', taken: '"7"' }, { image: '7' }],
  ['text for a list', { env: 'A=1' }, { expected: 'a list', found: 'text' }, {}],
  ['a list for a mapping', { resources: [] }, { expected: 'a mapping', found: 'a list' }, {}],
  ['text for a boolean', { tty: 'true' }, { expected: 'true or false', found: 'text', taken: 'true' }, { tty: true }],
  ['a mapping for text', { image: {} }, { expected: 'text', found: 'a mapping' }, {}],
])('names %s', (_what, spec, misfit, expected) => {
  const { object, misfits } = conform(deployment(spec), 'apps/v1/Deployment');
  const path = `spec.template.spec.containers[0].${Object.keys(spec)[0]}`;
  expect(misfits).toEqual([{ path, ...misfit }]);
  expect(container(object)).toEqual({ name: 'shop', ...expected });
});

it('takes null for absent, and leaves out items that are none', () => {
  const spec = { image: null, env: [{ name: 'A', value: '1' }, null, 'B=2'] };
  const { object, misfits } = conform(deployment(spec), 'apps/v1/Deployment');
  expect(container(object)).toEqual({ name: 'shop', env: [{ name: 'A', value: '1' }] });
  expect(misfits.map(({ path }) => path.split('.').pop())).toEqual(['env[1]', 'env[2]']);
});

it('leaves out items that lack what makes them', () => {
  const rules = [{ http: { paths: [{ path: '/' }, { path: '/a', pathType: 'Exact', backend: {} }] } }];
  const ingress = { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata: { name: 'a' }, spec: { rules } };
  const { misfits } = conform(ingress, 'networking.k8s.io/v1/Ingress');
  expect(misfits).toEqual([
    { path: 'spec.rules[0].http.paths[0]', expected: 'a mapping with backend', found: 'one without' },
  ]);
});

it('does not change what it was given', () => {
  const object = deployment({ image: 7 });
  conform(object, 'apps/v1/Deployment');
  expect(container(object).image).toBe(7);
});
