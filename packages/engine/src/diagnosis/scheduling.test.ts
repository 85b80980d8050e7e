// The scheduler's sentences, taken apart.
import { parseUnschedulable } from './scheduling';

it.each<[string, string[]]>([
  ['0/3 nodes are available: 3 Insufficient memory.', ['insufficient 3: not enough memory']],
  [
    '0/6 nodes are available: 1 node(s) were unschedulable, 2 Insufficient nvidia.com/gpu, 3 node(s) had untolerated taint {dedicated: db, x}. preemption: 0/6 nodes are available: 6 Preemption is not helpful for scheduling.',
    [
      'unschedulable 1: it is cordoned',
      'insufficient 2: not enough nvidia.com/gpu',
      'taint 3: the taint dedicated: db, x is not tolerated',
    ],
  ],
  [
    "0/2 nodes are available: 2 node(s) didn't match Pod's node affinity/selector.",
    ['affinity 2: node selector or node affinity does not match'],
  ],
  [
    "0/2 nodes are available: 2 node(s) didn't match pod anti-affinity rules.",
    ['pod-anti-affinity 2: pods that it must not be near run there'],
  ],
  [
    "0/2 nodes are available: 2 node(s) didn't match pod topology spread constraints.",
    ['spread 2: it would break a topology spread constraint'],
  ],
  [
    '0/2 nodes are available: 1 node(s) had volume node affinity conflict, 1 Too many pods.',
    ['volume-zone 1: its volume lies in another zone', 'too-many-pods 1: it has as many pods as it may have'],
  ],
  [
    '0/2 nodes are available: pod has unbound immediate PersistentVolumeClaims.',
    ['volume-unbound: its claim is not bound to a volume'],
  ],
  ['persistentvolumeclaim "data" not found', ['claim-missing: the claim data does not exist']],
  ['', []],
])('%s', (message, expected) => {
  const found = parseUnschedulable(message).map(
    ({ id, nodes, what }) => `${id}${nodes === undefined ? '' : ` ${nodes}`}: ${what}`,
  );
  expect(found).toEqual(expected);
});
