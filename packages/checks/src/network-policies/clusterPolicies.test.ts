// ClusterNetworkPolicy as a truth table: tier, priority, order of rules, protocols and peers.
import { allowed } from './allowed';
import type { ClusterPolicy } from './clusterPolicies';
import type { NetworkPeer, NetworkPod } from './rules';
import type { NetworkPolicy } from './selecting';

const namespaces = { shop: { tenant: 'shop' }, bank: { tenant: 'bank' } };
const shop: NetworkPod = { namespace: 'shop', name: 'shop-1', labels: { app: 'shop' }, ip: '10.1.0.5' };
const bank: NetworkPod = {
  namespace: 'bank',
  name: 'bank-1',
  labels: { app: 'bank' },
  ip: '10.1.0.6',
  ports: [{ name: 'metrics', containerPort: 9090, protocol: 'TCP' }],
};
const outside: NetworkPeer = { ip: '203.0.113.9' };
const node: NetworkPeer = { ip: '192.168.0.1', nodeLabels: { 'kubernetes.io/os': 'linux' } };

type Spec = NonNullable<ClusterPolicy['spec']>;
let count = 0;
const policy = (spec: Spec): ClusterPolicy => ({
  apiVersion: 'policy.networking.k8s.io/v1alpha2',
  kind: 'ClusterNetworkPolicy',
  metadata: { name: `policy-${++count}` },
  spec: { tier: 'Admin', priority: 10, subject: { namespaces: {} }, ...spec },
});
const everyone = [{ namespaces: {} }];
const tcp = (number: number) => ({ tcp: { destinationPort: { number } } });
const deny = { action: 'Deny', from: everyone };
const accept = { action: 'Accept', from: everyone };
const denyOn = (...protocols: NonNullable<Spec['ingress']>[number]['protocols'] & object): Spec => ({
  ingress: [{ ...deny, protocols }],
});
const denyTo = (to: NonNullable<Spec['egress']>[number]['to']): Spec => ({ egress: [{ action: 'Deny', to }] });
const own = (ingress: object[]): NetworkPolicy => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'own', namespace: 'bank' },
  spec: { podSelector: {}, policyTypes: ['Ingress'], ingress },
});

it.each<[string, Spec[], NetworkPolicy[], NetworkPeer, NetworkPeer, number, boolean]>([
  ['a rule denies', [{ ingress: [deny] }], [], shop, bank, 80, false],
  ['the first rule decides', [{ ingress: [accept, deny] }], [], shop, bank, 80, true],
  [
    'the lowest number is asked first',
    [
      { priority: 20, ingress: [accept] },
      { priority: 5, ingress: [deny] },
    ],
    [],
    shop,
    bank,
    80,
    false,
  ],
  ['the admin tier comes before NetworkPolicies', [{ ingress: [deny] }], [own([{}])], shop, bank, 80, false],
  ['the baseline after them', [{ tier: 'Baseline', ingress: [deny] }], [own([{}])], shop, bank, 80, true],
  ['and where none isolates', [{ tier: 'Baseline', ingress: [deny] }], [], shop, bank, 80, false],
  [
    'a pass skips the rest of its tier',
    [{ ingress: [{ ...deny, action: 'Pass' }] }, { priority: 20, ingress: [deny] }],
    [],
    shop,
    bank,
    80,
    true,
  ],
  [
    'the baseline has priorities too',
    [
      { tier: 'Baseline', priority: 20, ingress: [deny] },
      { tier: 'Baseline', priority: 5, ingress: [accept] },
    ],
    [],
    shop,
    bank,
    80,
    true,
  ],
  ['a policy without tier says nothing', [{ tier: undefined, ingress: [deny] }], [], shop, bank, 80, true],
  ['a port is meant', [denyOn(tcp(80))], [], shop, bank, 80, false],
  ['and no other', [denyOn(tcp(80))], [], shop, bank, 81, true],
  ['nor another protocol', [denyOn({ udp: { destinationPort: { number: 80 } } })], [], shop, bank, 80, true],
  ['a range', [denyOn({ tcp: { destinationPort: { range: { start: 80, end: 90 } } } })], [], shop, bank, 90, false],
  ['past a range', [denyOn({ tcp: { destinationPort: { range: { start: 80, end: 90 } } } })], [], shop, bank, 91, true],
  ['all of a protocol', [denyOn({ tcp: {} })], [], shop, bank, 7, false],
  ['a named port', [denyOn({ destinationNamedPort: 'metrics' })], [], shop, bank, 9090, false],
  ['a protocol not known here', [denyOn({} as object)], [], shop, bank, 80, true],
  ['a network', [denyTo([{ networks: ['203.0.113.0/24'] }])], [], shop, outside, 443, false],
  [
    'a node by its labels',
    [denyTo([{ nodes: { matchLabels: { 'kubernetes.io/os': 'linux' } } }])],
    [],
    shop,
    node,
    1,
    false,
  ],
  ['no node where none is told', [denyTo([{ nodes: {} }])], [], shop, outside, 443, true],
  [
    'a domain name, which no address tells',
    [denyTo([{ domainNames: ['example.com'] } as object])],
    [],
    shop,
    outside,
    443,
    true,
  ],
])('%s', (_what, specs, policies, source, destination, port, expected) => {
  const set = { policies, namespaces, cluster: specs.map(policy) };
  expect(allowed(source, destination, { port }, set).allowed).toBe(expected);
});

it('names the policy and the tier that decided', () => {
  const cluster = [policy({ tier: 'Baseline', ingress: [deny] })];
  expect(allowed(shop, bank, { port: 80 }, { policies: [], namespaces, cluster }).ingress).toEqual({
    isolated: false,
    allowed: false,
    by: [cluster[0].metadata.name],
    tier: 'baseline',
  });
});
