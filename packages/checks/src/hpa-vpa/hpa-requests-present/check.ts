// Each container that a utilization target counts has the request that utilization is a share of.
import { autoscalersOf, fail, notApplicable, pass, podsOf } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { containersWithout, utilizationMetrics } from '../utilization';

export const hpaRequestsPresent = defineCheck({
  id: 'hpa-requests-present',
  topic: 'hpa-vpa',
  severity: 'high',
  since: '1.0',
  title: 'Containers have the requests that the autoscaler’s targets are a share of',
  why: 'Utilization is use divided by request. One container without request, an injected sidecar too, makes the metric fail for the whole workload, and it no longer scales.',
  remediation:
    'Set a request for the resource on every container of the pod, let the mesh set one for its proxy, or measure one container with a ContainerResource metric.',
  appliesWhen: 'A HorizontalPodAutoscaler of the workload aims at a utilization of CPU or memory.',
  references: [
    'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#support-for-resource-metrics',
    'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#container-resource-metrics',
  ],
  reads: ['autoscaling/v2/HorizontalPodAutoscaler', 'v1/Pod', 'apps/v1/ReplicaSet', 'batch/v1/Job'],
  evaluate(workload, index) {
    const metrics = autoscalersOf(workload, index).flatMap(hpa => utilizationMetrics(hpa));
    if (metrics.length === 0) return notApplicable('no autoscaler aims at a utilization');
    // Manifests have no pods, and their template is all there is to judge by.
    const pods = workload.object.metadata.uid
      ? podsOf(workload, index).map(pod => ({ object: pod, path: 'spec', podSpec: pod.spec }))
      : [{ object: workload.object, path: workload.podSpecPath, podSpec: workload.podSpec }];
    if (pods.length === 0) return notApplicable('no pods to measure');
    const missing = pods.flatMap(({ object, path, podSpec }) =>
      metrics.flatMap(metric =>
        (podSpec ? containersWithout(metric, podSpec) : []).map(name => ({
          text: `${name} has no ${metric.resource} request`,
          evidence: {
            object: index.ref(object),
            path: `${path}.containers[${name}].resources.requests.${metric.resource}`,
            observed: 'not set',
            expected: 'a request',
          },
        })),
      ),
    );
    const [first, ...more] = missing.map(({ evidence }) => evidence);
    if (first) return fail([...new Set(missing.map(({ text }) => text))].join('; '), first, ...more);
    const resources = [...new Set(metrics.map(({ resource }) => resource))].join(' and ');
    return pass(`every measured container has a ${resources} request`);
  },
});
