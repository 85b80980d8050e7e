// Whether the backends of an Ingress exist.
import type { Evidence, Fix, ObjectView } from '@maturity-roadmap/engine';
import { fixFields } from '@maturity-roadmap/engine';
import type { Ingress, IngressBackend } from './routing';
import { backendsOf } from './routing';

/** A backend that is not there, with the change that would mend it where only one can be meant. */
export interface BackendDefect {
  evidence: Evidence;
  fix?: Fix;
}

/** A port by which the ALB controller names an action of its annotations. */
const actionPort = 'use-annotation';

function defectOf(
  ingress: Ingress,
  { path, pointer, backend }: IngressBackend,
  index: ObjectView<'v1/Service'>,
): BackendDefect | undefined {
  // Backends that are no Services belong to the controller.
  if (backend.resource) return undefined;
  const row = (field: string, observed: string, expected: string) =>
    index.evidence(ingress, `${path}${field}`, observed, expected);
  if (!backend.service) return { evidence: row('', 'neither a Service nor a resource', 'a Service') };
  const { name, port } = backend.service;
  const service = index.get('v1/Service', ingress.metadata.namespace ?? 'default', name);
  if (!service) return { evidence: row('.service.name', name, 'a Service in this namespace') };
  const ports = service.spec?.ports ?? [];
  // A name elsewhere has no ports to compare with; some controllers follow it.
  const isElsewhere = service.spec?.type === 'ExternalName' && ports.length === 0;
  if (isElsewhere || port?.name === actionPort) return undefined;
  if (ports.some(one => (port?.name ? one.name === port.name : one.port === port?.number))) return undefined;
  const known = ports.map(one => [one.name, one.port].filter(Boolean).join(' or ')).join(', ');
  const evidence = row(
    '.service.port',
    String(port?.name ?? port?.number ?? 'no port'),
    `a port of Service ${name}: ${known}`,
  );
  const [only, another] = ports;
  if (!only || another || ingress.apiVersion !== 'networking.k8s.io/v1') return { evidence };
  const value = only.name ? { name: only.name } : { number: only.port };
  return { evidence, fix: fixFields(index.ref(ingress), ingress, { [`${pointer}/service/port`]: value }) };
}

/** The backends of an Ingress that are not there. */
export function backendDefectsOf(
  ingress: Ingress,
  index: ObjectView<'v1/Service' | 'networking.k8s.io/v1/Ingress'>,
): BackendDefect[] {
  return backendsOf(ingress, index).flatMap(backend => defectOf(ingress, backend, index) ?? []);
}
