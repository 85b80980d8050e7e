// Each autoscaler that is meant for the workload names something that exists, or it scales nothing.
import type { FixOperation } from '@maturity-roadmap/engine';
import { fail, notApplicable, pass, unknown } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { scalersFor } from '../scaleTargets';

export const hpaTargetValid = defineCheck({
  id: 'hpa-target-valid',
  topic: 'hpa-vpa',
  severity: 'high',
  since: '1.0',
  title: 'The autoscaler’s target exists',
  why: 'An autoscaler whose target is misspelt or of another kind reports an error that few read and never adds a replica. Under load the workload stays as small as it was.',
  remediation:
    'Set `scaleTargetRef` to the apiVersion, kind and name of the workload in the autoscaler’s own namespace.',
  appliesWhen:
    'A HorizontalPodAutoscaler or KEDA ScaledObject in the namespace names the workload or carries its labels.',
  references: [
    'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/',
    'https://keda.sh/docs/latest/reference/scaledobject-spec/#scaletargetref',
  ],
  reads: [
    'autoscaling/v2/HorizontalPodAutoscaler',
    'keda.sh/v1alpha1/ScaledObject',
    'apps/v1/Deployment',
    'apps/v1/StatefulSet',
    'apps/v1/ReplicaSet',
    'argoproj.io/v1alpha1/Rollout',
  ],
  evaluate(workload, index) {
    const rows = scalersFor(workload, index).map(({ object, target, state }) => {
      const observed = [target.apiVersion ?? 'no apiVersion', target.kind, target.name].join(' ');
      const expected = `${workload.ref.apiVersion} ${workload.kind} ${workload.name}`;
      const evidence = index.evidence(object, 'spec.scaleTargetRef', observed, expected);
      return { object, state, evidence, what: `${object.kind} ${object.metadata.name} scales ${observed}` };
    });
    const missing = rows.find(({ state }) => state === 'missing' || state === 'noSuchKind');
    if (missing) {
      const value = { apiVersion: workload.ref.apiVersion, kind: workload.kind, name: workload.name };
      const operations: FixOperation[] = [{ op: 'replace', path: '/spec/scaleTargetRef', value }];
      const result = fail(`${missing.what}, which does not exist`, missing.evidence);
      return workload.replicas === undefined
        ? result
        : { ...result, fix: { object: missing.evidence.object, operations } };
    }
    const unread = rows.find(({ state }) => state === 'notReadable');
    if (unread) return unknown('notReadable', `${unread.what}, which is not read`, unread.evidence);
    const right = rows.filter(({ state }) => state === 'thisWorkload').map(({ evidence }) => evidence);
    if (right.length === 0) return notApplicable('no autoscaler is meant for it');
    return pass(`scaled by ${right.map(({ object }) => `${object.kind} ${object.name}`).join(' and ')}`, ...right);
  },
});
