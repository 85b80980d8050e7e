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
  ['between two pods of one workload', [denyIngress], { ...api, name: 'api-2' }, api, 9090, false],
])('%s', (_what, policies, source, destination, wanted, expected) => {
  const [port, protocol = 'TCP'] = String(wanted).split('/');
  const connection = { port: Number(port), protocol: protocol as 'TCP' | 'UDP' };
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
