// Ports of a Service that lead nowhere, and container ports that the API server refuses.
import type { Evidence, Fix, ObjectView, Service, Workload } from '@maturity-roadmap/engine';
import { containerOfPort, fixFields } from '@maturity-roadmap/engine';

type ServicePort = NonNullable<NonNullable<Service['spec']>['ports']>[number];

/** A port of a Service that no container declares. */
export interface OpenPort {
  target: number | string;
  isNamed: boolean;
  evidence: Evidence;
  /** Where only one container port can be meant. */
  fix?: Fix;
}

const protocolOf = ({ protocol }: { protocol?: string }) => protocol ?? 'TCP';

/** The only container port of the protocol, as a target port. */
function onlyTarget(workload: Workload, port: ServicePort): number | string | undefined {
  const candidates = workload.containers
    .filter(({ longRunning }) => longRunning)
    .flatMap(({ container }) => container.ports ?? [])
    .filter(one => protocolOf(one) === protocolOf(port));
  return candidates.length === 1 ? (candidates[0].name ?? candidates[0].containerPort) : undefined;
}

/** The ports of a Service that no long-running container of the workload declares. */
export function openPortsOf(service: Service, workload: Workload, index: ObjectView<'v1/Service'>): OpenPort[] {
  return (service.spec?.ports ?? []).flatMap((port, at) => {
    if (containerOfPort(workload, port)) return [];
    const target = port.targetPort ?? port.port;
    const path = `spec.ports[${port.name ?? port.port}].targetPort`;
    const observed = `${target}/${protocolOf(port)}`;
    const evidence = index.evidence(service, path, observed, 'a port that a container declares');
    const right = onlyTarget(workload, port);
    const fix = right && fixFields(index.ref(service), service, { [`/spec/ports/${at}/targetPort`]: right });
    return [{ target, isNamed: typeof target === 'string', evidence, ...(fix ? { fix } : {}) }];
  });
}

/** The API server takes names of at most 15 small letters, digits and hyphens, with a letter among them. */
const portName = /^(?=.*[a-z])(?!.*--)[a-z0-9]([a-z0-9-]{0,13}[a-z0-9])?$/;

/**
 * Container ports that the API server refuses: without a number in range, or with a name that is taken in the same
 * container or is none. See https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports
 */
export function invalidPorts({ ref, containers }: Workload): Evidence[] {
  return containers.flatMap(({ container, path }) => {
    const seen = new Set<string>();
    return (container.ports ?? []).flatMap(({ name, containerPort }, at): Evidence[] => {
      const row = (field: string, observed: string, expected: string) => [
        { object: ref, path: `${path}.ports[${name ?? containerPort ?? at}].${field}`, observed, expected },
      ];
      if (!(containerPort >= 1 && containerPort <= 65_535))
        return row('containerPort', String(containerPort ?? 'absent'), 'a number from 1 to 65535');
      if (name === undefined) return [];
      const isTaken = seen.has(name);
      seen.add(name);
      if (isTaken) return row('name', `${name}, twice`, 'a name of its own');
      return portName.test(name) ? [] : row('name', name, 'at most 15 small letters, digits and hyphens');
    });
  });
}
