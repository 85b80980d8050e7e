// Which hosts are served without TLS.
import type { Evidence, ObjectOf, ObjectView, Workload } from '@maturity-roadmap/engine';
import type { Ingress, Route } from './routing';
import { gatewayParents } from './routing';

/**
 * Whether a name in a certificate covers a host: a wildcard stands for exactly one label.
 * See https://kubernetes.io/docs/concepts/services-networking/ingress/#tls
 */
export function covers(name: string, host: string): boolean {
  if (!name.startsWith('*.')) return name === host;
  const dot = host.indexOf('.');
  return dot > 0 && host.slice(dot) === name.slice(1);
}

/** Hosts of an Ingress without TLS. An entry without hosts, or a rule without host, means the controller's default. */
export function plainHosts(ingress: Ingress): string[] {
  const { tls = [], rules = [] } = ingress.spec ?? {};
  const hosts = [...new Set(rules.map(rule => rule.host ?? ''))];
  const isCovered = (host: string) =>
    tls.some(
      entry => (entry.hosts ?? []).length === 0 || (host !== '' && entry.hosts!.some(name => covers(name, host))),
    );
  return hosts.filter(host => !isCovered(host));
}

/** Where TLS ends before the Ingress, by the annotations of the load balancers of clouds. */
const upstreamAnnotations = [
  'alb.ingress.kubernetes.io/certificate-arn',
  'networking.gke.io/managed-certificates',
  'ingress.gcp.kubernetes.io/pre-shared-cert',
  'appgw.ingress.kubernetes.io/appgw-ssl-certificate',
];

/** The annotation by which a load balancer brings its own certificate. */
export function upstreamCertificate({ metadata }: Ingress): string | undefined {
  return upstreamAnnotations.find(name => metadata.annotations?.[name]);
}

/** The listeners of gateways that a route attaches to and that do not encrypt. */
export function plainListeners(
  route: Route,
  index: ObjectView<'gateway.networking.k8s.io/v1/Gateway'>,
): { evidence: Evidence[]; attached: number } {
  const evidence: Evidence[] = [];
  let attached = 0;
  for (const parent of gatewayParents(route)) {
    const namespace = parent.namespace ?? route.metadata.namespace ?? 'default';
    const gateway = index.get('gateway.networking.k8s.io/v1/Gateway', namespace, parent.name);
    for (const listener of gateway?.spec?.listeners ?? []) {
      if (parent.sectionName && parent.sectionName !== listener.name) continue;
      if (parent.port && parent.port !== listener.port) continue;
      attached += 1;
      const isPlain = listener.protocol === 'HTTP' || listener.protocol === 'TCP';
      if (isPlain && !onlyRedirects(route)) {
        evidence.push(
          index.evidence(gateway!, `spec.listeners[${listener.name}].protocol`, listener.protocol, 'HTTPS or TLS'),
        );
      }
    }
  }
  return { evidence, attached };
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
