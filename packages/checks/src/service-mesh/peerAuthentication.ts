// Composes Istio's PeerAuthentications into the mode that holds for one workload.
import type { MtlsMode, ObjectOf, Workload } from '@maturity-roadmap/engine';
import { matchesLabels } from '@maturity-roadmap/engine';

type PeerAuthentication = ObjectOf<'security.istio.io/v1/PeerAuthentication'>;

export interface EffectiveMtls {
  mode: Exclude<MtlsMode, 'UNSET'>;
  /** The policy that sets the mode; absent where Istio's own default, PERMISSIVE, holds. */
  giver?: PeerAuthentication;
  /** Ports, by number of the container port, whose mode differs; only the workload's own policy can set them. */
  ports: Readonly<Record<string, Exclude<MtlsMode, 'UNSET'>>>;
  /** The policy that sets the ports. */
  portsGiver?: PeerAuthentication;
}

const hasSelector = ({ spec }: PeerAuthentication) => Object.keys(spec?.selector?.matchLabels ?? {}).length > 0;

/** Of several policies of one scope the oldest counts. */
function oldest(policies: readonly PeerAuthentication[]): PeerAuthentication | undefined {
  const age = ({ metadata }: PeerAuthentication) => `${metadata.creationTimestamp ?? ''} ${metadata.name}`;
  return [...policies].sort((a, b) => (age(a) < age(b) ? -1 : 1))[0];
}

const setMode = (mode: MtlsMode | undefined) => (mode && mode !== 'UNSET' ? mode : undefined);

/**
 * The mode of mutual TLS for a workload: its own policy before the namespace's before the mesh's, each inheriting
 * where it sets nothing. A policy with a selector in the root namespace has no effect.
 * See https://istio.io/latest/docs/reference/config/security/peer_authentication/
 */
export function effectiveMtls(
  { namespace, podLabels }: Workload,
  policies: readonly PeerAuthentication[],
  rootNamespace: string,
): EffectiveMtls {
  const isIn = (place: string) => (policy: PeerAuthentication) => (policy.metadata.namespace ?? 'default') === place;
  const mesh = oldest(policies.filter(isIn(rootNamespace)).filter(policy => !hasSelector(policy)));
  const here = namespace === rootNamespace ? [] : policies.filter(isIn(namespace));
  const wide = oldest(here.filter(policy => !hasSelector(policy)));
  const own = oldest(
    here.filter(policy => hasSelector(policy) && matchesLabels(policy.spec?.selector?.matchLabels, podLabels)),
  );
  const giver = [own, wide, mesh].find(policy => setMode(policy?.spec?.mtls?.mode));
  const mode = setMode(giver?.spec?.mtls?.mode) ?? 'PERMISSIVE';
  const ports = Object.entries(own?.spec?.portLevelMtls ?? {}).map(([port, at]) => [port, setMode(at?.mode) ?? mode]);
  return { mode, ...(giver ? { giver } : {}), ports: Object.fromEntries(ports), ...(own ? { portsGiver: own } : {}) };
}
