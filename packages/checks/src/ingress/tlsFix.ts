// The change that gives the hosts of an Ingress TLS, where somebody is there to make the certificate.
import type { Fix, ObjectRef } from '@maturity-roadmap/engine';
import { fixFields } from '@maturity-roadmap/engine';
import type { Ingress } from './routing';

/** By these cert-manager makes the certificates of what an Ingress lists. */
const issuerAnnotations = ['cert-manager.io/cluster-issuer', 'cert-manager.io/issuer', 'kubernetes.io/tls-acme'];

const hasIssuer = ({ metadata }: Ingress) => issuerAnnotations.some(name => metadata.annotations?.[name]);

/**
 * Lists the hosts under `spec.tls` of their Ingress. Only an issuer that the Ingress names makes that enough: without
 * one a certificate must be had first.
 *
 * @param plain - hosts without TLS; `any host` can't be listed
 */
export function tlsFix(
  plain: readonly { ingress: Ingress; host: string }[],
  index: { ref: (object: Ingress) => ObjectRef },
): Fix | undefined {
  const [first] = plain;
  if (!first || plain.some(({ ingress }) => ingress !== first.ingress) || !hasIssuer(first.ingress)) return undefined;
  const hosts = plain.map(({ host }) => host);
  if (hosts.some(host => !host.includes('.'))) return undefined;
  const { ingress } = first;
  const held = ingress.spec?.tls ?? [];
  const secretName = `${ingress.metadata.name}-tls`;
  const isTaken = held.some(entry => entry.secretName === secretName);
  const tls = isTaken
    ? held.map(entry =>
        entry.secretName === secretName ? { ...entry, hosts: [...(entry.hosts ?? []), ...hosts] } : entry,
      )
    : [...held, { hosts, secretName }];
  return fixFields(index.ref(ingress), ingress, { '/spec/tls': tls });
}
