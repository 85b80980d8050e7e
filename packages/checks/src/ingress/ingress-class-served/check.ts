// The class of each Ingress exists, so that some controller takes it up.
import { failIfAny, notApplicable, pass, warn, withFix } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { classDefects, defectsByName } from '../ingressClass';
import { ingressesOf } from '../routing';

export const ingressClassServed = defineCheck({
  id: 'ingress-class-served',
  topic: 'ingress',
  severity: 'medium',
  since: '1.0',
  title: 'The class of each Ingress is served',
  why: 'An Ingress whose class no controller knows is accepted and then ignored: no address, no error, no route. One of a retired controller gets no more security fixes.',
  remediation:
    'Set `spec.ingressClassName` to one of `kubectl get ingressclass`, and move from a retired controller to a maintained one or to the Gateway API.',
  appliesWhen: 'An Ingress leads to the workload.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-class'],
  reads: ['v1/Service', 'networking.k8s.io/v1/Ingress', 'networking.k8s.io/v1/IngressClass'],
  evaluate(workload, index) {
    const ingresses = ingressesOf(workload, index);
    if (ingresses.length === 0) return notApplicable('no Ingress leads to it');
    const isKnown = index.state('networking.k8s.io/v1/IngressClass').state !== 'notCollected';
    const defects = ingresses.flatMap(one => (isKnown ? classDefects(one, index) : defectsByName(one, index)));
    const unserved = defects.filter(one => one.unserved);
    const fix = defects.length === 1 ? defects[0].fix : undefined;
    const reason = `no controller serves the class: ${unserved.map(({ what }) => what).join(', ')}`;
    const rows = unserved.map(({ evidence }) => evidence);
    const result = failIfAny(rows, reason, () => {
      const [first, ...more] = defects.map(({ evidence }) => evidence);
      if (first) return warn(defects.map(({ what }) => what).join('; '), first, ...more);
      const names = ingresses.map(({ metadata }) => metadata.name).join(', ');
      return isKnown
        ? pass(`the class of ${names} is served`)
        : notApplicable(`${names} names its class; whether it is served is judged on a running cluster`);
    });
    return withFix(result, fix);
  },
});
