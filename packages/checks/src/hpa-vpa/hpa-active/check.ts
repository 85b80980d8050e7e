// The autoscaler works: it reads its metrics and can change the number of replicas.
import {
  autoscalersOf,
  fail,
  minutesSince,
  notApplicable,
  pass,
  scaledObjectsOf,
  unknown,
} from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { isPaused } from '../keda';

/** The autoscaler looks every 15 seconds; metrics of new pods take a few minutes to come. */
const settleMinutes = 5;

export const hpaActive = defineCheck({
  id: 'hpa-active',
  topic: 'hpa-vpa',
  severity: 'high',
  since: '1.0',
  title: 'The autoscaler reads its metrics and scales',
  why: 'An autoscaler without metrics holds the number of replicas and says so only in its status. The workload looks elastic until the first peak.',
  remediation:
    'Read the condition’s message: install metrics-server, set resource requests, mend the metrics query, or remove a second autoscaler for the same pods.',
  appliesWhen: 'A HorizontalPodAutoscaler scales the workload, and neither zero replicas nor KEDA switched it off.',
  references: [
    'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale-walkthrough/#appendix-horizontal-pod-autoscaler-status-conditions',
  ],
  reads: ['autoscaling/v2/HorizontalPodAutoscaler', 'keda.sh/v1alpha1/ScaledObject'],
  evaluate(workload, index) {
    const autoscalers = autoscalersOf(workload, index);
    if (autoscalers.length === 0) return notApplicable('no HorizontalPodAutoscaler scales it');
    if (autoscalers.every(({ metadata, status }) => !metadata.uid && !status)) {
      return notApplicable('no status: judged on a running cluster');
    }
    if (scaledObjectsOf(workload, index).some(isPaused)) return notApplicable('KEDA’s scaling is paused');
    const seen = [];
    for (const hpa of autoscalers) {
      const name = `HorizontalPodAutoscaler ${hpa.metadata.name}`;
      for (const type of ['AbleToScale', 'ScalingActive']) {
        const condition = hpa.status?.conditions?.find(one => one.type === type);
        if (condition?.reason === 'ScalingDisabled') return notApplicable(`${name} is off: the replicas are set to 0`);
        const age = minutesSince(hpa.metadata.creationTimestamp, index);
        const isNew = age !== undefined && age < settleMinutes;
        if (!condition || condition.status === 'Unknown' || (condition.status === 'False' && isNew)) {
          return unknown('notSettled', `${name} has not told yet whether ${type}`);
        }
        const { status, reason = 'no reason', message = '' } = condition;
        const path = `status.conditions[${type}]`;
        const evidence = index.evidence(hpa, path, `${status}: ${reason} ${message}`.trim(), 'True');
        if (status === 'False') return fail(`${name} does not work: ${reason}`, evidence);
        seen.push(evidence);
      }
    }
    return pass('it reads its metrics and can scale', ...seen);
  },
});
