// What is recorded of reading, and which changes it meets.
import type { KubernetesObject } from '../model';
import { ObjectIndex } from './ObjectIndex';
import { RecordingView, timeKey } from './RecordingView';

const object = (kind: string, name: string, namespace?: string, owner?: string) =>
  ({
    apiVersion: 'v1',
    kind,
    metadata: {
      name,
      ...(namespace ? { namespace } : {}),
      ...(owner ? { ownerReferences: [{ apiVersion: 'v1', kind: 'X', name: 'x', uid: owner, controller: true }] } : {}),
    },
  }) as unknown as KubernetesObject;

const view = new RecordingView(new ObjectIndex('prod', '2026-01-01T00:00:00Z'));
const meets = (read: () => unknown, changed: KubernetesObject) => {
  const { reads } = view.record(read);
  return view.keysOf(changed).some(key => reads.has(key));
};

it.each<[string, () => unknown, KubernetesObject, boolean]>([
  ['all of a kind', () => view.all('v1/Pod'), object('Pod', 'a', 'shop'), true],
  ['all of another kind', () => view.all('v1/Service'), object('Pod', 'a', 'shop'), false],
  ['its namespace', () => view.inNamespace('v1/Pod', 'shop'), object('Pod', 'a', 'shop'), true],
  ['another namespace', () => view.inNamespace('v1/Pod', 'web'), object('Pod', 'a', 'shop'), false],
  ['one of its namespace', () => view.get('v1/ConfigMap', 'shop', 'b'), object('ConfigMap', 'a', 'shop'), true],
  ['its controller', () => view.controlledBy('v1/Pod', 'u1'), object('Pod', 'a', 'shop', 'u1'), true],
  ['another controller', () => view.controlledBy('v1/Pod', 'u2'), object('Pod', 'a', 'shop', 'u1'), false],
  ['one of the cluster', () => view.find('v1/Node', 'n1'), object('Node', 'n1'), true],
  ['another of the cluster', () => view.find('v1/Node', 'n2'), object('Node', 'n1'), false],
  ['a table over the kind', () => view.revision('v1/Node'), object('Node', 'n1'), true],
])('whoever asked for %s', (_what, read, changed, expected) => {
  expect(meets(read, changed)).toBe(expected);
});

it('tells who asked for the time, and forgets between records', () => {
  expect([...view.record(() => view.observedAt).reads]).toEqual([timeKey]);
  expect(view.record(() => undefined).reads.size).toBe(0);
});
