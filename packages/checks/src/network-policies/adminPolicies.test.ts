// Policies of administrators as a truth table: what they decide before, and after, NetworkPolicies were asked.
import type { AdminNetworkRule } from '@maturity-roadmap/engine';
import type { NetworkPolicySet } from './allowed';
import { allowed } from './allowed';
import type { NetworkPeer, NetworkPod } from './rules';

const namespaces = { shop: { tenant: 'shop' }, bank: { tenant: 'bank' }, watch: { tenant: 'platform' } };
const pod = (namespace: string, ip: string, labels: Record<string, string> = { app: namespace }): NetworkPod => ({
  namespace,
  name: `${namespace}-${labels.app}`,
  labels,
  ip,
  ports: [
    { name: 'http', containerPort: 8080 },
    { name: 'query', containerPort: 5353, protocol: 'UDP' },
  ],
});
const [shop, bank, watch] = [pod('shop', '10.1.0.1'), pod('bank', '10.2.0.1'), pod('watch', '10.3.0.1')];
const batch = pod('bank', '10.2.0.2', { app: 'batch' });
const hosted: NetworkPod = { ...watch, name: 'agent', ip: '192.168.0.4', hostNetwork: true };
const resolver: NetworkPeer = { ip: '198.51.100.53' };

const tenant = (name: string) => ({ namespaces: { matchLabels: { tenant: name } } });
const everyone = { namespaces: {} };
const batchOfBank = {
  pods: { namespaceSelector: { matchLabels: namespaces.bank }, podSelector: { matchLabels: { app: 'batch' } } },
};
type Action = 'Allow' | 'Deny' | 'Pass';
const from = (action: Action, ...peers: AdminNetworkRule['from'] & object): AdminNetworkRule => ({
  action,
  from: peers,
});
const to = (action: Action, ...peers: AdminNetworkRule['to'] & object): AdminNetworkRule => ({ action, to: peers });
const on = (rule: AdminNetworkRule, ...ports: AdminNetworkRule['ports'] & object): AdminNetworkRule => ({
  ...rule,
  ports,
});

type Admin = NonNullable<NetworkPolicySet['admin']>[number];
const admin = (priority: number, spec: Admin['spec']): Admin => ({
  apiVersion: 'policy.networking.k8s.io/v1alpha1',
  kind: 'AdminNetworkPolicy',
  metadata: { name: `admin-${priority}` },
  spec: { priority, subject: everyone, ...spec },
});
type Baseline = NonNullable<NetworkPolicySet['baseline']>[number];
const baseline = (spec: Baseline['spec']): Baseline => ({
  apiVersion: 'policy.networking.k8s.io/v1alpha1',
  kind: 'BaselineAdminNetworkPolicy',
  metadata: { name: 'default' },
  spec: { subject: everyone, ...spec },
});
const own = (namespace: string, spec: NetworkPolicySet['policies'][number]['spec']) => ({
  apiVersion: 'networking.k8s.io/v1' as const,
  kind: 'NetworkPolicy' as const,
  metadata: { name: 'own', namespace },
  spec,
});
const denyAll = own('bank', { podSelector: {}, policyTypes: ['Ingress'] });
const letShop = own('bank', {
  podSelector: {},
  ingress: [{ from: [{ namespaceSelector: { matchLabels: namespaces.shop } }] }],
});
const denied = baseline({ ingress: [from('Deny', everyone)] });

