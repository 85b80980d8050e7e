// The backends of each route exist and may be used by it.
import { failIfAny, notApplicable, pass, withFix } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { backendDefects, grantFix, portFix } from '../routeBackends';
import { routeKinds, routesOf } from '../routing';

export const routeBackendsResolve = defineCheck({
  id: 'route-backends-resolve',
  topic: 'ingress',
  severity: 'high',
  since: '1.0',
  title: 'Backends of routes exist and may be used',
  why: 'A route to a Service that is not there, to a port it does not have, or across namespaces without a grant is accepted and answers 500 to everyone.',
  remediation:
    'Name an existing Service and one of its ports in `backendRefs`. For a Service of another namespace create a ReferenceGrant in that namespace.',
  appliesWhen: 'A route of the Gateway API leads to the workload.',
  references: [
    'https://gateway-api.sigs.k8s.io/api-types/httproute/#backendrefs-optional',
    'https://gateway-api.sigs.k8s.io/api-types/referencegrant/',
  ],
  reads: ['v1/Service', 'gateway.networking.k8s.io/v1beta1/ReferenceGrant', ...routeKinds],
  evaluate(workload, index) {
    const routes = routesOf(workload, index);
    if (routes.length === 0) return notApplicable('no route of the Gateway API leads to it');
    const defects = routes.flatMap(route => backendDefects(route, index));
    const what = defects.map(({ path, observed }) => `${path.split('.').pop()} ${observed}`);
    const result = failIfAny(defects, `backends of its routes do not resolve: ${what.join('; ')}`, () =>
      pass(`all backends of ${routes.map(({ metadata }) => metadata.name).join(', ')} exist`),
    );
    const isAboutPorts = defects.every(({ path, observed }) => path.endsWith('.port') && observed === 'absent');
    const [route, another] = routes;
    if (another) return result;
    if (isAboutPorts) return withFix(result, portFix(route, index));
    const isAboutGrants = defects.every(({ path }) => path.endsWith('.namespace'));
    return withFix(result, isAboutGrants ? grantFix(route, index) : undefined);
  },
});
