// A rollout keeps the service up: it never takes all replicas away at once, and waits for the new ones.
import {
  fail,
  fixFields,
  notApplicable,
  pass,
  servicesOf,
  steadyReplicas,
  unknown,
  warn,
  withFix,
} from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { judgeRollout, strategyOf } from '../strategy';
import { oneNodeClaim } from '../volumes';

export const deploymentRolloutSafe = defineCheck({
  id: 'deployment-rollout-safe',
  topic: 'deployment',
  severity: 'medium',
  since: '1.0',
  title: 'A rollout keeps the service up',
  why: 'A strategy that may take every replica away makes each delivery an outage. Without a readiness probe the rollout goes on though the new pods do not answer yet.',
  remediation:
    'Use `RollingUpdate` with `maxUnavailable` below the number of replicas, best 0 with `maxSurge: 1`, and give the pods a readiness probe.',
  appliesWhen: 'A Service selects the pods of a Deployment that more than one pod can be at a time.',
  references: ['https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy'],
  reads: [
    'v1/Service',
    'v1/PersistentVolumeClaim',
    'autoscaling/v2/HorizontalPodAutoscaler',
    'keda.sh/v1alpha1/ScaledObject',
  ],
  evaluate(workload, index) {
    if (workload.kind !== 'Deployment') return notApplicable(`a ${workload.kind} is no Deployment`);
    if (servicesOf(workload, index).length === 0) return notApplicable('no Service selects its pods');
    const claim = oneNodeClaim(workload, index);
    if (claim) return notApplicable(`its claim ${claim} leaves no room for a second pod beside the first`);
    const replicas = steadyReplicas(workload, index)?.count ?? 0;
    if (replicas === 0) return notApplicable('it may be scaled to zero');
    const rollout = judgeRollout(strategyOf(workload), replicas);
    if (!rollout) return unknown('invalidObject', 'maxUnavailable or maxSurge is neither a number nor a percentage');
    const blind = workload.containers.filter(({ role }) => role === 'main');
    const hasProbe = workload.containers.some(({ longRunning, container }) => longRunning && container.readinessProbe);
    if (!('kept' in rollout)) {
      const { reason, fields, ...row } = rollout;
      const result = fail(reason, { object: workload.ref, ...row });
      // Without a probe the change alone leaves the rollout blind.
      return withFix(result, hasProbe ? fixFields(workload.ref, workload.object, fields) : undefined);
    }
    if (!hasProbe && blind[0])
      return warn('a rollout goes on before the new pods answer: nothing says when they are ready', {
        object: workload.ref,
        path: `${blind[0].path}.readinessProbe`,
        observed: 'absent',
        expected: 'a readiness probe',
      });
    return pass(`a rollout keeps at least ${rollout.kept} of ${replicas} replicas`);
  },
});
