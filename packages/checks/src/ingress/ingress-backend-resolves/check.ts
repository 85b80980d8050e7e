// Each backend of an Ingress is a Service and a port that exist: a wrong one answers every caller with an error.
import { failIfAny, notApplicable, pass, withFix } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { backendDefectsOf } from '../ingressBackends';
import { orphanedIngresses, servingKinds } from '../orphans';
import { ingressesOf } from '../routing';

export const ingressBackendResolves = defineCheck({
  id: 'ingress-backend-resolves',
  topic: 'ingress',
  severity: 'high',
  since: '1.0',
  title: 'Backends of Ingresses exist',
  why: 'An Ingress is accepted whatever it points at. A misspelt Service or a port that it does not have shows only as 503 to those who call.',
  remediation:
    'Set the backend to the name of a Service in the same namespace and to the name or number of one of its ports.',
  appliesWhen: 'An Ingress leads to the workload, or leads nowhere and is most likely meant for it.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/ingress/#the-ingress-resource'],
  reads: ['v1/Service', 'networking.k8s.io/v1/Ingress', ...servingKinds],
  evaluate(workload, index) {
    const ingresses = [...ingressesOf(workload, index), ...orphanedIngresses(workload, index)];
    if (ingresses.length === 0) return notApplicable('no Ingress leads to it');
    const defects = ingresses.flatMap(ingress => backendDefectsOf(ingress, index));
    const evidence = defects.map(one => one.evidence);
    const reason = `Ingress points at ${evidence.map(({ observed }) => observed).join(', ')}, which does not exist`;
    const result = failIfAny(evidence, reason, () => pass('all backends are Services and ports that exist'));
    return withFix(result, defects.length === 1 ? defects[0].fix : undefined);
  },
});
