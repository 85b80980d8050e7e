// Each host and path leads to one place: no second Ingress or route claims the same at the same entrance.
import type { Evidence } from '@maturity-roadmap/engine';
import { failIfAny, notApplicable, pass } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { claimsIn } from '../claims';
import { ingressesOf, routeKinds, routesOf } from '../routing';

export const ingressRoutesUnique = defineCheck({
  id: 'ingress-routes-unique',
  topic: 'ingress',
  severity: 'medium',
  since: '1.0',
  title: 'No other route claims the same host and path',
  why: 'Of two routes for the same host and path one wins, and which one is up to the controller or to their age. A team then serves, or loses, the traffic of another without noticing.',
  remediation:
    'Keep one Ingress or HTTPRoute for each host and path. For a canary use weights of backends, or the annotations that the controller has for it.',
  appliesWhen: 'An Ingress or HTTPRoute leads to the workload.',
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/ingress/#multiple-matches',
    'https://gateway-api.sigs.k8s.io/api-types/httproute/#matches',
  ],
  reads: ['v1/Service', 'networking.k8s.io/v1/Ingress', ...routeKinds],
  evaluate(workload, index) {
    const owners = [...ingressesOf(workload, index), ...routesOf(workload, index)];
    if (owners.length === 0) return notApplicable('no Ingress or HTTPRoute leads to it');
    const { byKey, byOwner } = claimsIn(index);
    const claims = owners.flatMap(owner => byOwner.get(owner) ?? []);
    if (claims.length === 0) return notApplicable('no Ingress or HTTPRoute leads to it');
    const rivals = claims.flatMap(claim =>
      (byKey.get(claim.key) ?? [])
        .filter(({ owner }) => owner !== claim.owner)
        .map(rival => ({ claim, rival, name: `${rival.owner.metadata.namespace}/${rival.owner.metadata.name}` })),
    );
    const rows = rivals.flatMap(({ claim, rival, name }): Evidence[] => [
      index.evidence(claim.owner, claim.path, claim.shown, `not also claimed by ${name}`),
      index.evidence(rival.owner, rival.path, rival.shown),
    ]);
    const named = rivals.map(
      ({ claim, rival, name }) => `${claim.shown} is also claimed by ${rival.owner.kind} ${name}`,
    );
    return failIfAny(rows, [...new Set(named)].join('; '), () =>
      pass(`only it serves ${[...new Set(claims.map(({ shown }) => shown))].join(', ')}`),
    );
  },
});
