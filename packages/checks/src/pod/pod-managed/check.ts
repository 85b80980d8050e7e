// Pods are made by a controller, which makes them again when they are gone.
import { fail, notApplicable, pass } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';

export const podManaged = defineCheck({
  id: 'pod-managed',
  topic: 'pod',
  severity: 'medium',
  since: '1.0',
  title: 'Pods are managed by a controller',
  why: 'A pod that nobody manages is gone for good with its node. It can be neither rolled out nor scaled, and it blocks every drain of its node.',
  remediation: 'Put the pod into the template of a Deployment, StatefulSet, DaemonSet or Job.',
  appliesWhen: 'The workload is meant to run again: not a pod that ran once and is done.',
  references: [
    'https://kubernetes.io/docs/concepts/workloads/controllers/',
    'https://kubernetes.io/docs/concepts/configuration/overview/#naked-pods-vs-replicasets-deployments-and-jobs',
  ],
  reads: [],
  evaluate(workload) {
    if (workload.kind !== 'Pod') return pass(`its pods are made by ${workload.kind} ${workload.name}`);
    const phase = (workload.object.status as { phase?: string } | undefined)?.phase;
    if (phase === 'Succeeded' || phase === 'Failed') return notApplicable('the pod ran once and is done');
    return fail('the pod has no controller that would make it again', {
      object: workload.ref,
      path: 'metadata.ownerReferences',
      observed: 'none',
      expected: 'a Deployment, StatefulSet, DaemonSet or Job',
    });
  },
});
