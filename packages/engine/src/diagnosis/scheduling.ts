// Pods that no node takes, with the scheduler's sentence taken apart.
import type { Case, Cause } from './Cause';
import { eventEvidence, eventOf } from './statuses';

/**
 * One reason why nodes do not take a pod.
 *
 * @public
 */
export interface SchedulingObstacle {
  id: string;
  /** Nodes to which it applies; undefined where the sentence gives no number. */
  nodes?: number;
  what: string;
}

const obstacles: readonly { id: string; pattern: RegExp; what: (match: RegExpExecArray) => string }[] = [
  { id: 'insufficient', pattern: /^Insufficient (\S+?)\.?$/i, what: ([, resource]) => `not enough ${resource}` },
  {
    id: 'taint',
    pattern: /untolerated taint\(?s?\)?\s*\{([^}]*)\}/i,
    what: ([, taint]) => `the taint ${taint.trim()} is not tolerated`,
  },
  { id: 'taint', pattern: /had (?:untolerated )?taints?/i, what: () => 'a taint is not tolerated' },
  { id: 'pod-anti-affinity', pattern: /anti-affinity/i, what: () => 'pods that it must not be near run there' },
  { id: 'pod-affinity', pattern: /pod affinity/i, what: () => 'no pod runs there that it must be near' },
  { id: 'spread', pattern: /topology spread constraints/i, what: () => 'it would break a topology spread constraint' },
  { id: 'volume-zone', pattern: /volume node affinity conflict/i, what: () => 'its volume lies in another zone' },
  {
    id: 'affinity',
    pattern: /didn't match Pod's node affinity\/selector|node affinity|node\(s\) didn't match node selector/i,
    what: () => 'node selector or node affinity does not match',
  },
  {
    id: 'volume-unbound',
    pattern: /unbound immediate PersistentVolumeClaims/i,
    what: () => 'its claim is not bound to a volume',
  },
  { id: 'volume-limit', pattern: /exceed max volume count/i, what: () => 'no more volumes can be attached' },
  { id: 'too-many-pods', pattern: /Too many pods/i, what: () => 'it has as many pods as it may have' },
  { id: 'ports', pattern: /free ports/i, what: () => 'the host port is taken' },
  { id: 'unschedulable', pattern: /unschedulable/i, what: () => 'it is cordoned' },
  {
    id: 'claim-missing',
    pattern: /persistentvolumeclaim "([^"]+)" not found/i,
    what: ([, claim]) => `the claim ${claim} does not exist`,
  },
];

/**
 * Takes the scheduler's sentence apart, such as `0/5 nodes are available: 2 Insufficient cpu, 3 Too many pods.` What it
 * says of preemption is left out: it repeats the same.
 *
 * @public
 */
export function parseUnschedulable(message: string): SchedulingObstacle[] {
  const [body] = message.split(/\s*preemption:/i);
  const reasons = body.replace(/^\s*\d+\/\d+ nodes are available:\s*/i, '');
  const parts = reasons.match(/(?:[^,{]|\{[^}]*\})+/g) ?? [];
  return parts.flatMap(part => {
    const [, count, text] = /^\s*(?:(\d+)\s+)?(.*?)\.?\s*$/.exec(part) ?? [];
    for (const { id, pattern, what } of obstacles) {
      const match = text ? pattern.exec(text) : null;
      if (match) return [{ id, what: what(match), ...(count ? { nodes: Number(count) } : {}) }];
    }
    return [];
  });
}

const conditionOf = ({ pod }: Case) =>
  pod.status?.conditions?.find(({ type, status }) => type === 'PodScheduled' && status === 'False');

/**
 * Whether something else than a volume keeps the pod from being placed. A claim may wait for just that, and is bound
 * then. See https://kubernetes.io/docs/concepts/storage/storage-classes/#volume-binding-mode
 */
export function isHeldUpElsewhere(one: Case): boolean {
  if (one.pod.spec?.nodeName) return false;
  const condition = conditionOf(one);
  const found = parseUnschedulable(condition?.message ?? eventOf(one, ['FailedScheduling'])?.message ?? '');
  const isGated = condition?.reason === 'SchedulingGated';
  return isGated || (found.length > 0 && !found.some(({ id }) => id === 'volume-unbound'));
}

const nextSteps: Record<string, string> = {
  insufficient: 'Lower the requests, add nodes, or raise the limits of the node autoscaler.',
  taint: 'Add a toleration if the pod is meant for those nodes.',
  affinity: 'Compare nodeSelector and affinity with `kubectl get nodes --show-labels`.',
  'volume-zone': 'The volume can only be used where it was made: let the pod run there, or restore the data elsewhere.',
  'volume-unbound': 'Look at the claim: its storage class may not exist, or have no room.',
};

/** A pod without node: what the scheduler says, part by part; or that someone holds it back on purpose. */
export function schedulingCauses(one: Case): Cause[] {
  const { pod, index } = one;
  if (pod.spec?.nodeName) return [];
  const condition = conditionOf(one);
  const event = eventOf(one, ['FailedScheduling']);
  const message = condition?.message ?? event?.message;
  const evidence = [
    ...(condition
      ? [index.evidence(pod, 'status.conditions[PodScheduled]', `${condition.reason}: ${condition.message ?? ''}`)]
      : []),
    ...(event ? [eventEvidence(one, event)] : []),
  ];
  const base = {
    stage: 'scheduling' as const,
    evidence,
    command: one.kubectl('describe'),
    references: ['https://kubernetes.io/docs/concepts/scheduling-eviction/kube-scheduler/'],
  };
  if (condition?.reason === 'SchedulingGated') {
    const gates = (pod.spec as { schedulingGates?: { name: string }[] } | undefined)?.schedulingGates ?? [];
    const names = gates.map(({ name }) => name).join(', ') || 'a scheduling gate';
    return [
      {
        ...base,
        id: 'scheduling-gated',
        title: `it is held back on purpose by ${names}`,
        explanation: 'Whoever set the gate removes it when the pod may start.',
        confidence: 'certain',
      },
    ];
  }
  if (!message) return [];
  const found = parseUnschedulable(message);
  if (found.length === 0)
    return [
      { ...base, id: 'unschedulable', title: 'no node takes the pod', explanation: message, confidence: 'certain' },
    ];
  // The obstacle of most nodes is the one to remove first.
  const ranked = [...found].sort((a, b) => (b.nodes ?? 0) - (a.nodes ?? 0));
  const parts = ranked.map(({ nodes, what }) =>
    nodes === undefined ? what : `${what} (${nodes} node${nodes === 1 ? '' : 's'})`,
  );
  const [first] = ranked;
  return [
    {
      ...base,
      id: `unschedulable-${first.id}`,
      title: `no node takes the pod: ${parts.join('; ')}`,
      explanation: nextSteps[first.id] ?? 'Change what the pod asks for, or where it may run.',
      confidence: 'certain',
    },
  ];
}
