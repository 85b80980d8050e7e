// What is reachable from outside the cluster is meant to be: traffic comes in through the ingress, not past it.
import { failIfAny, notApplicable, pass, servicesOf } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { isIntended, letsTrafficIn, openingOf } from '../exposure';

export const serviceExposureIntended = defineCheck({
  id: 'service-exposure-intended',
  topic: 'service',
  severity: 'medium',
  since: '1.0',
  revisions: [
    {
      since: '1.1',
      what: 'A range of all addresses beside others limits nothing; the annotation for source ranges counts.',
    },
  ],
  title: 'Services are exposed only where it is meant',
  why: 'A Service of type LoadBalancer or NodePort goes past the ingress, with its TLS, limits and logs. Many of them were made to try something out and are open to the internet ever since.',
  remediation:
    'Use `ClusterIP` behind an Ingress or Gateway. Where it must be exposed, limit `loadBalancerSourceRanges`, ask for an internal load balancer, or annotate the Service with `maturity/exposure: public`.',
  appliesWhen: 'A Service selects the pods, and they are not the ingress or gateway themselves.',
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types',
    'https://kubernetes.io/docs/concepts/services-networking/service/#external-ips',
  ],
  reads: ['v1/Service'],
  evaluate(workload, index) {
    const services = servicesOf(workload, index);
    if (services.length === 0) return notApplicable('no Service selects its pods');
    if (letsTrafficIn(workload)) return notApplicable('it is what lets traffic into the cluster');
    const open = services.filter(openingOf);
    const unmeant = open.filter(service => !isIntended(service));
    const rows = unmeant.map(service => {
      const { path, observed } = openingOf(service)!;
      return index.evidence(service, path, observed, 'ClusterIP, a limit of sources, or maturity/exposure');
    });
    const names = unmeant.map(({ metadata }) => metadata.name).join(', ');
    return failIfAny(rows, `Service ${names} is open to the outside of the cluster`, () =>
      open.length === 0
        ? pass('its Services are reachable from the cluster only')
        : pass(open.map(one => `Service ${one.metadata.name} is exposed: ${isIntended(one)}`).join('; ')),
    );
  },
});
