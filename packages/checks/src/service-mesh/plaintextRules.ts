// Rules that make callers send plaintext to pods that refuse it.
import type { Evidence, ObjectView, Workload } from '@maturity-roadmap/engine';
import type { enrolmentKinds } from './enrolment';
import { enrolmentOf } from './enrolment';
import type { istioMtlsKinds } from './judgeIstioMtls';
import { mtlsOf } from './judgeIstioMtls';
import type { TrafficRules } from './trafficRules';

type View = ObjectView<(typeof enrolmentKinds)[number] | (typeof istioMtlsKinds)[number]>;

/**
 * DestinationRules that switch TLS off for a workload whose sidecar takes nothing else on any port. Other callers than
 * sidecars do not follow them, and nothing is said where the mode can't be read.
 * See https://istio.io/latest/docs/reference/config/analysis/ist0113/
 */
export function plaintextToStrict({ rules }: TrafficRules, workload: Workload, index: View): Evidence[] {
  const plain = rules.filter(({ spec }) => spec?.trafficPolicy?.tls?.mode === 'DISABLE');
  if (plain.length === 0 || workload.podSpec.hostNetwork === true) return [];
  if (index.state('security.istio.io/v1/PeerAuthentication').state !== 'synced') return [];
  if (enrolmentOf(workload, index).mode !== 'Istio sidecar') return [];
  const { mode, ports } = mtlsOf(workload, index);
  if ([mode, ...Object.values(ports)].some(one => one !== 'STRICT')) return [];
  return plain.map(rule =>
    index.evidence(
      rule,
      'spec.trafficPolicy.tls.mode',
      'DISABLE: sends plaintext',
      'ISTIO_MUTUAL, as the pods are STRICT',
    ),
  );
}
