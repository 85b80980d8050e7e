// A Deployment asks of its volumes only what they can do: one node at a time is not several pods on several nodes.
import { fail, notApplicable, pass, steadyReplicas, unknown, warn } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { isForOneNode } from '../replicas';
import { rollingRoom, strategyOf } from '../strategy';
import { claimsOf, sharesNode } from '../volumes';

export const deploymentVolumeMode = defineCheck({
  id: 'deployment-volume-mode',
  topic: 'deployment',
  severity: 'high',
  since: '1.0',
  title: 'Shared volumes can be used by all pods that mount them',
  why: 'A ReadWriteOnce volume is attached to one node. The second pod, or the new one of a rolling update, waits on another node for a volume that the old one does not let go.',
  remediation:
    'Keep one replica with `strategy.type: Recreate`, use a `ReadWriteMany` volume, or make it a StatefulSet with a claim for each pod.',
  appliesWhen: 'A Deployment mounts a PersistentVolumeClaim by name.',
  references: [
    'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes',
    'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#recreate-deployment',
  ],
  reads: ['v1/PersistentVolumeClaim', 'autoscaling/v2/HorizontalPodAutoscaler', 'keda.sh/v1alpha1/ScaledObject'],
  evaluate(workload, index) {
    if (workload.kind !== 'Deployment') return notApplicable(`a ${workload.kind} is no Deployment`);
    const claims = claimsOf(workload, index);
    if (claims.length === 0) return notApplicable('it mounts no claim');
    const missing = claims.find(({ claim }) => !claim);
    const bound = claims.find(({ claim }) => isForOneNode(claim));
    if (!bound && missing)
      return unknown('unresolvable', `PersistentVolumeClaim ${missing.name} is not there to say its access modes`);
    if (!bound) return pass('its claims can be used from several nodes');
    const modes = (bound.claim?.spec?.accessModes ?? []).join(', ');
    const replicas = steadyReplicas(workload, index)?.count ?? 1;
    const row = (path: string, observed: string, expected: string) => ({
      object: workload.ref,
      path,
      observed,
      expected,
    });
    const claim = `claim ${bound.name} is ${modes}`;
    if (replicas > 1) {
      const evidence = row('spec.replicas', String(replicas), '1, or a ReadWriteMany volume');
      if (sharesNode(workload) && !modes.includes('ReadWriteOncePod'))
        return warn(`${claim}, so all ${replicas} replicas must share one node, as their affinity says`, evidence);
      return fail(`${replicas} replicas share a volume that one node can use: ${claim}`, evidence);
    }
    const strategy = strategyOf(workload);
    if (strategy?.type === 'Recreate' || rollingRoom(strategy, replicas)?.maxSurge === 0)
      return pass(`${claim}, and one pod at a time uses it`);
    const evidence = row('spec.strategy.type', strategy?.type ?? 'absent, which means RollingUpdate', 'Recreate');
    const operation = {
      op: strategy ? 'replace' : 'add',
      path: '/spec/strategy',
      value: { type: 'Recreate' },
    } as const;
    const result = fail(`a rollout starts the new pod while the old one holds the volume: ${claim}`, evidence);
    return { ...result, fix: { object: workload.ref, operations: [operation] } };
  },
});
