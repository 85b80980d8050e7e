// The gateways of each route are up, and their listeners let it in.
import { failIfAny, notApplicable, pass, unknown } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { gatewayDefects } from '../gateways';
import { grantKind } from '../grants';
import { gatewayParents, routeKinds, routesOf } from '../routing';

export const gatewayProgrammed = defineCheck({
  id: 'gateway-programmed',
  topic: 'ingress',
  severity: 'medium',
  since: '1.0',
  revisions: [
    {
      since: '1.1',
      what: 'Listeners take the kinds of routes that their protocol has; conditions of an older generation are unknown.',
    },
    { since: '1.1', what: 'A certificate of another namespace needs a ReferenceGrant there.' },
  ],
  title: 'The gateways of routes are programmed',
  why: 'A route is only as good as the gateway it hangs on. Where a listener is broken, or does not admit the route’s namespace or host, the route looks right and serves nobody.',
  remediation:
    'Run `kubectl describe gateway` and mend the condition that is False. Let the listener’s `allowedRoutes` admit the namespace, and its `hostname` the hosts of the route.',
  appliesWhen: 'A route of the Gateway API that leads to the workload attaches to a Gateway.',
  references: [
    'https://gateway-api.sigs.k8s.io/concepts/api-overview/#attaching-routes-to-gateways',
    'https://gateway-api.sigs.k8s.io/guides/implementers/#gateway',
  ],
  reads: ['v1/Service', 'v1/Namespace', 'gateway.networking.k8s.io/v1/Gateway', grantKind, ...routeKinds],
  evaluate(workload, index) {
    const routes = routesOf(workload, index).filter(route => gatewayParents(route).length > 0);
    if (routes.length === 0) return notApplicable('no route to it attaches to a Gateway');
    const found = routes.map(route => gatewayDefects(route, index));
    const defects = found.flatMap(one => one.defects);
    const what = defects.map(({ object, observed }) => `${object.kind} ${object.name}: ${observed}`).join('; ');
    return failIfAny(defects, `a Gateway does not serve its routes: ${what}`, () => {
      if (found.some(({ unsettled }) => unsettled))
        return unknown('notSettled', 'a Gateway does not say yet whether it is programmed');
      if (found.every(({ refused }) => refused))
        return notApplicable('its routes are refused: judged by route-accepted');
      return pass(`the Gateways of ${routes.map(({ metadata }) => metadata.name).join(', ')} are programmed`);
    });
  },
});
