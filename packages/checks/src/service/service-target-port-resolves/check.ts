// Each port of a Service leads to a container that listens: a name that no container knows leads nowhere.
import { failIfAny, notApplicable, pass, servicesOf, warn, withFix } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { invalidPorts, openPortsOf } from '../ports';

export const serviceTargetPortResolves = defineCheck({
  id: 'service-target-port-resolves',
  topic: 'service',
  severity: 'high',
  since: '1.0',
  title: 'Target ports of Services exist on the pods',
  why: 'A named target port is looked up in the containers of each pod. If none has it, the pod silently drops out of the Service, and with the last one so does the Service.',
  remediation:
    'Give a container port that name and protocol, or set `targetPort` to the name or number that the container has.',
  appliesWhen: 'A Service with ports selects the pods, or a container port is not valid.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports'],
  reads: ['v1/Service'],
  evaluate(workload, index) {
    const invalid = invalidPorts(workload);
    const faults = invalid.map(({ observed }) => observed).join(', ');
    return failIfAny(invalid, `the API server refuses container port ${faults}`, () => {
      const services = servicesOf(workload, index);
      const count = services.reduce((sum, { spec }) => sum + (spec?.ports ?? []).length, 0);
      if (count === 0) return notApplicable('no Service port leads to its pods');
      const open = services.flatMap(service => openPortsOf(service, workload, index));
      const named = open.filter(({ isNamed }) => isNamed);
      const targets = (some: typeof open) => some.map(({ target }) => target).join(', ');
      const rows = named.map(({ evidence }) => evidence);
      const result = failIfAny(rows, `no container has a port named ${targets(named)}`, () => {
        const [first, ...more] = open.map(({ evidence }) => evidence);
        // A number works without being declared: container ports are documentation.
        if (first) return warn(`no container declares port ${targets(open)}`, first, ...more);
        return pass(`all ${count} Service ports lead to a declared container port`);
      });
      return withFix(result, named.length === 1 && open.length === 1 ? named[0].fix : undefined);
    });
  },
});
