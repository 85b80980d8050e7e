// Probes that fail, init containers that do not end, and pods that were ended from outside.
import type { Case, Cause } from './Cause';
import { endedByProbe, eventEvidence, eventOf, statusesOf, waitingOf } from './statuses';

const probeDocs = ['https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/'];

/** Containers that run but are not ready, or are restarted because a probe fails. */
export function probeCauses(one: Case): Cause[] {
  return statusesOf(one.pod).flatMap((placed): Cause[] => {
    const { name, ready, restartCount } = placed.status;
    if (placed.role === 'init') return [];
    const mine = (kind: string) => eventOf(one, ['Unhealthy'], new RegExp(`^${kind} probe`, 'i'));
    const killed = endedByProbe(one, name);
    const killer = /startup/i.test(killed?.message ?? '') ? 'Startup' : 'Liveness';
    const kind = killed ? killer : 'Readiness';
    const isRunning = placed.status.state?.running !== undefined;
    if (!killed && (ready || !isRunning)) return [];
    const event = mine(kind) ?? (killed ? undefined : mine('Startup'));
    if (!killed && !event) return [];
    const said = (event?.message ?? '').replace(/^\w+ probe (failed|errored): ?/i, '');
    return [
      {
        id: `${kind.toLowerCase()}-probe-failing`,
        stage: 'probe',
        title: killed
          ? `${name} is restarted because its ${kind.toLowerCase()} probe fails (${restartCount} restarts)`
          : `${name} runs but is not ready: its probe fails`,
        explanation: said
          ? `The probe says: ${said}`
          : 'Compare path and port of the probe with what the process serves.',
        confidence: 'certain',
        evidence: [
          one.index.evidence(one.pod, `${placed.path}.ready`, String(ready), 'true'),
          ...[event, killed].flatMap(found => (found ? [eventEvidence(one, found)] : [])),
        ],
        command: one.kubectl('logs', '-c', name),
        references: probeDocs,
      },
    ];
  });
}

/** The init container that all others wait for, if it runs and runs. A sidecar among them holds nobody up. */
export function initCauses(one: Case): Cause[] {
  const stuck = statusesOf(one.pod).find(({ role, status }) => role === 'init' && status.state?.running);
  if (!stuck || one.pod.status?.phase !== 'Pending') return [];
  const { name } = stuck.status;
  return [
    {
      id: 'init-not-finished',
      stage: 'init',
      title: `init container ${name} has not ended, and all others wait for it`,
      explanation: 'It often waits for another service that does not answer. Its log says for what.',
      confidence: 'likely',
      evidence: [
        one.index.evidence(one.pod, `${stuck.path}.state.running`, stuck.status.state?.running?.startedAt ?? 'running'),
      ],
      command: one.kubectl('logs', '-c', name),
      references: ['https://kubernetes.io/docs/tasks/debug/debug-application/debug-init-containers/'],
    },
  ];
}

/** Pods that were evicted, lost with their node, or do not go away. */
export function endCauses(one: Case): Cause[] {
  const { pod, index } = one;
  const { reason, message = '' } = pod.status ?? {};
  const base = {
    stage: 'end' as const,
    references: ['https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/'],
  };
  const node = pod.spec?.nodeName;
  const command = node ? `kubectl describe node ${node}` : one.kubectl('describe');
  if (reason === 'Evicted')
    return [
      {
        ...base,
        id: 'evicted',
        title: 'it was evicted by its node',
        explanation: message,
        confidence: 'certain',
        evidence: [index.evidence(pod, 'status.reason', `Evicted: ${message}`)],
        command,
      },
    ];
  if (reason === 'DeadlineExceeded')
    return [
      {
        ...base,
        id: 'deadline-exceeded',
        title: 'it took longer than its active deadline',
        explanation: 'Raise `activeDeadlineSeconds` if it rightly takes longer.',
        confidence: 'certain',
        evidence: [index.evidence(pod, 'status.reason', reason)],
        command: one.kubectl('logs'),
      },
    ];
  const known = node && index.state('v1/Node').state === 'synced' ? index.find('v1/Node', node) : undefined;
  const ready = known?.status?.conditions?.find(({ type }) => type === 'Ready');
  if (known && ready && ready.status !== 'True')
    return [
      {
        ...base,
        id: 'node-not-ready',
        title: `its node ${node} is not ready`,
        explanation: ready.message ?? '',
        confidence: 'certain',
        evidence: [index.evidence(known, 'status.conditions[Ready]', `${ready.status}: ${ready.reason ?? ''}`, 'True')],
        command,
      },
    ];
  const finalizers = (pod.metadata as { finalizers?: string[] }).finalizers ?? [];
  if (
    pod.metadata.deletionTimestamp &&
    finalizers.length > 0 &&
    !statusesOf(pod).some(one_ => one_.status.state?.running ?? waitingOf(one_))
  )
    return [
      {
        ...base,
        id: 'deletion-held',
        title: `it is to be deleted but held by ${finalizers.join(', ')}`,
        explanation: 'The controller that set the finalizer must remove it.',
        confidence: 'certain',
        evidence: [index.evidence(pod, 'metadata.finalizers', finalizers.join(', '))],
        command: one.kubectl('get', '-o', 'yaml'),
      },
    ];
  return [];
}
