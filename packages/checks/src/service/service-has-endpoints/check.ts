// Each Service has a pod behind it that is ready: a Service without endpoints refuses every caller.
import { failIfAny, notApplicable, pass, servicesOf, steadyReplicas } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { readyByService } from '../readyByService';

export const serviceHasEndpoints = defineCheck({
  id: 'service-has-endpoints',
  topic: 'service',
  severity: 'high',
  since: '1.0',
  title: 'Every Service has ready endpoints',
  why: 'A Service is only a name until a ready pod stands behind it. Without one, callers get refused connections while every object looks as if all were well.',
  remediation:
    'Compare the selector of the Service with the labels of the pods, and look why the pods are not ready: `kubectl get endpointslices -l kubernetes.io/service-name=<service>`.',
  appliesWhen: 'A Service with a selector selects the pods, and the workload is not scaled to zero.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/'],
  reads: [
    'v1/Service',
    'discovery.k8s.io/v1/EndpointSlice',
    'autoscaling/v2/HorizontalPodAutoscaler',
    'keda.sh/v1alpha1/ScaledObject',
  ],
  evaluate(workload, index) {
    const services = servicesOf(workload, index);
    if (services.length === 0) return notApplicable('no Service selects its pods');
    if (workload.replicas === 0) return notApplicable('it is scaled to zero');
    const ready = readyByService(workload.namespace, index);
    const readyBehind = (name: string) => ready.get(name) ?? 0;
    const empty = services.filter(({ metadata }) => readyBehind(metadata.name) === 0);
    if (empty.length > 0 && steadyReplicas(workload, index)?.count === 0)
      return notApplicable('it may be scaled to zero, as its autoscaler says');
    const evidence = empty.map(service =>
      index.evidence(service, 'spec.selector', selectorText(service.spec?.selector), 'the labels of ready pods'),
    );
    const names = empty.map(({ metadata }) => metadata.name).join(', ');
    return failIfAny(evidence, `Service ${names} has no ready endpoint`, () =>
      pass(
        services.map(({ metadata }) => `Service ${metadata.name} has ${readyBehind(metadata.name)} ready`).join(', '),
      ),
    );
  },
});

function selectorText(selector: Record<string, string> = {}): string {
  return Object.entries(selector)
    .map(([key, value]) => `${key}=${value}`)
    .join(', ');
}