it.each<[string, Partial<NetworkPolicySet>, NetworkPeer, NetworkPeer, number | string, boolean]>([
  ['a rule denies', { admin: [admin(1, { ingress: [from('Deny', tenant('shop'))] })] }, shop, bank, 80, false],
  [
    'and means only its peers',
    { admin: [admin(1, { ingress: [from('Deny', tenant('shop'))] })] },
    watch,
    bank,
    80,
    true,
  ],
  ['a rule of egress denies', { admin: [admin(1, { egress: [to('Deny', tenant('bank'))] })] }, shop, bank, 80, false],
  [
    'and leaves the way back',
    { admin: [admin(1, { egress: [to('Deny', tenant('bank'))], subject: tenant('shop') })] },
    bank,
    shop,
    80,
    true,
  ],
  [
    'an allow wins over NetworkPolicies',
    { admin: [admin(1, { ingress: [from('Allow', tenant('watch'), tenant('platform'))] })], policies: [denyAll] },
    watch,
    bank,
    80,
    true,
  ],
  [
    'a deny wins over NetworkPolicies',
    { admin: [admin(1, { ingress: [from('Deny', everyone)] })], policies: [letShop] },
    shop,
    bank,
    80,
    false,
  ],
  [
    'an allow of one side leaves the other to say',
    { admin: [admin(1, { egress: [to('Allow', everyone)] })], policies: [denyAll] },
    shop,
    bank,
    80,
    false,
  ],
  [
    'what no rule means goes on to NetworkPolicies',
    { admin: [admin(1, { ingress: [from('Allow', tenant('platform'))] })], policies: [denyAll] },
    shop,
    bank,
    80,
    false,
  ],
  // Which pods a policy is about.
  [
    'a subject by namespace',
    { admin: [admin(1, { subject: tenant('shop'), ingress: [from('Deny', everyone)] })] },
    shop,
    bank,
    80,
    true,
  ],
  [
    'a subject by pod',
    {
      admin: [
        admin(1, {
          subject: { pods: { namespaceSelector: {}, podSelector: { matchLabels: { app: 'batch' } } } },
          ingress: [from('Deny', everyone)],
        }),
      ],
    },
    shop,
    batch,
    80,
    false,
  ],
  [
    'a subject by pod leaves its neighbours',
    {
      admin: [
        admin(1, {
          subject: { pods: { namespaceSelector: {}, podSelector: { matchLabels: { app: 'batch' } } } },
          ingress: [from('Deny', everyone)],
        }),
      ],
    },
    shop,
    bank,
    80,
    true,
  ],
  [
    'without a subject it is about nobody',
    { admin: [admin(1, { subject: undefined, ingress: [from('Deny', everyone)] })] },
    shop,
    bank,
    80,
    true,
  ],
  [
    'a pod on its node is no subject',
    { admin: [admin(1, { egress: [to('Deny', everyone)] })] },
    hosted,
    bank,
    80,
    true,
  ],
  // Order.
  [
    'the lower number comes first',
    { admin: [admin(20, { ingress: [from('Deny', everyone)] }), admin(10, { ingress: [from('Allow', everyone)] })] },
    shop,
    bank,
    80,
    true,
  ],
  [
    'the first rule comes first',
    { admin: [admin(1, { ingress: [from('Deny', everyone), from('Allow', everyone)] })] },
    shop,
    bank,
    80,
    false,
  ],
  [
    'a pass skips what comes behind it',
    { admin: [admin(1, { ingress: [from('Pass', everyone)] }), admin(2, { ingress: [from('Deny', everyone)] })] },
    shop,
    bank,
    80,
    true,
  ],
  [
    'a pass asks NetworkPolicies',
    { admin: [admin(1, { ingress: [from('Pass', everyone), from('Allow', everyone)] })], policies: [denyAll] },
    shop,
    bank,
    80,
    false,
  ],
  [
    'a pass asks the baseline in the end',
    { admin: [admin(1, { ingress: [from('Pass', everyone)] })], baseline: [denied] },
    shop,
    bank,
    80,
    false,
  ],
  // The baseline.
  ['the baseline denies where nothing isolates', { baseline: [denied] }, shop, bank, 80, false],
  ['a NetworkPolicy replaces the baseline', { baseline: [denied], policies: [letShop] }, shop, bank, 80, true],
  [
    'also where it lets nobody through',
    { baseline: [baseline({ ingress: [from('Allow', everyone)] })], policies: [denyAll] },
    shop,
    bank,
    80,
    false,
  ],
  [
    'a NetworkPolicy for egress leaves the baseline for ingress',
    { baseline: [denied], policies: [own('bank', { podSelector: {}, policyTypes: ['Egress'] })] },
    shop,
    bank,
    80,
    false,
  ],
  [
    'the baseline allows before it denies',
    { baseline: [baseline({ ingress: [from('Allow', tenant('shop')), from('Deny', everyone)] })] },
    shop,
    bank,
    80,
    true,
  ],
  [
    'an allow before comes first',
    { admin: [admin(1, { ingress: [from('Allow', tenant('shop'))] })], baseline: [denied] },
    shop,
    bank,
    80,
    true,
  ],
  // Peers.
  [
    'a peer by pod and namespace',
    { admin: [admin(1, { ingress: [from('Deny', batchOfBank)] })] },
    batch,
    bank,
    80,
    false,
  ],
  [
    'a peer by pod and namespace: the pod does not match',
    { admin: [admin(1, { ingress: [from('Deny', batchOfBank)] })] },
    shop,
    bank,
    80,
    true,
  ],
  [
    'a peer by namespace, its pods not narrowed',
    {
      admin: [admin(1, { ingress: [from('Deny', { pods: { namespaceSelector: { matchLabels: namespaces.bank } } })] })],
    },
    batch,
    bank,
    80,
    false,
  ],
  [
    'the name of a namespace',
    {
      admin: [
        admin(1, {
          ingress: [from('Deny', { namespaces: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } } })],
        }),
      ],
    },
    shop,
    bank,
    80,
    false,
  ],
  [
    'several peers: one matches',
    { admin: [admin(1, { ingress: [from('Deny', tenant('platform'), tenant('shop'))] })] },
    shop,
    bank,
    80,
    false,
  ],
  [
    'a peer that says nothing means nobody',
    { admin: [admin(1, { ingress: [from('Deny', {})] })] },
    shop,
    bank,
    80,
    true,
  ],
  [
    'ingress from outside is not asked',
    { admin: [admin(1, { ingress: [from('Deny', everyone)] })], baseline: [denied] },
    resolver,
    bank,
    80,
    true,
  ],
  [
    'a pod on its node is no peer',
    { admin: [admin(1, { ingress: [from('Deny', everyone)] })] },
    hosted,
    bank,
    80,
    true,
  ],
  [
    'a network',
    { admin: [admin(1, { egress: [to('Deny', { networks: ['198.51.100.0/24'] })] })] },
    shop,
    resolver,
    '53/UDP',
    false,
  ],
  [
    'another network',
    { admin: [admin(1, { egress: [to('Deny', { networks: ['203.0.113.0/24', '192.0.2.0/24'] })] })] },
    shop,
    resolver,
    '53/UDP',
    true,
  ],
  [
    'a network that can not be read',
    { admin: [admin(1, { egress: [to('Deny', { networks: ['anywhere'] })] })] },
    shop,
    resolver,
    53,
    true,
  ],
  [
    'a network holds pods by their address',
    { admin: [admin(1, { egress: [to('Deny', { networks: ['0.0.0.0/0'] })] })] },
    shop,
    bank,
    80,
    false,
  ],
  [
    'unless a rule before it means them',
    { admin: [admin(1, { egress: [to('Allow', everyone), to('Deny', { networks: ['0.0.0.0/0'] })] })] },
    shop,
    bank,
    80,
    true,
  ],
  [
    'the labels of nodes are not known',
    { admin: [admin(1, { egress: [to('Deny', { nodes: {} })] })] },
    shop,
    hosted,
    80,
    true,
  ],
  // Ports.
  [
    'a port',
    { admin: [admin(1, { ingress: [on(from('Deny', everyone), { portNumber: { protocol: 'TCP', port: 80 } })] })] },
    shop,
    bank,
    80,
    false,
  ],
  [
    'another port',
    { admin: [admin(1, { ingress: [on(from('Deny', everyone), { portNumber: { protocol: 'TCP', port: 80 } })] })] },
    shop,
    bank,
    81,
    true,
  ],
  [
    'a port of another protocol',
    { admin: [admin(1, { ingress: [on(from('Deny', everyone), { portNumber: { protocol: 'UDP', port: 80 } })] })] },
    shop,
    bank,
    80,
    true,
  ],
  [
    'a port of SCTP',
    { admin: [admin(1, { egress: [on(to('Deny', everyone), { portNumber: { protocol: 'SCTP', port: 9003 } })] })] },
    shop,
    bank,
    '9003/SCTP',
    false,
  ],
  [
    'a range',
    {
      admin: [
        admin(1, { ingress: [on(from('Deny', everyone), { portRange: { protocol: 'UDP', start: 50, end: 60 } })] }),
      ],
    },
    shop,
    bank,
    '60/UDP',
    false,
  ],
  [
    'past a range',
    {
      admin: [
        admin(1, { ingress: [on(from('Deny', everyone), { portRange: { protocol: 'UDP', start: 50, end: 60 } })] }),
      ],
    },
    shop,
    bank,
    '61/UDP',
    true,
  ],
  [
    'a name of a port',
    { admin: [admin(1, { ingress: [on(from('Deny', everyone), { namedPort: 'http' })] })] },
    shop,
    bank,
    8080,
    false,
  ],
  [
    'a name brings its protocol',
    { admin: [admin(1, { ingress: [on(from('Deny', everyone), { namedPort: 'query' })] })] },
    shop,
    bank,
    '5353/UDP',
    false,
  ],
  [
    'a name of another number',
    { admin: [admin(1, { ingress: [on(from('Deny', everyone), { namedPort: 'http' })] })] },
    shop,
    bank,
    80,
    true,
  ],
  [
    'a name means the destination for egress',
    { admin: [admin(1, { egress: [on(to('Deny', everyone), { namedPort: 'http' })] })] },
    shop,
    bank,
    8080,
    false,
  ],
  [
    'a name has no meaning outside',
    { admin: [admin(1, { egress: [on(to('Deny', { networks: ['0.0.0.0/0'] }), { namedPort: 'http' })] })] },
    shop,
    resolver,
    8080,
    true,
  ],
  [
    'several ports: one matches',
    {
      admin: [
        admin(1, { ingress: [on(from('Deny', everyone), { portNumber: { port: 1 } }, { portNumber: { port: 80 } })] }),
      ],
    },
    shop,
    bank,
    80,
    false,
  ],
  [
    'a port before everything else',
    {
      admin: [
        admin(1, {
          ingress: [on(from('Allow', everyone), { portNumber: { port: 53, protocol: 'UDP' } }), from('Deny', everyone)],
        }),
      ],
    },
    shop,
    bank,
    '53/UDP',
    true,
  ],
  [
    'everything but that port',
    {
      admin: [
        admin(1, {
          ingress: [on(from('Allow', everyone), { portNumber: { port: 53, protocol: 'UDP' } }), from('Deny', everyone)],
        }),
      ],
    },
    shop,
    bank,
    53,
    false,
  ],
])('%s', (_what, set, source, destination, wanted, expected) => {
  const [port, protocol = 'TCP'] = String(wanted).split('/');
  const connection = { port: Number(port), protocol: protocol as 'TCP' | 'UDP' | 'SCTP' };
  expect(allowed(source, destination, connection, { policies: [], namespaces, ...set }).allowed).toBe(expected);
});

it('says which tier decided', () => {
  const set = { policies: [], namespaces, admin: [admin(1, { egress: [to('Allow', everyone)] })], baseline: [denied] };
  expect(allowed(shop, bank, { port: 80 }, set)).toEqual({
    allowed: false,
    egress: { isolated: false, allowed: true, by: ['admin-1'], tier: 'admin' },
    ingress: { isolated: false, allowed: false, by: ['default'], tier: 'baseline' },
  });
});
