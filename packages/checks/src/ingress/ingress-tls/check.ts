// Whoever comes from outside comes encrypted: every host that leads to the workload has TLS.
import { failIfAny, notApplicable, pass, unknown, warn, withFix } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { listenerKinds } from '../listeners';
import { gatewayParents, ingressesOf, routeKinds, routesOf } from '../routing';
import { tlsFix } from '../tlsFix';
import { plainHosts, plainListeners, unreadyCertificates } from '../tls';

export const ingressTls = defineCheck({
  id: 'ingress-tls',
  topic: 'ingress',
  severity: 'high',
  since: '1.0',
  revisions: [{ since: '1.1', what: 'A listener of a protocol that takes no such routes is not theirs.' }],
  title: 'Every host from outside has TLS',
  why: 'A host without TLS sends sessions, passwords and personal data readable across every network in between, and lets anyone there change the answers.',
  remediation:
    'List the host under `spec.tls` of the Ingress with the Secret of its certificate, or attach the route to an HTTPS listener of the Gateway only.',
  appliesWhen: 'An Ingress or a route of the Gateway API leads to the workload.',
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/ingress/#tls',
    'https://gateway-api.sigs.k8s.io/guides/tls/',
  ],
  reads: [
    'v1/Service',
    'networking.k8s.io/v1/Ingress',
    ...routeKinds,
    ...listenerKinds,
    'cert-manager.io/v1/Certificate',
  ],
  evaluate(workload, index) {
    const ingresses = ingressesOf(workload, index);
    const routes = routesOf(workload, index).filter(route => gatewayParents(route).length > 0);
    if (ingresses.length + routes.length === 0) return notApplicable('no Ingress and no route leads to it');
    const plain = ingresses.flatMap(one => plainHosts(one).map(host => ({ ingress: one, host: host || 'any host' })));
    // What an Ingress shows is enough where gateways can't be read.
    const isEnough = plain.length > 0 && index.state(listenerKinds[0]).state !== 'synced';
    const listeners = isEnough ? [] : routes.map(route => plainListeners(route, index));
    const evidence = [
      ...plain.map(({ ingress, host }) =>
        index.evidence(ingress, `spec.rules[${host}]`, 'not in spec.tls', `${host} in spec.tls[].hosts`),
      ),
      ...listeners.flatMap(one => one.evidence),
    ];
    const open = [...new Set(listeners.flatMap(({ what }) => what))];
    const hosts = [...plain.map(({ host }) => host), ...open];
    const result = failIfAny(evidence, `${hosts.join(', ')} is served without TLS`, () => {
      const missing = listeners.flatMap(one => one.missing);
      if (missing.length > 0) return unknown('notReadable', `Gateway ${missing.join(', ')} is not there to tell`);
      const isServed = index.state('cert-manager.io/v1/Certificate').state === 'synced';
      const unready = isServed ? ingresses.flatMap(ingress => unreadyCertificates(ingress, workload, index)) : [];
      const [first, ...more] = unready.map(one => index.evidence(one, 'status.conditions[Ready]', 'not True', 'True'));
      if (first) return warn(`Certificate ${unready[0].metadata.name} is not ready`, first, ...more);
      const names = [...ingresses, ...routes].map(({ kind, metadata }) => `${kind} ${metadata.name}`);
      return pass(`${names.join(', ')} ${names.length === 1 ? 'serves' : 'serve'} with TLS`);
    });
    return withFix(result, open.length > 0 ? undefined : tlsFix(plain, index));
  },
});
