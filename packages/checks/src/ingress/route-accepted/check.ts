// Each route is accepted by every gateway that it names: one that is not carries no traffic.
import { failIfAny, notApplicable, pass, unknown } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { gatewayParents, routeKinds, routesOf } from '../routing';
import { isBehind, refusalsOf } from '../routeStatus';

const gatewayKind = 'gateway.networking.k8s.io/v1/Gateway';

export const routeAccepted = defineCheck({
  id: 'route-accepted',
  topic: 'ingress',
  severity: 'high',
  since: '1.0',
  revisions: [{ since: '1.1', what: 'What a Service as parent says does not count for a Gateway of the same name.' }],
  title: 'Routes are accepted by their gateways',
  why: 'A route is only a wish until the gateway’s controller takes it. What it refuses, or never saw, stands in the status and nowhere else.',
  remediation:
    'Read `status.parents[].conditions` of the route: let the listener admit its namespace and host, and mend references that do not resolve.',
  appliesWhen: 'A route of the Gateway API leads from a gateway to the workload.',
  references: ['https://gateway-api.sigs.k8s.io/reference/spec/#routeparentstatus'],
  reads: ['v1/Service', gatewayKind, 'gateway.networking.k8s.io/v1beta1/ReferenceGrant', ...routeKinds],
  evaluate(workload, index) {
    const routes = routesOf(workload, index).filter(route => gatewayParents(route).length > 0);
    if (routes.length === 0) return notApplicable('no route leads from a gateway to it');
    if (routes.every(({ status, metadata }) => !status && !metadata.uid))
      return notApplicable('no status: judged on a running cluster');
    if (routes.some(isBehind))
      return unknown('notSettled', 'the gateway has not seen the last change of the route yet');
    const found = routes.map(route => refusalsOf(route, index));
    const unclaimed = found.flatMap(one => one.unclaimed);
    // Without the gateways nothing tells whether anybody should have answered.
    if (unclaimed.length > 0 && index.state(gatewayKind).state !== 'notCollected') index.all(gatewayKind);
    const evidence = [...found.flatMap(one => one.refused), ...unclaimed];
    const reason = `not accepted: ${evidence.map(({ observed }) => observed).join(', ')}`;
    return failIfAny(evidence, reason, () => {
      const waiting = found.flatMap(one => one.waiting);
      if (waiting.length > 0) return unknown('notSettled', 'no gateway has answered the new route yet', ...waiting);
      return pass(`${routes.map(({ kind, metadata }) => `${kind} ${metadata.name}`).join(', ')} is accepted`);
    });
  },
});
