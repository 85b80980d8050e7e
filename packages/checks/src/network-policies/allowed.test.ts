// Reachability as a truth table: policies, the two ends, the port, and whether the connection gets through.
import type { NetworkPolicyPeer } from 'kubernetes-types/networking/v1';
import { allowed } from './allowed';
import type { NetworkPeer, NetworkPod } from './rules';
import type { NetworkPolicy } from './selecting';

type Spec = NonNullable<NetworkPolicy['spec']>;

const namespaces = { web: { team: 'shop' }, data: { team: 'data' }, 'kube-system': {} };
const web: NetworkPod = { namespace: 'web', name: 'web-1', labels: { app: 'web', tier: 'front' }, ip: '10.1.0.5' };
const api: NetworkPod = {
  namespace: 'web',
  name: 'api-1',
  labels: { app: 'api' },
  ip: '10.1.0.6',
  ports: [
    { name: 'http', containerPort: 8080 },
    { name: 'metrics', containerPort: 9090 },
    { name: 'dns', containerPort: 53, protocol: 'UDP' },
  ],
};
const db: NetworkPod = { namespace: 'data', name: 'db-1', labels: { app: 'db' }, ip: '10.2.0.9' };
const node: NetworkPod = {
  namespace: 'data',
  name: 'agent',
  labels: { app: 'db' },
  ip: '192.168.7.1',
  hostNetwork: true,
};
const hosted: NetworkPod = { ...web, name: 'web-host', ip: '192.168.7.2', hostNetwork: true };
const unlisted: NetworkPod = { namespace: 'lab', name: 'job-1', labels: { app: 'job' }, ip: '10.3.0.1' };
const dns: NetworkPod = { namespace: 'kube-system', name: 'dns-1', labels: { 'k8s-app': 'kube-dns' }, ip: '10.9.0.2' };
const internet: NetworkPeer = { ip: '203.0.113.9' };

let count = 0;
const policy = (spec: Partial<Spec>, namespace = 'web'): NetworkPolicy => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: `policy-${++count}`, namespace },
  spec: { podSelector: {}, ...spec },
});
const from = (...peers: NetworkPolicyPeer[]): Partial<Spec> => ({ ingress: [{ from: peers }] });
const to = (...peers: NetworkPolicyPeer[]): Partial<Spec> => ({ policyTypes: ['Egress'], egress: [{ to: peers }] });
const app = (name: string) => ({ podSelector: { matchLabels: { app: name } } });
const team = (name: string) => ({ namespaceSelector: { matchLabels: { team: name } } });
const block = (cidr: string, ...except: string[]) => ({ ipBlock: { cidr, except } });
const namespaced = (name: string) => ({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } });
const where = (key: string, operator: string, ...values: string[]) => ({
  podSelector: { matchExpressions: [{ key, operator, ...(values.length > 0 ? { values } : {}) }] },
});
const egressOn = (...ports: object[]): Partial<Spec> => ({ policyTypes: ['Egress'], egress: [{ ports }] });
const onPorts = (...ports: object[]): Partial<Spec> => ({ ingress: [{ ports }] });

const denyIngress = policy({ policyTypes: ['Ingress'] });
const denyEgress = policy({ policyTypes: ['Egress'] });

