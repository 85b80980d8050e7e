// A service keeps at least two replicas, so that one node, one rollout or one crash does not take it away.
import { fail, notApplicable, pass, servicesOf, steadyReplicas, withFix } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { isForOneNode, moreReplicas, replicasAsWritten } from '../replicas';

export const deploymentReplicasHa = defineCheck({
  id: 'deployment-replicas-ha',
  topic: 'deployment',
  severity: 'high',
  since: '1.0',
  title: 'A service keeps at least two replicas',
  why: 'With one replica every drained node, every crash and every rollout that replaces it is an outage. Two are the least that lets one go.',
  remediation: 'Set `replicas: 2` or more, or `minReplicas: 2` where an autoscaler decides.',
  thresholds: { replicas: { default: 2, min: 2, max: 100, meaning: 'replicas that a service keeps at least' } },
  appliesWhen: 'A Service selects the pods, and their number can be chosen.',
  references: ['https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#scaling-a-deployment'],
  reads: [
    'v1/Service',
    'v1/PersistentVolumeClaim',
    'autoscaling/v2/HorizontalPodAutoscaler',
    'keda.sh/v1alpha1/ScaledObject',
  ],
  evaluate(workload, index, { replicas }) {
    if (workload.replicas === undefined) return notApplicable(`a ${workload.kind} has no number of replicas to choose`);
    if (servicesOf(workload, index).length === 0) return notApplicable('no Service selects its pods');
    const claims = (workload.podSpec.volumes ?? []).flatMap(volume => volume.persistentVolumeClaim?.claimName ?? []);
    const single =
      workload.kind === 'Deployment' &&
      claims.find(name => isForOneNode(index.get('v1/PersistentVolumeClaim', workload.namespace, name)));
    if (single) return notApplicable(`its volume ${single} can be used by one node at a time`);
    const steady = steadyReplicas(workload, index)!;
    if (steady.count === 0) return notApplicable('it is scaled to zero');
    const evidence = {
      object: steady.object,
      path: steady.path,
      observed: replicasAsWritten(workload, steady),
      expected: `at least ${replicas}`,
    };
    if (workload.kind === 'Pod') {
      return fail('a bare pod is a single replica that nothing replaces', {
        ...evidence,
        path: 'kind',
        observed: 'Pod',
        expected: `a Deployment with at least ${replicas} replicas`,
      });
    }
    if (steady.count >= replicas) return pass(`it keeps at least ${steady.count} replicas`);
    const result = fail(`it keeps only ${steady.count} replica${steady.count === 1 ? '' : 's'}`, evidence);
    return withFix(result, moreReplicas(workload, replicas, index));
  },
});
