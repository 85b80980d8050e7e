// Somebody has thought about load: what users wait for scales by itself, or a recommendation is kept for it.
import {
  autoscalersOf,
  isScaleTarget,
  notApplicable,
  pass,
  scaledObjectsOf,
  servicesOf,
  warn,
} from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';

/** Says that somebody thought about it and wants no autoscaler. */
const optOut = 'maturity/autoscaling';

export const autoscalingConsidered = defineCheck({
  id: 'autoscaling-considered',
  topic: 'hpa-vpa',
  severity: 'low',
  advice: true,
  since: '1.0',
  title: 'A workload that users wait for has an autoscaler',
  why: 'A fixed number of replicas is too many at night and too few at the peak. A recommendation alone already shows which of the two it is.',
  remediation:
    'Add a HorizontalPodAutoscaler or ScaledObject, or a VerticalPodAutoscaler with `updateMode: Off` to learn first. Where a fixed number is right, annotate the workload with `maturity/autoscaling: none`.',
  appliesWhen: 'A Service serves the workload, which keeps two replicas or more.',
  references: ['https://kubernetes.io/docs/concepts/workloads/autoscaling/'],
  reads: [
    'v1/Service',
    'autoscaling/v2/HorizontalPodAutoscaler',
    'keda.sh/v1alpha1/ScaledObject',
    'autoscaling.k8s.io/v1/VerticalPodAutoscaler',
  ],
  evaluate(workload, index) {
    const isElastic = workload.kind === 'Deployment' || workload.kind === 'Rollout';
    if (!isElastic || servicesOf(workload, index).length === 0) return notApplicable('no Service sends users to it');
    const scalers = [
      ...autoscalersOf(workload, index),
      ...scaledObjectsOf(workload, index),
      ...index
        .inNamespace('autoscaling.k8s.io/v1/VerticalPodAutoscaler', workload.namespace)
        .filter(({ spec }) => isScaleTarget(spec?.targetRef, workload)),
    ];
    if (scalers.length > 0) {
      const seen = scalers.map(one => index.evidence(one, 'metadata.name', one.metadata.name));
      return pass(`${scalers[0].kind} ${scalers[0].metadata.name} looks after it`, ...seen);
    }
    const decided = workload.object.metadata.annotations?.[optOut];
    if (decided === 'none') {
      const evidence = index.evidence(workload.object, `metadata.annotations[${optOut}]`, decided);
      return pass('its owners decided for a fixed number of replicas', evidence);
    }
    const replicas = workload.replicas ?? 1;
    if (replicas < 2) return notApplicable('it runs a single replica');
    const evidence = index.evidence(workload.object, 'spec.replicas', String(replicas), 'an autoscaler');
    return warn(`always ${replicas} replicas, whatever the load`, evidence);
  },
});
