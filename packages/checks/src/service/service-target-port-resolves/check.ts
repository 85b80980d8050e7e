// Each port of a Service leads to a container that listens: a name that no container knows leads nowhere.
import { containerOfPort, failIfAny, notApplicable, pass, servicesOf, warn } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';

export const serviceTargetPortResolves = defineCheck({
  id: 'service-target-port-resolves',
  topic: 'service',
  severity: 'high',
  since: '1.0',
  title: 'Target ports of Services exist on the pods',
  why: 'A named target port is looked up in the containers of each pod. If none has it, the pod silently drops out of the Service, and with the last one so does the Service.',
  remediation:
    'Give a container port that name and protocol, or set `targetPort` to the name or number that the container has.',
  appliesWhen: 'A Service with ports selects the pods.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports'],
  reads: ['v1/Service'],
  evaluate(workload, index) {
    const services = servicesOf(workload, index);
    const ports = services.flatMap(service => (service.spec?.ports ?? []).map(port => ({ service, port })));
    if (ports.length === 0) return notApplicable('no Service port leads to its pods');
    const open = ports
      .filter(({ port }) => !containerOfPort(workload, port))
      .map(({ service, port }) => {
        const target = port.targetPort ?? port.port;
        const path = `spec.ports[${port.name ?? port.port}].targetPort`;
        const observed = `${target}/${port.protocol ?? 'TCP'}`;
        return {
          isNamed: typeof target === 'string',
          target,
          evidence: index.evidence(service, path, observed, 'a port that a container declares'),
        };
      });
    const named = open.filter(({ isNamed }) => isNamed);
    return failIfAny(
      named.map(({ evidence }) => evidence),
      `no container has a port named ${named.map(({ target }) => target).join(', ')}`,
      () => {
        const [first, ...more] = open.map(({ evidence }) => evidence);
        // A number works without being declared: container ports are documentation.
        if (first)
          return warn(`no container declares port ${open.map(({ target }) => target).join(', ')}`, first, ...more);
        return pass(`all ${ports.length} Service ports lead to a declared container port`);
      },
    );
  },
});
