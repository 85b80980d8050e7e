// What Istio is told about the protocol of ports, and whether its telemetry was switched off.
import type { ServicePort } from 'kubernetes-types/core/v1';
import type { Evidence, ObjectView, Workload } from '@maturity-roadmap/engine';
import { apiGroup, matchesLabels } from '@maturity-roadmap/engine';

const protocols = /^(grpc|grpc-web|http|http2|https|mongo|mysql|redis|tcp|tls|udp)(-|$)/;

/** Whether a Service port says its protocol, by `appProtocol` or by the beginning of its name. */
export function namesProtocol({ name, appProtocol }: ServicePort): boolean {
  return appProtocol !== undefined || protocols.test(name ?? '');
}

interface TelemetrySpec {
  selector?: { matchLabels?: Record<string, string> };
  accessLogging?: { disabled?: boolean }[];
  tracing?: { disableSpanReporting?: boolean }[];
  metrics?: { overrides?: { disabled?: boolean; match?: object }[] }[];
}

/** Custom resources come as they are: a list may be anything. */
function listOf<T extends object>(value: readonly T[] | undefined): readonly T[] {
  return Array.isArray(value) ? value.filter(item => typeof item === 'object' && item !== null) : [];
}

/** Telemetry objects of the namespace that switch something off for the workload. */
export function silencedTelemetry(
  workload: Workload,
  index: ObjectView<'*/*/CustomResource'>,
): { what: string; evidence: Evidence }[] {
  return index
    .inNamespace('*/*/CustomResource', workload.namespace)
    .filter(({ apiVersion, kind }) => kind === 'Telemetry' && apiGroup(apiVersion) === 'telemetry.istio.io')
    .flatMap(telemetry => {
      const spec = (telemetry.spec ?? {}) as TelemetrySpec;
      const wanted = Object(spec.selector?.matchLabels) as Record<string, string>;
      if (Object.keys(wanted).length > 0 && !matchesLabels(wanted, workload.podLabels)) return [];
      const silenced = [
        ...(listOf(spec.metrics).some(({ overrides }) => listOf(overrides).some(one => one.disabled && !one.match))
          ? ['metrics']
          : []),
        ...(listOf(spec.tracing).some(({ disableSpanReporting }) => disableSpanReporting) ? ['tracing'] : []),
      ];
      return silenced.map(field => ({
        what: `Telemetry ${telemetry.metadata.name} switches ${field} off`,
        evidence: index.evidence(telemetry, `spec.${field}`, 'disabled', 'enabled'),
      }));
    });
}
