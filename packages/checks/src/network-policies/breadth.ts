// How much of the network one NetworkPolicy rule opens: everything, the whole cluster, or less.
import type {
  NetworkPolicyEgressRule,
  NetworkPolicyIngressRule,
  NetworkPolicyPeer,
  NetworkPolicyPort,
} from 'kubernetes-types/networking/v1';
import type { Direction, NetworkPolicy } from './selecting';
import { listOf } from './selecting';

/** What a rule opens, with the path and the text that say so. */
export interface Opening {
  /** `half`: one of the two blocks of prefix length 1 that make up all addresses together. */
  breadth: 'everything' | 'half' | 'cluster';
  path: string;
  observed: string;
  /** JSON Pointer of what opens it: the rule, or the peer where the rule has others. */
  pointer: string;
}

type Rule = NetworkPolicyIngressRule & NetworkPolicyEgressRule;

const rulesOf = ({ spec }: NetworkPolicy, direction: Direction): readonly Rule[] =>
  listOf<Rule>(direction === 'Ingress' ? spec?.ingress : spec?.egress);

/** The field of the rules of a direction, and that of their peers. */
const fieldsOf = { Ingress: ['ingress', 'from'], Egress: ['egress', 'to'] } as const;

/** An absent port, or the range of all, opens every port of its protocol. An empty list is as good as none. */
function isNarrowedByPorts(ports: readonly NetworkPolicyPort[] | undefined): boolean {
  const list = listOf(ports);
  const isEveryPort = ({ port, endPort }: NetworkPolicyPort) =>
    port === undefined || port === null || (Number(port) <= 1 && Number(endPort ?? 0) >= 65535);
  return list.length > 0 && !list.some(isEveryPort);
}

const metadataService = /^169\.254\.(0\.0\/16|169\.254\/32)$/;

/** Exceptions narrow a block if they take out a network worth the name or the metadata service, not single hosts. */
function isNarrowedByExceptions(except: readonly string[] | undefined): boolean {
  const blocks = Array.isArray(except) ? except.map(String) : [];
  return blocks.some(
    block => metadataService.test(block) || Number(block.split('/')[1] ?? 128) <= (block.includes(':') ? 32 : 16),
  );
}

function openingOfBlock({ cidr, except }: NonNullable<NetworkPolicyPeer['ipBlock']>): Opening['breadth'] | undefined {
  if (typeof cidr !== 'string' || isNarrowedByExceptions(except)) return undefined;
  if (cidr.endsWith('/0')) return 'everything';
  return cidr.endsWith('/1') ? 'half' : undefined;
}

const isEmptySelector = (selector: NetworkPolicyPeer['podSelector']) =>
  Object.keys(selector?.matchLabels ?? {}).length + (selector?.matchExpressions?.length ?? 0) === 0;

function openingOfPeer(peer: NetworkPolicyPeer, path: string, pointer: string): Opening[] {
  if (peer.ipBlock) {
    const breadth = openingOfBlock(peer.ipBlock);
    return breadth ? [{ breadth, path: `${path}.ipBlock.cidr`, observed: peer.ipBlock.cidr, pointer }] : [];
  }
  const isWholeCluster = peer.namespaceSelector && isEmptySelector(peer.namespaceSelector);
  return isWholeCluster && isEmptySelector(peer.podSelector)
    ? [{ breadth: 'cluster', path: `${path}.namespaceSelector`, observed: 'every pod of the cluster', pointer }]
    : [];
}

/**
 * What a policy's rules open in a direction without naming ports. No peers at all (absent or empty) means anyone;
 * no rules at all means no one.
 */
export function openingsOf(policy: NetworkPolicy, direction: Direction): Opening[] {
  const [rules, peers] = fieldsOf[direction];
  return rulesOf(policy, direction).flatMap((rule, position) => {
    if (isNarrowedByPorts(rule.ports)) return [];
    const path = `spec.${rules}[${position}]`;
    const list = listOf<NetworkPolicyPeer>(rule[peers]);
    const ofRule = `/spec/${rules}/${position}`;
    if (list.length === 0)
      return [{ breadth: 'everything' as const, path, observed: `no ${peers}: anyone`, pointer: ofRule }];
    // A list without peers means anyone: the last peer goes with its rule.
    const pointerOf = (index: number) => (list.length === 1 ? ofRule : `${ofRule}/${peers}/${index}`);
    return list.flatMap((peer, index) => openingOfPeer(peer, `${path}.${peers}[${index}]`, pointerOf(index)));
  });
}

/** The rules that name ports but no peers: anyone, on these ports. */
export function portsOpenToAnyone(policy: NetworkPolicy, direction: Direction): string[] {
  const [, peers] = fieldsOf[direction];
  return rulesOf(policy, direction)
    .filter(rule => isNarrowedByPorts(rule.ports) && listOf<NetworkPolicyPeer>(rule[peers]).length === 0)
    .flatMap(rule => listOf(rule.ports).map(({ port, endPort }) => (endPort ? `${port}-${endPort}` : String(port))));
}
