// What in the policies of a workload matches nothing, or means something else than it looks.
import type { LabelSelector } from 'kubernetes-types/meta/v1';
import type { NetworkPolicyPeer } from 'kubernetes-types/networking/v1';
import type { Evidence, KubernetesObject, ObjectView, Workload } from '@maturity-roadmap/engine';
import { derived, matchesSelector, selects, toWorkload } from '@maturity-roadmap/engine';
import type { Direction, NetworkPolicy } from './selecting';
import { listOf } from './selecting';

/** Kinds whose pods a peer may mean. */
export const peerKinds = [
  'apps/v1/Deployment',
  'apps/v1/StatefulSet',
  'apps/v1/DaemonSet',
  'batch/v1/CronJob',
  'argoproj.io/v1alpha1/Rollout',
] as const;
type View = ObjectView<(typeof peerKinds)[number] | 'v1/Namespace'>;

/** Written by the API server on every namespace. */
const nameLabel = 'kubernetes.io/metadata.name';

export interface Surprise {
  what: string;
  evidence: Evidence;
}

interface Rule {
  peers: readonly NetworkPolicyPeer[];
  ports: readonly { port?: number | string; protocol?: string }[];
  path: string;
}

/** The rules of a policy in a direction, with the field of their peers. */
export function rulesOf({ spec }: NetworkPolicy, direction: Direction): Rule[] {
  return direction === 'Ingress'
    ? listOf(spec?.ingress).map(({ from, ports }, at) => ({
        peers: listOf(from),
        ports: listOf(ports),
        path: `spec.ingress[${at}].from`,
      }))
    : listOf(spec?.egress).map(({ to, ports }, at) => ({
        peers: listOf(to),
        ports: listOf(ports),
        path: `spec.egress[${at}].to`,
      }));
}

/** Whether any pod of the namespace, by the templates of its workloads, carries what the selector wants. */
function meansSomePod(peer: NetworkPolicyPeer, namespace: string, index: View): boolean {
  return peerKinds.some(kind =>
    index
      .inNamespace(kind, namespace)
      .some((object: KubernetesObject) =>
        selects(peer.podSelector, toWorkload(object, index.ref(object))?.podLabels ?? {}, 'everything'),
      ),
  );
}

/** Many policies of a cluster select namespaces in the same few ways: each is worked out once. */
const knownSelections = derived(['v1/Namespace'], () => new Map<string, boolean>());

function meansSomeNamespace(selector: LabelSelector, index: ObjectView<'v1/Namespace'>): boolean {
  const known = knownSelections(index);
  const key = JSON.stringify(selector);
  let isLive = known.get(key);
  if (isLive === undefined) {
    isLive = index
      .all('v1/Namespace')
      .some(({ metadata }) => matchesSelector(selector, { [nameLabel]: metadata.name, ...metadata.labels }));
    known.set(key, isLive);
  }
  return isLive;
}

/** Peers that match no namespace, or no pod of the own one. Pods of other namespaces may come later. */
export function deadPeers(policy: NetworkPolicy, rule: Rule, index: View): Surprise[] {
  const canSee = index.state('v1/Namespace').state === 'synced';
  return rule.peers.flatMap((peer, at): Surprise[] => {
    const path = `${rule.path}[${at}]`;
    const row = (field: string, selector: unknown, expected: string) =>
      index.evidence(policy, `${path}.${field}`, JSON.stringify(selector), expected);
    if (peer.namespaceSelector) {
      const selector = peer.namespaceSelector;
      if (!canSee) return [];
      if (meansSomeNamespace(selector, index)) return [];
      return [{ what: 'a peer matches no namespace', evidence: row('namespaceSelector', selector, 'labels of one') }];
    }
    const namespace = policy.metadata.namespace ?? 'default';
    if (!peer.podSelector || meansSomePod(peer, namespace, index)) return [];
    const evidence = row('podSelector', peer.podSelector, `labels of pods in ${namespace}`);
    return [{ what: `a peer matches no pod of ${namespace}`, evidence }];
  });
}

const isEmpty = (peer: NetworkPolicyPeer) =>
  Object.keys(peer.namespaceSelector?.matchLabels ?? {}).length +
    (peer.namespaceSelector?.matchExpressions ?? []).length ===
  0;

/** A namespace selector beside a pod selector as two peers, where one peer with both was most likely meant. */
export function looksMistaken(policy: NetworkPolicy, rule: Rule, index: View): Surprise[] {
  return rule.peers.flatMap((peer, at) => {
    const next = rule.peers[at + 1];
    const isSplit = peer.namespaceSelector && !peer.podSelector && next?.podSelector && !next.namespaceSelector;
    if (!isSplit || isEmpty(peer)) return [];
    const evidence = index.evidence(
      policy,
      `${rule.path}[${at}]`,
      'all pods of these namespaces, or these pods of the own one',
      'one item with both selectors, if both must match',
    );
    return [{ what: 'two peers look like one with both selectors', evidence }];
  });
}

/** Named ports of ingress rules that no container of the workload has. */
export function unknownPorts(policy: NetworkPolicy, rule: Rule, workload: Workload, index: View): Surprise[] {
  const names = new Set(
    workload.containers.flatMap(({ container }) => listOf(container.ports).map(({ name }) => name)),
  );
  return rule.ports
    .map(({ port }) => port)
    .filter((port): port is string => typeof port === 'string' && !names.has(port))
    .map(port => ({
      what: `no container has a port named ${port}`,
      evidence: index.evidence(policy, rule.path.replace(/from$/, 'ports'), port, 'the name of a container port'),
    }));
}
