// All members of the StatefulSet are ready and of the same revision.
import type { ObjectOf } from '@maturity-roadmap/engine';
import { fail, notApplicable, pass, unknown } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { isYoung } from '../members';

export const stsRolloutHealthy = defineCheck({
  id: 'sts-rollout-healthy',
  topic: 'statefulset',
  severity: 'high',
  since: '1.0',
  title: 'The StatefulSet is rolled out and ready',
  why: 'A StatefulSet goes on only when the member before is ready. One that never becomes ready stops the rollout for good, and not even a corrected template gets past it by itself.',
  remediation:
    'Look at the first member that is not ready with `kubectl describe pod`. After correcting the template, delete the stuck pod by hand: with `OrderedReady` the controller does not replace it.',
  appliesWhen: 'The workload is a StatefulSet with replicas on a running cluster.',
  references: [
    'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#forced-rollback',
    'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#update-strategies',
  ],
  reads: ['v1/Pod', 'apps/v1/ReplicaSet', 'batch/v1/Job'],
  evaluate(workload, index) {
    if (workload.kind !== 'StatefulSet') return notApplicable(`a ${workload.kind} is no StatefulSet`);
    const { spec, status, metadata } = workload.object as ObjectOf<'apps/v1/StatefulSet'>;
    const wanted = workload.replicas ?? 1;
    if (wanted === 0) return notApplicable('it is scaled to zero');
    if (!status) {
      return metadata.uid
        ? unknown('notSettled', 'it has no status yet')
        : notApplicable('no status: judged on a running cluster');
    }
    if ((status.observedGeneration ?? 0) < (metadata.generation ?? 0))
      return unknown('notSettled', 'its controller has not seen the last change yet');
    const row = (field: string, observed: string, expected: string) => ({
      object: workload.ref,
      path: `status.${field}`,
      observed,
      expected,
    });
    const ready = status.readyReplicas ?? 0;
    const isRolling = status.updateRevision !== status.currentRevision;
    if (ready < wanted && isYoung(workload, index))
      return unknown('notSettled', `${ready} of ${wanted} members are ready, and one has just started`);
    if (ready < wanted) {
      const stuck = isRolling ? ', in the middle of a rollout, which may wait for a pod to be deleted by hand' : '';
      const observed = row('readyReplicas', String(ready), String(wanted));
      return fail(`${ready} of ${wanted} members are ready${stuck}`, observed);
    }
    const { type, rollingUpdate } = spec?.updateStrategy ?? {};
    const partition = rollingUpdate?.partition ?? 0;
    const held = type === 'OnDelete' ? 'its strategy is OnDelete' : partition > 0 && `its partition is ${partition}`;
    if (!isRolling || held) return pass(`all ${wanted} members are ready${held ? `; ${held}` : ''}`);
    const updated = status.updatedReplicas ?? 0;
    if (updated >= wanted) return pass(`all ${wanted} members are ready and of the newest revision`);
    const reason = `${updated} of ${wanted} members run the newest revision`;
    return fail(reason, row('updatedReplicas', String(updated), String(wanted)));
  },
});
