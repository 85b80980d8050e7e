// Judges whether Istio refuses plaintext for a workload.
import type { CheckResult, Fix, ObjectView, Workload } from '@maturity-roadmap/engine';
import { createBeside, fail, fixFields, ownLabels, pass, withFix } from '@maturity-roadmap/engine';
import { inNamespaces } from './inNamespaces';
import type { EffectiveMtls } from './peerAuthentication';
import { effectiveMtls } from './peerAuthentication';

export const istioMtlsKinds = ['security.istio.io/v1/PeerAuthentication', 'v1/ConfigMap'] as const;
type Kinds = (typeof istioMtlsKinds)[number];

/**
 * The namespace whose policies hold for the whole mesh, from the mesh's configuration where it can be read.
 * See https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-root_namespace
 */
export function rootNamespace(index: ObjectView<'v1/ConfigMap'>): string {
  const fallback = 'istio-system';
  if (index.state('v1/ConfigMap').state !== 'synced') return fallback;
  const mesh = index.get('v1/ConfigMap', fallback, 'istio')?.data?.mesh;
  return /^rootNamespace:\s*["']?([a-z0-9-]+)/m.exec(String(mesh ?? ''))?.[1] ?? fallback;
}

/** The mode that holds for a workload, by the policies of its namespace and of the whole mesh. */
export function mtlsOf(workload: Workload, index: ObjectView<Kinds>): EffectiveMtls {
  const root = rootNamespace(index);
  const policies = inNamespaces('security.istio.io/v1/PeerAuthentication', [workload.namespace, root], index);
  return effectiveMtls(workload, policies, root);
}

/** Creates a policy for the workload alone. In the namespace of the whole mesh one with a selector has no effect. */
function strictPolicy(workload: Workload, index: ObjectView<Kinds>): Fix | undefined {
  const matchLabels = ownLabels(workload);
  const isTaken = index.get('security.istio.io/v1/PeerAuthentication', workload.namespace, workload.name);
  if (!matchLabels || isTaken || workload.namespace === rootNamespace(index)) return undefined;
  const spec = { selector: { matchLabels }, mtls: { mode: 'STRICT' } };
  return createBeside(workload, { apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication', spec });
}

/** STRICT for the workload and for each port that is set apart. In ambient mode DISABLE means PERMISSIVE. */
export function judgeIstioMtls(workload: Workload, index: ObjectView<Kinds>): CheckResult {
  const { mode, giver, ports, portsGiver } = mtlsOf(workload, index);
  if (mode !== 'STRICT') {
    const reason = giver
      ? `PeerAuthentication ${giver.metadata.name} sets ${mode}: plaintext is accepted`
      : 'no PeerAuthentication sets a mode, so PERMISSIVE holds: plaintext is accepted';
    if (giver) {
      // What holds for the whole mesh is not for one workload to change.
      const isNear = giver.metadata.namespace === workload.namespace && Object.keys(ports).length === 0;
      const fields = { '/spec/mtls/mode': 'STRICT' };
      const result = fail(reason, index.evidence(giver, 'spec.mtls.mode', mode, 'STRICT'));
      return withFix(result, isNear ? fixFields(index.ref(giver), giver, fields) : undefined);
    }
    const row = { object: workload.ref, path: workload.podMetadataPath, observed: mode, expected: 'STRICT' };
    return withFix(fail(reason, row), strictPolicy(workload, index));
  }
  const open = Object.entries(ports).filter(([, portMode]) => portMode !== 'STRICT');
  if (open.length > 0 && portsGiver) {
    const [first, ...more] = open.map(([port, portMode]) =>
      index.evidence(portsGiver, `spec.portLevelMtls[${port}].mode`, portMode, 'STRICT'),
    );
    const names = open.map(([port]) => port).join(', ');
    return fail(`plaintext is accepted on port ${names}: ${portsGiver.metadata.name} sets it apart`, first, ...more);
  }
  const row = index.evidence(giver!, 'spec.mtls.mode', 'STRICT');
  const isInherited = giver !== portsGiver;
  return pass(
    `PeerAuthentication ${giver!.metadata.name} sets STRICT for all ports`,
    isInherited ? { ...row, inheritedFrom: index.ref(giver!) } : row,
  );
}
