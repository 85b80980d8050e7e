// The rollout is done and all replicas serve: what was delivered is what runs.
import { fail, failIfAny, notApplicable, pass, unknown, warn } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import type { DeploymentStatus } from '../rollout';
import { conditionEvidence, failingConditions, isRollingOut } from '../rollout';

export const deploymentAvailable = defineCheck({
  id: 'deployment-available',
  topic: 'deployment',
  severity: 'high',
  since: '1.0',
  title: 'The Deployment is rolled out and available',
  why: 'A rollout that hangs leaves two versions or too few replicas, often unseen, because the old ones still answer. The next delivery then starts from a state nobody knows.',
  remediation:
    'Run `kubectl rollout status` and `kubectl describe` on the newest pods; mend what keeps them from being ready, or roll back.',
  appliesWhen: 'The workload is a Deployment with replicas on a running cluster.',
  references: ['https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#deployment-status'],
  reads: [],
  evaluate(workload, index) {
    if (workload.kind !== 'Deployment') return notApplicable(`a ${workload.kind} is no Deployment`);
    if (workload.replicas === 0) return notApplicable('it is scaled to zero');
    const { spec, metadata } = workload.object as {
      spec?: { paused?: boolean };
      metadata: { uid?: string; generation?: number };
    };
    const status = workload.object.status as DeploymentStatus | undefined;
    if (!status) {
      return metadata.uid
        ? unknown('notSettled', 'it has no status yet')
        : notApplicable('no status: judged on a running cluster');
    }
    if ((status.observedGeneration ?? 0) < (metadata.generation ?? 0))
      return unknown('notSettled', 'its controller has not seen the last change yet');
    if (spec?.paused) return unknown('notSettled', 'its rollout is paused');
    const bad = failingConditions(status);
    if (isRollingOut(workload, status, index) && !bad.some(({ type }) => type === 'ReplicaFailure'))
      return unknown('notSettled', 'a rollout is under way');
    const found = bad.map(condition => conditionEvidence(workload, condition));
    const wanted = workload.replicas ?? 1;
    const { updatedReplicas: updated = 0, availableReplicas: available = 0 } = status;
    const row = (field: string, observed: number) => ({
      object: workload.ref,
      path: `status.${field}`,
      observed: String(observed),
      expected: String(wanted),
    });
    return failIfAny(found, `${bad.map(({ type, reason }) => reason ?? type).join(', ')}`, () => {
      if (updated < wanted)
        return fail(`${updated} of ${wanted} replicas run the current version`, row('updatedReplicas', updated));
      // It counts as available with as many missing as a rollout may take away.
      return available < wanted
        ? warn(`${available} of ${wanted} replicas are available`, row('availableReplicas', available))
        : pass(`all ${wanted} replicas run the current version and are available`);
    });
  },
});