it.each<[string, NetworkPolicy[], NetworkPeer, NetworkPeer, number | string, boolean]>([
  ['no policy', [], web, api, 8080, true],
  ['no policy, from outside', [], internet, api, 8080, true],
  ['default deny of ingress', [denyIngress], web, api, 8080, false],
  ['default deny of ingress leaves egress', [denyIngress], web, db, 5432, true],
  ['default deny of egress', [denyEgress], web, db, 5432, false],
  ['default deny of egress leaves ingress', [denyEgress], db, web, 80, true],
  ['a deny of another namespace', [policy({ policyTypes: ['Ingress'] }, 'data')], web, api, 8080, true],
  ['an absent policyTypes means ingress', [policy({})], web, api, 8080, false],
  [
    'an absent policyTypes leaves egress',
    [policy({ podSelector: { matchLabels: { app: 'web' } } })],
    web,
    api,
    80,
    true,
  ],
  ['empty egress without policyTypes isolates nothing', [policy({ ...app('web'), egress: [] })], web, db, 5432, true],
  [
    'egress rules without policyTypes isolate',
    [policy({ ...app('web'), egress: [{ to: [app('api')] }] })],
    web,
    db,
    1,
    false,
  ],
  ['a policy that does not select', [policy({ ...app('db'), policyTypes: ['Ingress'] })], web, api, 8080, true],
  ['policies add up', [denyIngress, policy(from(app('web')))], web, api, 8080, true],
  ['an empty rule allows all', [denyIngress, policy({ ingress: [{}] })], internet, api, 8080, true],
  ['empty peers allow all', [policy({ ingress: [{ from: [] }] })], internet, api, 8080, true],
  ['empty rules allow none', [policy({ ingress: [] })], web, api, 8080, false],
  ['a pod selector means the own namespace', [policy(from(app('db')))], db, api, 8080, false],
  ['a namespace selector', [policy(from(team('data')))], db, api, 8080, true],
  ['a namespace selector leaves others out', [policy(from(team('data')))], web, api, 8080, false],
  ['all namespaces', [policy(from({ namespaceSelector: {} }))], db, api, 8080, true],
  ['all namespaces are not the internet', [policy(from({ namespaceSelector: {} }))], internet, api, 8080, false],
  ['both selectors of a peer: both match', [policy(from({ ...team('data'), ...app('db') }))], db, api, 8080, true],
  ['both selectors of a peer: one matches', [policy(from({ ...team('data'), ...app('web') }))], db, api, 8080, false],
  ['two peers: one matches', [policy(from(team('data'), app('x')))], db, api, 8080, true],
  [
    'the name label of a namespace',
    [policy(from({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'data' } } }))],
    db,
    api,
    8080,
    true,
  ],
  [
    'NotIn matches an absent key',
    [policy(from({ podSelector: { matchExpressions: [{ key: 'tier', operator: 'NotIn', values: ['back'] }] } }))],
    api,
    web,
    80,
    true,
  ],
  ['a block', [policy(from(block('203.0.113.0/24')))], internet, api, 8080, true],
  ['a block without the address', [policy(from(block('198.51.100.0/24')))], internet, api, 8080, false],
  ['an exception of a block', [policy(from(block('203.0.0.0/16', '203.0.113.0/28')))], internet, api, 8080, false],
  ['beside the exception', [policy(from(block('203.0.0.0/16', '203.0.113.16/28')))], internet, api, 8080, true],
  ['a block of pods', [policy(from(block('10.2.0.0/16')))], db, api, 8080, true],
  ['a block for IPv6', [policy(from(block('2001:db8::/32')))], { ip: '2001:db8::7' }, api, 8080, true],
  ['a block of the other family', [policy(from(block('::/0')))], internet, api, 8080, false],
  ['a block that can not be read', [policy(from(block('everywhere')))], internet, api, 8080, false],
  ['a pod on the network of its node is no pod', [policy(from(team('data')))], node, api, 8080, false],
  ['a pod on the network of its node has its address', [policy(from(block('192.168.0.0/16')))], node, api, 80, true],
  ['no policy stops a pod on its node', [policy({ policyTypes: ['Ingress'] }, 'data')], web, node, 22, true],
  ['a port', [policy(onPorts({ port: 8080 }))], web, api, 8080, true],
  ['another port', [policy(onPorts({ port: 8080 }))], web, api, 9090, false],
  ['a range', [policy(onPorts({ port: 8000, endPort: 9000 }))], web, api, 8080, true],
  ['the end of a range', [policy(onPorts({ port: 8000, endPort: 8080 }))], web, api, 8080, true],
  ['past a range', [policy(onPorts({ port: 8000, endPort: 8079 }))], web, api, 8080, false],
  ['a named port', [policy(onPorts({ port: 'http' }))], web, api, 8080, true],
  ['a named port of another number', [policy(onPorts({ port: 'http' }))], web, api, 9090, false],
  ['a name that the pod does not have', [policy(onPorts({ port: 'http' }))], api, web, 8080, false],
  [
    'a named port of the destination for egress',
    [policy({ ...to(), egress: [{ ports: [{ port: 'http' }] }] })],
    web,
    api,
    8080,
    true,
  ],
  ['a protocol without port', [policy(onPorts({ protocol: 'UDP' }))], web, api, '53/UDP', true],
  ['a protocol without port leaves others', [policy(onPorts({ protocol: 'UDP' }))], web, api, 53, false],
  ['TCP is the default', [policy(onPorts({ port: 53 }))], web, api, '53/UDP', false],
  ['a named port of a protocol', [policy(onPorts({ port: 'dns', protocol: 'UDP' }))], web, api, '53/UDP', true],
  ['both sides must allow: egress does not', [policy({ ...to(app('api')), ...app('web') })], web, db, 5432, false],
  ['both sides must allow: ingress does not', [policy(to(team('data'))), policy({}, 'data')], web, db, 5432, false],
  ['both sides allow', [policy(to(team('data'))), policy(from(team('shop')), 'data')], web, db, 5432, true],
  ['egress to a block', [policy(to(block('203.0.113.0/24')))], web, internet, 443, true],
  ['egress to the rest', [policy(to(block('0.0.0.0/0', '203.0.113.0/24')))], web, internet, 443, false],
  ['inside one pod', [denyIngress, denyEgress], api, api, 9090, true],
  // Which pods a policy is about.
  ['a policy without a pod selector selects all', [policy({ podSelector: undefined })], web, api, 80, false],
  ['a policy by expression: In', [policy(where('app', 'In', 'api', 'x'))], web, api, 80, false],
  ['a policy by expression: not In', [policy(where('app', 'In', 'x'))], web, api, 80, true],
  ['a policy by expression: Exists', [policy(where('tier', 'Exists'))], api, web, 80, false],
  ['a policy by expression: not Exists', [policy(where('tier', 'Exists'))], web, api, 80, true],
  ['a policy by expression: DoesNotExist', [policy(where('tier', 'DoesNotExist'))], web, api, 80, false],
  [
    'labels and expressions must both match',
    [policy({ podSelector: { ...app('api').podSelector, ...where('tier', 'Exists').podSelector } })],
    web,
    api,
    80,
    true,
  ],
  [
    'ingress rules without the type Ingress are void',
    [policy({ policyTypes: ['Egress'], ingress: [], egress: [{}] })],
    web,
    api,
    80,
    true,
  ],
  [
    'egress rules without the type Egress are void',
    [policy({ policyTypes: ['Ingress'], ingress: [{}], egress: [] })],
    api,
    web,
    80,
    true,
  ],
  ['both types without rules deny both', [policy({ policyTypes: ['Ingress', 'Egress'] })], web, db, 80, false],
  ['egress rules without types isolate ingress too', [policy({ ...app('web'), egress: [{}] })], api, web, 80, false],
  // Whom a peer means.
  ['a peer that says nothing means nobody', [policy(from({}))], web, api, 80, false],
  ['an empty pod selector means the own namespace', [policy(from({ podSelector: {} }))], web, api, 80, true],
  ['an empty pod selector means no other namespace', [policy(from({ podSelector: {} }))], db, api, 80, false],
  ['pods of all namespaces by label', [policy(from({ namespaceSelector: {}, ...app('db') }))], db, api, 80, true],
  [
    'pods of all namespaces by another label',
    [policy(from({ namespaceSelector: {}, ...app('x') }))],
    db,
    api,
    80,
    false,
  ],
  ['a namespace nobody listed still has its name', [policy(from(namespaced('lab')))], unlisted, api, 80, true],
  ['a namespace nobody listed has no other label', [policy(from(team('lab')))], unlisted, api, 80, false],
  [
    'NotIn of namespaces matches those without the label',
    [policy(from({ namespaceSelector: { matchExpressions: [{ key: 'team', operator: 'NotIn', values: ['shop'] }] } }))],
    unlisted,
    api,
    80,
    true,
  ],
  [
    'a pod without an address is in no block',
    [policy(from(block('0.0.0.0/0')))],
    { ...db, ip: undefined },
    api,
    80,
    false,
  ],
  ['a block of one address', [policy(from(block('203.0.113.9/32')))], internet, api, 80, true],
  ['the last address of a block', [policy(from(block('203.0.113.0/29')))], { ip: '203.0.113.7' }, api, 80, true],
  ['past a block', [policy(from(block('203.0.113.0/29')))], { ip: '203.0.113.8' }, api, 80, false],
  [
    'an exception of one block in another',
    [policy(from(block('0.0.0.0/0', '203.0.113.0/24'), block('203.0.113.9/32')))],
    internet,
    api,
    80,
    true,
  ],
  [
    'an exception of one policy in another',
    [policy(from(block('0.0.0.0/0', '203.0.113.0/24'))), policy(from(block('203.0.113.0/24')))],
    internet,
    api,
    80,
    true,
  ],
  [
    'an IPv6 exception',
    [policy(from(block('2001:db8::/32', '2001:db8:1::/48')))],
    { ip: '2001:db8:1::7' },
    api,
    80,
    false,
  ],
  [
    'an IPv4 address in IPv6 form',
    [policy(from(block('203.0.113.0/24')))],
    { ip: '::ffff:203.0.113.9' },
    api,
    80,
    true,
  ],
  // Which port.
  ['SCTP', [policy(onPorts({ protocol: 'SCTP', port: 7777 }))], web, api, '7777/SCTP', true],
  ['SCTP is not TCP', [policy(onPorts({ protocol: 'SCTP', port: 7777 }))], web, api, 7777, false],
  ['SCTP is not let through by TCP', [policy(onPorts({ port: 7777 }))], web, api, '7777/SCTP', false],
  ['all ports of SCTP', [policy(onPorts({ protocol: 'SCTP' }))], web, api, '1/SCTP', true],
  ['no ports mean every protocol', [policy(from(app('web')))], web, api, '9/SCTP', true],
  ['several ports: one matches', [policy(onPorts({ port: 1 }, { port: 8080 }))], web, api, 8080, true],
  [
    'a port of one rule and a peer of another',
    [
      policy({
        ingress: [
          { from: [app('web')], ports: [{ port: 1 }] },
          { from: [app('x')], ports: [{ port: 2 }] },
        ],
      }),
    ],
    web,
    api,
    2,
    false,
  ],
  [
    'the peer matches and the port does not',
    [policy({ ingress: [{ from: [app('web')], ports: [{ port: 1 }] }] })],
    web,
    api,
    2,
    false,
  ],
  [
    'the port matches and the peer does not',
    [policy({ ingress: [{ from: [app('x')], ports: [{ port: 1 }] }] })],
    web,
    api,
    1,
    false,
  ],
  ['the start of a range', [policy(onPorts({ port: 8080, endPort: 8090 }))], web, api, 8080, true],
  ['before a range', [policy(onPorts({ port: 8080, endPort: 8090 }))], web, api, 8079, false],
  ['a range of UDP', [policy(onPorts({ port: 5000, endPort: 5010, protocol: 'UDP' }))], web, api, '5005/UDP', true],
  [
    'a range of UDP is not one of TCP',
    [policy(onPorts({ port: 5000, endPort: 5010, protocol: 'UDP' }))],
    web,
    api,
    5005,
    false,
  ],
  ['a range of egress', [policy(egressOn({ port: 32000, endPort: 32768 }))], web, internet, 32500, true],
  ['past a range of egress', [policy(egressOn({ port: 32000, endPort: 32768 }))], web, internet, 32769, false],
  ['a named port in another protocol', [policy(onPorts({ port: 'dns' }))], web, api, '53/UDP', false],
  ['a named port of the source means nothing', [policy(egressOn({ port: 'http' }))], api, web, 8080, false],
  ['a named port of an address outside', [policy(egressOn({ port: 'http' }))], web, internet, 8080, false],
  [
    'a named port on the network of a node',
    [policy(egressOn({ port: 'http' }))],
    web,
    { ...api, hostNetwork: true },
    8080,
    false,
  ],
  // Egress by namespace, as for the DNS of the cluster.
  ['egress to a namespace by its name', [policy(to(namespaced('kube-system')))], web, dns, '53/UDP', true],
  [
    'egress to pods of a namespace',
    [policy(to({ ...namespaced('kube-system'), podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } } }))],
    web,
    dns,
    '53/UDP',
    true,
  ],
  [
    'egress to other pods of a namespace',
    [policy(to({ ...namespaced('kube-system'), podSelector: { matchLabels: { 'k8s-app': 'x' } } }))],
    web,
    dns,
    '53/UDP',
    false,
  ],
  [
    'egress to the pods in the own namespace only',
    [policy(to({ podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } } }))],
    web,
    dns,
    '53/UDP',
    false,
  ],
  ['egress to all namespaces is not the internet', [policy(to({ namespaceSelector: {} }))], web, internet, 443, false],
  ['egress to everyone on one port', [policy(egressOn({ port: 443 }))], web, internet, 443, true],
  ['egress to everyone on another port', [policy(egressOn({ port: 443 }))], web, internet, 80, false],
  [
    'egress to a namespace leaves the ingress of that namespace to say',
    [policy(to(team('data'))), policy(from(app('x')), 'data')],
    web,
    db,
    1,
    false,
  ],
  // On the network of the node.
  ['no egress policy stops a pod on its node', [denyEgress], hosted, db, 5432, true],
  ['a pod on its node is none to its own namespace', [policy(from({ podSelector: {} }))], hosted, api, 80, false],
  ['a pod on its node is let in where everyone is', [policy({ ingress: [{}] })], hosted, api, 80, true],
  ['egress to a pod on its node by selector', [policy(to(team('data')))], web, node, 22, false],
  ['egress to a pod on its node by address', [policy(to(block('192.168.7.0/24')))], web, node, 22, true],
  ['between two pods of one workload', [denyIngress], { ...api, name: 'api-2' }, api, 9090, false],
])('%s', (_what, policies, source, destination, wanted, expected) => {
  const [port, protocol = 'TCP'] = String(wanted).split('/');
  const connection = { port: Number(port), protocol: protocol as 'TCP' | 'UDP' | 'SCTP' };
  expect(allowed(source, destination, connection, { policies, namespaces }).allowed).toBe(expected);
});

it('names the policies of each side', () => {
  const [deny, allow, egress] = [denyIngress, policy(from(app('web'))), policy({ ...to(app('db')), ...app('web') })];
  const named = (one: NetworkPolicy) => `web/${one.metadata.name}`;
  expect(allowed(web, api, { port: 8080 }, { policies: [deny, allow, egress] })).toEqual({
    allowed: false,
    egress: { isolated: true, allowed: false, by: [named(egress)] },
    ingress: { isolated: true, allowed: true, by: [named(allow)] },
  });
});
