// Calls to the workload time out, are tried again and avoid what fails, and the mesh knows their protocol.
import type { Evidence } from '@maturity-roadmap/engine';
import { notApplicable, pass, warn } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { enrolmentKinds, enrolmentOf } from '../enrolment';
import { namesProtocol, silencedTelemetry } from '../protocols';
import { trafficKinds, trafficRulesOf } from '../trafficRules';

export const meshResilienceAndTelemetry = defineCheck({
  id: 'mesh-resilience-and-telemetry',
  topic: 'service-mesh',
  severity: 'low',
  advice: true,
  since: '1.0',
  revisions: [{ since: '1.1', what: 'Pods are in Istio unless its label or annotation is false, and nothing else.' }],
  title: 'The mesh limits, retries and observes calls to the workload',
  why: 'The mesh can end calls that hang, repeat those that failed and avoid pods that fail, but does little of it unless told. Without the protocol of a port it sees bytes instead of requests.',
  remediation:
    'Set a `timeout` in a VirtualService and `outlierDetection` in a DestinationRule, name Service ports by protocol (`http-api`) or set `appProtocol`, and do not disable telemetry.',
  appliesWhen: 'The pods are in Istio and a Service selects them.',
  references: [
    'https://istio.io/latest/docs/concepts/traffic-management/#network-resilience-and-testing',
    'https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/',
  ],
  reads: [...enrolmentKinds, ...trafficKinds, '*/*/CustomResource'],
  evaluate(workload, index) {
    const { mode } = enrolmentOf(workload, index);
    if (mode !== 'Istio sidecar' && mode !== 'Istio ambient') return notApplicable('the pods are not in Istio');
    const { services, rules, virtual } = trafficRulesOf(workload, index);
    if (services.length === 0) return notApplicable('no Service selects its pods');
    const found: { what: string; evidence: Evidence }[] = [];
    const [service] = services;
    if (!virtual.some(({ spec }) => spec?.http?.some(({ timeout, retries }) => timeout ?? retries)))
      found.push({
        what: 'no VirtualService limits or repeats calls',
        evidence: index.evidence(service, 'metadata.name', service.metadata.name, 'a VirtualService with a timeout'),
      });
    if (!rules.some(({ spec }) => spec?.trafficPolicy?.outlierDetection))
      found.push({
        what: 'no DestinationRule avoids pods that fail',
        evidence: index.evidence(
          service,
          'metadata.name',
          service.metadata.name,
          'a DestinationRule with outlierDetection',
        ),
      });
    for (const one of services)
      for (const port of (one.spec?.ports ?? []).filter(candidate => !namesProtocol(candidate))) {
        const path = `spec.ports[${port.name ?? port.port}]`;
        const evidence = index.evidence(one, path, port.name ?? 'no name', 'appProtocol, or a name such as http-api');
        found.push({ what: `the protocol of port ${port.port} is not said`, evidence });
      }
    found.push(...silencedTelemetry(workload, index));
    const [first, ...more] = found.map(({ evidence }) => evidence);
    if (first) return warn(found.map(({ what }) => what).join('; '), first, ...more);
    return pass('calls are limited and observed');
  },
});
