// The cluster has not complained about the workload again and again within the last hour.
import { autoscalersOf, fail, notApplicable, pass, podsOf, replicaSetsOf } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { lastSeen, recurring, warningsAbout } from '../warnings';

export const eventsClean = defineCheck({
  id: 'events-clean',
  topic: 'describe-events',
  severity: 'medium',
  since: '1.0',
  title: 'No Warning events recur for the workload',
  why: 'Kubernetes says in events what it could not do: schedule, mount, pull, probe. One that recurs is a fault that nobody looks at, often before users notice it.',
  remediation:
    'Read the messages with `kubectl describe` or `kubectl events --for`, and mend the cause that they name.',
  appliesWhen:
    'The workload runs on a cluster. Events are kept for an hour by default, so it speaks for the last hour only.',
  references: [
    'https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/event-v1/',
    'https://kubernetes.io/docs/tasks/debug/debug-application/debug-running-pod/#example-debugging-pending-pods',
  ],
  reads: ['v1/Event', 'v1/Pod', 'apps/v1/ReplicaSet', 'batch/v1/Job', 'autoscaling/v2/HorizontalPodAutoscaler'],
  evaluate(workload, index) {
    const { uid } = workload.object.metadata;
    if (!uid) return notApplicable('no events: judged on a running cluster');
    const pods = podsOf(workload, index);
    const makesJobs = workload.kind === 'CronJob' || workload.kind === 'ScaledJob';
    const jobs = makesJobs ? index.controlledBy('batch/v1/Job', uid) : [];
    const replicaSets =
      workload.kind === 'Deployment' || workload.kind === 'Rollout' ? replicaSetsOf(workload, index) : [];
    const canScale = index.state('autoscaling/v2/HorizontalPodAutoscaler').state === 'synced';
    const scalers = canScale ? autoscalersOf(workload, index) : [];
    const about = [workload.object, ...replicaSets, ...jobs, ...scalers, ...pods];
    const groups = recurring(warningsAbout(about, pods, workload.namespace, index));
    const [first, ...more] = groups.map(({ reason, count, latest }) =>
      index.evidence(
        latest,
        `reason=${reason}`,
        `${count} times, last ${lastSeen(latest)}: ${latest.message ?? ''}`,
        'none',
      ),
    );
    if (!first) return pass('no Warning event recurred within the last hour');
    return fail(groups.map(({ reason, count }) => `${reason} ${count} times`).join(', '), first, ...more);
  },
});
