// Containers run on: none was killed for its memory, crashed or restarted in a loop within a day.
import { fail, notApplicable, pass, podsOf, unknown, warn } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { troublesOf } from '../terminations';

export const containersStable = defineCheck({
  id: 'containers-stable',
  topic: 'logs',
  severity: 'high',
  since: '1.0',
  title: 'Containers neither crash nor restart',
  why: 'A container that is ready now may have died minutes ago: each restart drops requests and hides its cause in the log of the previous run. Out of memory comes back until the limit or the program changes.',
  remediation:
    'Read `kubectl logs --previous` and the exit code; raise the memory limit or mend the leak for OOMKilled, mend the fault otherwise.',
  appliesWhen: 'Pods of the workload exist.',
  references: [
    'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#container-states',
    'https://kubernetes.io/docs/tasks/debug/debug-application/debug-pods/',
  ],
  reads: ['v1/Pod', 'apps/v1/ReplicaSet', 'batch/v1/Job'],
  evaluate(workload, index) {
    const pods = podsOf(workload, index);
    if (pods.length === 0) return notApplicable('no pods whose containers could restart');
    const started = pods.filter(pod => pod.status?.containerStatuses || pod.status?.initContainerStatuses);
    if (started.length === 0) return unknown('notSettled', 'no container has started yet');
    const troubles = started.flatMap(pod => troublesOf(workload, pod, index));
    troubles.sort((a, b) => Number(b.serious) - Number(a.serious));
    const [worst] = troubles;
    const [first, ...more] = troubles.map(({ evidence }) => evidence);
    if (!worst || !first) return pass('no container failed or restarted within a day');
    const others = troubles.length > 1 ? `, and ${troubles.length - 1} more` : '';
    const reason = `${worst.container} ${worst.what}${others}`;
    return worst.serious ? fail(reason, first, ...more) : warn(reason, first, ...more);
  },
});
