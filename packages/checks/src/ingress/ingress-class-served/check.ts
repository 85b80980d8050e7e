// The class of each Ingress exists, so that some controller takes it up.
import type { Evidence } from '@maturity-roadmap/engine';
import { failIfAny, notApplicable, pass, warn } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { defaultClasses, isRetired, namedClass } from '../ingressClass';
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
    const known = index.all('networking.k8s.io/v1/IngressClass').map(({ metadata }) => metadata.name);
    const wrong: Evidence[] = [];
    const doubtful: { what: string; evidence: Evidence }[] = [];
    for (const ingress of ingresses) {
      const named = namedClass(ingress);
      const [byDefault] = named ? [] : defaultClasses(index);
      const used = named ? index.find('networking.k8s.io/v1/IngressClass', named.name) : byDefault;
      const name = ingress.metadata.name;
      const row = (observed: string, expected: string) =>
        index.evidence(ingress, named?.path ?? 'spec.ingressClassName', observed, expected);
      const choice = known.join(', ') || 'a class; the cluster has none';
      // Controllers match the annotation by themselves, with or without an IngressClass object.
      if (!used && !named?.legacy) wrong.push(row(named?.name ?? 'absent, and no class is the default', choice));
      else if (named?.legacy)
        doubtful.push({ what: `${name} names its class by annotation`, evidence: row(named.name, 'the field') });
      if (used && isRetired(used)) {
        const evidence = index.evidence(
          used,
          'spec.controller',
          String(used.spec?.controller),
          'a maintained controller',
        );
        doubtful.push({ what: `${name} is served by a controller that is retired`, evidence });
      }
    }
    return failIfAny(
      wrong,
      `no controller serves the class: ${wrong.map(({ observed }) => observed).join(', ')}`,
      () => {
        const [first, ...more] = doubtful.map(({ evidence }) => evidence);
        if (first) return warn(doubtful.map(({ what }) => what).join('; '), first, ...more);
        return pass(`the class of ${ingresses.map(({ metadata }) => metadata.name).join(', ')} is served`);
      },
    );
  },
});
