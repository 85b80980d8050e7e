// Every pod has found a node and started on it: what waits in vain serves nobody.
import type { Pod } from '@maturity-roadmap/engine';
import { fail, minutesSince, notApplicable, pass, podsOf, unknown, warn } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';

const conditionOf = (pod: Pod) => pod.status?.conditions?.find(({ type }) => type === 'PodScheduled');
const isGated = (pod: Pod) => conditionOf(pod)?.reason === 'SchedulingGated';
const hasNode = (pod: Pod) => Boolean(pod.spec?.nodeName) || conditionOf(pod)?.status === 'True';
const names = (pods: readonly Pod[]) => pods.map(pod => pod.metadata.name).join(', ');

export const podsScheduled = defineCheck({
  id: 'pods-scheduled',
  topic: 'describe-events',
  severity: 'high',
  since: '1.0',
  title: 'No pod waits for a node',
  why: 'A pod that no node takes never runs: capacity, a node selector, a taint or a volume stands in the way. The scheduler says which in the pod’s condition.',
  remediation:
    'Read the message of the condition PodScheduled; lower the requests, widen selectors and tolerations, or let the cluster grow.',
  // A cluster autoscaler needs a few minutes to bring a new node.
  thresholds: { minutes: { default: 5, min: 1, max: 60, meaning: 'minutes that a pod may wait for a node' } },
  appliesWhen: 'Pods of the workload exist and are not held back by a scheduling gate.',
  references: [
    'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-conditions',
    'https://kubernetes.io/docs/concepts/scheduling-eviction/pod-scheduling-readiness/',
  ],
  reads: ['v1/Pod', 'apps/v1/ReplicaSet', 'batch/v1/Job'],
  evaluate(workload, index, { minutes }) {
    const pods = podsOf(workload, index).filter(pod => !isGated(pod));
    if (pods.length === 0) return notApplicable('no pods to be scheduled');
    const pending = pods.filter(pod => (pod.status?.phase ?? 'Pending') === 'Pending');
    const isLate = (pod: Pod) => (minutesSince(pod.metadata.creationTimestamp, index) ?? 0) > minutes;
    const evidenceOf = (pod: Pod) => {
      const { status = 'not set', reason = 'no reason', message = '' } = conditionOf(pod) ?? {};
      return index.evidence(pod, 'status.conditions[PodScheduled]', `${status}: ${reason} ${message}`.trim(), 'True');
    };
    const homeless = pending.filter(pod => !hasNode(pod));
    const [stuck, ...moreStuck] = homeless.filter(isLate);
    if (stuck) {
      const reason = `${moreStuck.length + 1} of ${pods.length} pods ${moreStuck.length ? 'wait' : 'waits'} for a node`;
      return fail(`${reason}: ${names([stuck, ...moreStuck])}`, evidenceOf(stuck), ...moreStuck.map(evidenceOf));
    }
    if (homeless.length > 0) return unknown('notSettled', `waiting for a node just now: ${names(homeless)}`);
    const [slow, ...moreSlow] = pending.filter(isLate);
    if (!slow) return pass(`${pods.length === 1 ? 'the pod has' : `all ${pods.length} pods have`} a node`);
    const pendingEvidence = (pod: Pod) => index.evidence(pod, 'status.phase', 'Pending', 'Running');
    const slowNames = names([slow, ...moreSlow]);
    return warn(`placed but not started: ${slowNames}`, pendingEvidence(slow), ...moreSlow.map(pendingEvidence));
  },
});
