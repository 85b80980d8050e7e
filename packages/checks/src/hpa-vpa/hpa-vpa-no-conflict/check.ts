// No two autoscalers steer by the same resource: one would change the request that the other divides by.
import { autoscalersOf, fail, fixFields, isScaleTarget, notApplicable, pass, withFix } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { controls, isActive, measuredResources } from '../verticalControl';

export const hpaVpaNoConflict = defineCheck({
  id: 'hpa-vpa-no-conflict',
  topic: 'hpa-vpa',
  severity: 'high',
  since: '1.0',
  title: 'Horizontal and vertical autoscaling do not act on the same resource',
  why: 'The vertical autoscaler raises a request under load, utilization falls, and the horizontal one removes replicas just when they are needed. The two swing against each other.',
  remediation:
    'Set the VerticalPodAutoscaler’s `updateMode` to `Off`, leave the measured resource out of its `controlledResources`, or scale horizontally by another metric.',
  appliesWhen: 'Both a HorizontalPodAutoscaler and a VerticalPodAutoscaler act on the workload.',
  references: [
    'https://kubernetes.io/docs/concepts/workloads/autoscaling/vertical-pod-autoscale/',
    'https://github.com/kubernetes/autoscaler/blob/master/vertical-pod-autoscaler/docs/known-limitations.md',
  ],
  reads: ['autoscaling/v2/HorizontalPodAutoscaler', 'autoscaling.k8s.io/v1/VerticalPodAutoscaler'],
  evaluate(workload, index) {
    const measured = autoscalersOf(workload, index).flatMap(measuredResources);
    const vpas = index
      .inNamespace('autoscaling.k8s.io/v1/VerticalPodAutoscaler', workload.namespace)
      .filter(({ spec }) => isScaleTarget(spec?.targetRef, workload));
    if (measured.length === 0 || vpas.length === 0) return notApplicable('it is not scaled both ways by resources');
    const running = workload.containers.filter(({ longRunning }) => longRunning);
    for (const vpa of vpas.filter(isActive)) {
      const clash = measured.find(({ resource, container }) =>
        running.some(({ name }) => (container === undefined || name === container) && controls(vpa, name, resource)),
      );
      if (!clash) continue;
      const mode = vpa.spec?.updatePolicy?.updateMode ?? 'not set, so on';
      const evidence = index.evidence(vpa, 'spec.updatePolicy.updateMode', mode, 'Off');
      const result = fail(
        `VerticalPodAutoscaler ${vpa.metadata.name} sets the ${clash.resource} that the replicas follow`,
        evidence,
      );
      // Its recommendations stay; which of two would still clash is not asked.
      const isOnly = vpas.filter(isActive).length === 1;
      const fields = { '/spec/updatePolicy/updateMode': 'Off' };
      return withFix(result, isOnly ? fixFields(index.ref(vpa), vpa, fields) : undefined);
    }
    const seen = vpas.map(vpa =>
      index.evidence(vpa, 'spec.updatePolicy.updateMode', vpa.spec?.updatePolicy?.updateMode ?? 'not set'),
    );
    return pass('the two autoscalers act on different resources, or one only recommends', ...seen);
  },
});
