// Composition of PeerAuthentications as a truth table: which policy of which scope decides.
import type { MtlsMode, ObjectOf, Workload } from '@maturity-roadmap/engine';
import { effectiveMtls } from './peerAuthentication';

type Policy = ObjectOf<'security.istio.io/v1/PeerAuthentication'>;
const workload = { namespace: 'web', podLabels: { app: 'shop' } } as unknown as Workload;

function policy(namespace: string, mode: MtlsMode | undefined, app?: string, created = '2026'): Policy {
  return {
    apiVersion: 'security.istio.io/v1',
    kind: 'PeerAuthentication',
    metadata: { name: `${namespace}-${mode}`, namespace, creationTimestamp: created },
    spec: { ...(app ? { selector: { matchLabels: { app } } } : { selector: { matchLabels: {} } }), mtls: { mode } },
  };
}

const mesh = policy('istio-system', 'STRICT');

it.each<[string, Policy[], string]>([
  ['nothing', [], 'PERMISSIVE'],
  ['the mesh', [mesh], 'STRICT'],
  ['the namespace before the mesh', [mesh, policy('web', 'DISABLE')], 'DISABLE'],
  ['the workload before the namespace', [policy('web', 'DISABLE'), policy('web', 'STRICT', 'shop')], 'STRICT'],
  ['not a policy of other pods', [mesh, policy('web', 'DISABLE', 'cart')], 'STRICT'],
  ['not a policy of other namespaces', [mesh, policy('data', 'DISABLE')], 'STRICT'],
  ['what UNSET inherits', [mesh, policy('web', 'UNSET', 'shop')], 'STRICT'],
  ['what a missing mode inherits', [mesh, policy('web', undefined)], 'STRICT'],
  ['no selector in the root namespace', [policy('istio-system', 'STRICT', 'shop')], 'PERMISSIVE'],
  [
    'the oldest of one scope',
    [policy('web', 'STRICT', undefined, '2026'), policy('web', 'DISABLE', undefined, '2025')],
    'DISABLE',
  ],
])('%s decides', (_what, policies, mode) => {
  expect(effectiveMtls(workload, policies, 'istio-system').mode).toBe(mode);
});
