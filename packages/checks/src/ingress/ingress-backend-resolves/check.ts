// Each backend of an Ingress is a Service and a port that exist: a wrong one answers every caller with an error.
import type { Evidence } from '@maturity-roadmap/engine';
import { failIfAny, notApplicable, pass } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { backendsOf, ingressesOf } from '../routing';

export const ingressBackendResolves = defineCheck({
  id: 'ingress-backend-resolves',
  topic: 'ingress',
  severity: 'high',
  since: '1.0',
  title: 'Backends of Ingresses exist',
  why: 'An Ingress is accepted whatever it points at. A misspelt Service or a port that it does not have shows only as 503 to those who call.',
  remediation:
    'Set the backend to the name of a Service in the same namespace and to the name or number of one of its ports.',
  appliesWhen: 'An Ingress leads to the workload.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/ingress/#the-ingress-resource'],
  reads: ['v1/Service', 'networking.k8s.io/v1/Ingress'],
  evaluate(workload, index) {
    const ingresses = ingressesOf(workload, index);
    if (ingresses.length === 0) return notApplicable('no Ingress leads to it');
    const evidence = ingresses.flatMap(ingress =>
      backendsOf(ingress).flatMap(({ path, backend }): Evidence[] => {
        // Backends that are no Services belong to the controller.
        if (!backend.service) return [];
        const { name, port } = backend.service;
        const wanted = port?.name ?? port?.number;
        const service = index.get('v1/Service', workload.namespace, name);
        if (!service) return [index.evidence(ingress, `${path}.service.name`, name, 'a Service in this namespace')];
        // The ALB controller names an action of its annotations by this port.
        if (port?.name === 'use-annotation') return [];
        const has = (service.spec?.ports ?? []).some(one =>
          port?.name ? one.name === port.name : one.port === port?.number,
        );
        const known = (service.spec?.ports ?? [])
          .map(one => [one.name, one.port].filter(Boolean).join(' or '))
          .join(', ');
        return has
          ? []
          : [index.evidence(ingress, `${path}.service.port`, String(wanted), `a port of Service ${name}: ${known}`)];
      }),
    );
    const reason = `Ingress points at ${evidence.map(({ observed }) => observed).join(', ')}, which does not exist`;
    return failIfAny(evidence, reason, () => pass('all backends are Services and ports that exist'));
  },
});
