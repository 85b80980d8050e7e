// Only one autoscaler sets the number of replicas, and no delivery tool sets it back.
import type { Fail } from '@maturity-roadmap/engine';
import { autoscalersOf, fail, notApplicable, pass, scaledObjectsOf } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { isMadeByKeda } from '../keda';
import { replicaOwners } from '../replicaOwners';

export const hpaSoleOwner = defineCheck({
  id: 'hpa-sole-owner',
  topic: 'hpa-vpa',
  severity: 'medium',
  since: '1.0',
  title: 'One autoscaler alone owns the number of replicas',
  why: 'Two autoscalers for the same pods undo each other’s work. A delivery tool that also writes `replicas` shrinks the workload at each sync, in the middle of a peak too.',
  remediation:
    'Remove `replicas` from the manifest that is delivered and keep a single HorizontalPodAutoscaler or ScaledObject for the workload.',
  appliesWhen: 'A HorizontalPodAutoscaler or KEDA ScaledObject scales the workload.',
  references: [
    'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#migrating-deployments-and-statefulsets-to-horizontal-autoscaling',
    'https://argo-cd.readthedocs.io/en/stable/user-guide/best_practices/#leaving-room-for-imperativeness',
  ],
  reads: ['autoscaling/v2/HorizontalPodAutoscaler', 'keda.sh/v1alpha1/ScaledObject'],
  evaluate(workload, index) {
    const written = autoscalersOf(workload, index).filter(hpa => !isMadeByKeda(hpa));
    const scalers = [...written, ...scaledObjectsOf(workload, index)];
    const [scaler] = scalers;
    if (!scaler) return notApplicable('no autoscaler scales it');
    const [first, ...more] = scalers.map(one => index.evidence(one, 'spec.scaleTargetRef.name', workload.name));
    const names = scalers.map(({ kind, metadata }) => `${kind} ${metadata.name}`).join(' and ');
    if (scalers.length > 1) return fail(`${scalers.length} autoscalers scale it: ${names}`, first, ...more);
    if (workload.object.metadata.uid === undefined) {
      const replicas = (workload.object.spec as { replicas?: number } | undefined)?.replicas;
      if (replicas === undefined) return pass(`${names} alone sets the replicas`, first);
      const inManifest = index.evidence(workload.object, 'spec.replicas', String(replicas), 'not set');
      const result: Fail = fail(`the manifest sets ${replicas} replicas against ${names}`, inManifest);
      return { ...result, fix: { object: workload.ref, operations: [{ op: 'remove', path: '/spec/replicas' }] } };
    }
    const [owner, ...others] = replicaOwners(workload).map(({ name, path }) => ({
      name,
      evidence: index.evidence(workload.object, path, name, `only ${names}`),
    }));
    if (!owner) return pass(`${names} alone sets the replicas`, first);
    const reason = `${owner.name} and ${names} both set the replicas`;
    return fail(reason, owner.evidence, ...others.map(({ evidence }) => evidence));
  },
});
