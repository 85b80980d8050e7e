// State lies on volumes that outlive their pods: claimed for each member, of a class that exists, and bound.
import { failIfAny, notApplicable, pass, warn } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import type { StatefulSet } from '../storage';
import { missingClasses, unboundClaims, vanishingVolumes } from '../storage';

export const stsPersistentStorage = defineCheck({
  id: 'sts-persistent-storage',
  topic: 'statefulset',
  severity: 'high',
  since: '1.0',
  title: 'State lies on persistent volumes',
  why: 'A StatefulSet keeps names and order, but data only where a claim holds it. What lies in an emptyDir is gone with the first eviction, on all members in turn during an upgrade.',
  remediation: 'Declare `volumeClaimTemplates` with a StorageClass that exists, and mount them where the data lies.',
  appliesWhen: 'The workload is a StatefulSet that keeps state.',
  references: ['https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-storage'],
  reads: ['storage.k8s.io/v1/StorageClass', 'v1/PersistentVolumeClaim'],
  evaluate(workload, index) {
    if (workload.kind !== 'StatefulSet') return notApplicable(`a ${workload.kind} is no StatefulSet`);
    const set = workload.object as StatefulSet;
    const templates = set.spec?.volumeClaimTemplates ?? [];
    const vanishing = vanishingVolumes(workload);
    const claims = (workload.podSpec.volumes ?? []).some(volume => volume.persistentVolumeClaim);
    if (templates.length === 0 && vanishing.length === 0 && !claims)
      return notApplicable('it keeps order, not state: it mounts no data');
    const [shared] = (workload.podSpec.volumes ?? []).filter(volume => volume.persistentVolumeClaim);
    return failIfAny(vanishing, 'its data lies on a volume that vanishes with the pod', () => {
      if (shared && (workload.replicas ?? 1) > 1) {
        const path = `${workload.podSpecPath}.volumes[${shared.name}].persistentVolumeClaim`;
        return warn('all members share one claim', {
          object: workload.ref,
          path,
          observed: shared.persistentVolumeClaim!.claimName,
          expected: 'a volumeClaimTemplate for each member',
        });
      }
      // Manifests of an application do not tell which classes the cluster has.
      const classes =
        index.state('storage.k8s.io/v1/StorageClass').state === 'notCollected'
          ? []
          : missingClasses(set, workload, index);
      return failIfAny(classes, 'its storage class does not exist', () =>
        failIfAny(unboundClaims(set, workload, index), 'a claim waits for its volume', () =>
          pass('its data lies on persistent volumes'),
        ),
      );
    });
  },
});
