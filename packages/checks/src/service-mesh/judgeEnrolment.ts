// Judges whether a workload's pods are in the mesh, and would be again if they were created anew.
import type { CheckResult, Evidence, ObjectView, Workload } from '@maturity-roadmap/engine';
import { fail, notApplicable, pass, unknown, warn } from '@maturity-roadmap/engine';
import type { Enrolment, enrolmentKinds } from './enrolment';
import { enrolmentOf, isLeftOut } from './enrolment';
import { redirectionKey } from './istioAmbient';

export const meshKinds = ['security.istio.io/v1/PeerAuthentication', 'policy.linkerd.io/v1beta3/Server'] as const;
type Kinds = (typeof enrolmentKinds)[number] | (typeof meshKinds)[number];

/** A control plane is no part of its own mesh. */
const controlPlanes = new Set(['istio-system', 'linkerd']);

function isMeshInstalled(index: ObjectView<Kinds>): boolean {
  if (index.state('security.istio.io/v1/PeerAuthentication').state === 'synced') return true;
  const servers = index.state('policy.linkerd.io/v1beta3/Server').state === 'synced';
  return servers && index.all('policy.linkerd.io/v1beta3/Server').length > 0;
}

function isBehindItsSpec({ object }: Workload): boolean {
  const observed = (object.status as { observedGeneration?: number } | undefined)?.observedGeneration;
  return observed !== undefined && observed < (object.metadata.generation ?? 0);
}

export function judgeEnrolment(workload: Workload, index: ObjectView<Kinds>): CheckResult {
  if (workload.podSpec.hostNetwork === true)
    return notApplicable("the pods use the node's network, which no mesh takes in");
  const enrolment = enrolmentOf(workload, index);
  const { wanted, pods, outside, intents, mode } = enrolment;
  if (wanted.length === 0 && mode === undefined) {
    const asked = intents.find(intent => intent.asked);
    if (isLeftOut(workload.namespace) || controlPlanes.has(workload.namespace))
      return notApplicable(`${workload.namespace} stays outside of meshes`);
    if (!asked && !isMeshInstalled(index)) return notApplicable('no service mesh was seen');
    const because = asked?.because ?? 'neither namespace nor pod asks for a mesh';
    return fail(`not in the mesh: ${because}`, ownEvidence(workload, because));
  }
  if (outside.length > 0) {
    if (isBehindItsSpec(workload))
      return unknown('notSettled', 'the controller has not yet acted on the latest change');
    return fail(
      outsideReason(enrolment),
      index.evidence(outside[0], 'spec.containers', 'no mesh proxy', 'a mesh proxy'),
    );
  }
  if (wanted.length === 0) {
    const reason = `${pods.length} running pods are in the mesh (${mode}), but new ones would not be: nothing asks for it`;
    return warn(reason, ownEvidence(workload, 'no label or annotation'));
  }
  if (wanted.length > 1) {
    const both = wanted.map(({ because }) => because).join(' and ');
    return warn(`${both}: two data planes are asked for, the sidecar wins`, ownEvidence(workload, both));
  }
  return inMesh(workload, enrolment, index);
}

function ownEvidence(workload: Workload, observed: string): Evidence {
  return { object: workload.ref, path: workload.podMetadataPath, observed, expected: 'enrolled in the mesh' };
}

function outsideReason({ outside, pods, wanted }: Enrolment): string {
  const count = `${outside.length} of ${pods.length} running pods ${outside.length === 1 ? 'has' : 'have'} no mesh proxy`;
  if (outside.some(({ metadata }) => metadata.annotations?.[redirectionKey] === 'pending')) {
    return `${count}: redirection is still pending`;
  }
  return wanted[0] ? `${count} although ${wanted[0].because}: restart those created before` : count;
}

function inMesh(
  workload: Workload,
  { wanted, pods, namespaceObject }: Enrolment,
  index: ObjectView<Kinds>,
): CheckResult {
  const [{ mode, because, byNamespace }] = wanted;
  const seen = pods.length > 0 ? `all ${pods.length} running pods are in the mesh` : 'new pods join the mesh';
  const row = ownEvidence(workload, because);
  const inherited = byNamespace && namespaceObject ? { inheritedFrom: index.ref(namespaceObject) } : {};
  return pass(`${seen} (${mode}): ${because}`, { ...row, ...inherited });
}
