// Which hosts are served without TLS.
import type { Evidence, ObjectOf, ObjectView, Workload } from '@maturity-roadmap/engine';
import { covers } from './hosts';
import type { GatewayView, Listener } from './listeners';
import { gatewayOf, openListeners } from './listeners';
import type { Ingress, Route } from './routing';
import { gatewayParents } from './routing';

/** Where TLS ends before the Ingress, by the annotations of the load balancers of clouds. */
const upstreamAnnotations = [
  'alb.ingress.kubernetes.io/certificate-arn',
  'networking.gke.io/managed-certificates',
  'ingress.gcp.kubernetes.io/pre-shared-cert',
  'appgw.ingress.kubernetes.io/appgw-ssl-certificate',
];

/** Whether a load balancer brings its own certificate. */
const hasUpstreamCertificate = ({ metadata }: Ingress) =>
  upstreamAnnotations.some(name => metadata.annotations?.[name]);

/**
 * Hosts of an Ingress without TLS; an empty text stands for any host, which a default backend without rules serves. An
 * entry without hosts means the controller's default certificate.
 */
export function plainHosts(ingress: Ingress): string[] {
  if (hasUpstreamCertificate(ingress)) return [];
  const { tls = [], rules = [], defaultBackend } = ingress.spec ?? {};
  const hosts = rules.length === 0 && defaultBackend ? [''] : [...new Set(rules.map(rule => rule.host ?? ''))];
  const isCovered = (host: string) =>
    tls.some(
      entry => (entry.hosts ?? []).length === 0 || (host !== '' && entry.hosts!.some(name => covers(name, host))),
    );
  return hosts.filter(host => !isCovered(host));
}

/** What a route's gateways serve without TLS, and the gateways that are not there to tell. */
export function plainListeners(
  route: Route,
  index: GatewayView,
): { what: string[]; evidence: Evidence[]; missing: string[] } {
  const what: string[] = [];
  const evidence: Evidence[] = [];
  const missing: string[] = [];
  for (const parent of gatewayParents(route)) {
    const gateway = gatewayOf(parent, route, index);
    if (!gateway) missing.push(parent.name);
    for (const listener of gateway ? openListeners(parent, gateway, route, index) : []) {
      const { name, protocol } = listener;
      const isPlain = protocol === 'HTTP' || protocol === 'TCP';
      if (isPlain && !onlyRedirects(route)) {
        what.push('a plain listener');
        evidence.push(index.evidence(gateway!, `spec.listeners[${name}].protocol`, protocol, 'HTTPS or TLS'));
      }
      if (!isPlain && lacksCertificate(listener)) {
        what.push(`listener ${name} without a certificate`);
        const path = `spec.listeners[${name}].tls.certificateRefs`;
        evidence.push(index.evidence(gateway!, path, 'none', 'a certificate to end TLS with'));
      }
    }
  }
  return { what, evidence, missing };
}

/**
 * Whether a listener says how it ends TLS but has nothing to end it with; the API accepts no such listener. What an
 * implementation takes by `options`, or where nothing is said at all, may be a certificate of its own.
 * See https://gateway-api.sigs.k8s.io/reference/spec/#gatewaytlsconfig
 */
function lacksCertificate({ protocol, tls }: Listener): boolean {
  if (protocol !== 'HTTPS' && protocol !== 'TLS') return false;
  if (!tls || tls.mode === 'Passthrough') return false;
  return (tls.certificateRefs ?? []).length === 0 && Object.keys(tls.options ?? {}).length === 0;
}

/** A route that only sends callers on to HTTPS may be plain itself. */
function onlyRedirects({ spec }: Route): boolean {
  const rules = spec?.rules ?? [];
  return rules.length > 0 && rules.every(rule => rule.filters?.some(filter => filter.type === 'RequestRedirect'));
}

const isReady = (conditions: { type: string; status: string }[] | undefined) =>
  conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') ?? true;

/** Certificates for the secrets of an Ingress that cert-manager has not made ready. */
export function unreadyCertificates(
  ingress: Ingress,
  workload: Workload,
  index: ObjectView<'cert-manager.io/v1/Certificate'>,
): ObjectOf<'cert-manager.io/v1/Certificate'>[] {
  const secrets = new Set((ingress.spec?.tls ?? []).flatMap(({ secretName }) => secretName ?? []));
  return index
    .inNamespace('cert-manager.io/v1/Certificate', workload.namespace)
    .filter(({ spec, status }) => secrets.has(spec?.secretName ?? '') && !isReady(status?.conditions));
}
