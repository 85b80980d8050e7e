// Judges whether a workload's pods are isolated in one direction: only what a policy names may pass.
import type { CheckResult, ObjectView, Workload } from '@maturity-roadmap/engine';
import { fail, notApplicable, pass, unknown, withFix } from '@maturity-roadmap/engine';
import { adminKinds, administratorsComeFirst, isolatingAdministrators } from './adminIsolation';
import { egressTypes, ingressPolicy, missingPolicyKinds } from './missingPolicy';
import { otherPolicies, otherPolicyKinds } from './otherPolicies';
import type { Direction, NetworkPolicy } from './selecting';
import { isolating, policiesSelecting } from './selecting';

/** Kinds that isolation follows from. */
export const isolationKinds = [...missingPolicyKinds, ...adminKinds, 'v1/Namespace', ...otherPolicyKinds] as const;
type Kinds = (typeof isolationKinds)[number];

const names = (policies: readonly { metadata: { name: string } }[]) =>
  policies.map(({ metadata }) => metadata.name).join(', ');

/**
 * Passes where any policy isolates the pods in the direction, however much it then allows: breadth is another
 * check's question. Pods on the host's network are out of reach of policies.
 */
export function judgeIsolation(workload: Workload, direction: Direction, index: ObjectView<Kinds>): CheckResult {
  if (workload.podSpec.hostNetwork === true) {
    return notApplicable("the pods use the node's network, which NetworkPolicies do not govern");
  }
  const policies = isolating(workload, direction, index);
  if (policies.length > 0) {
    const noun = policies.length === 1 ? 'NetworkPolicy' : 'NetworkPolicies';
    const verb = policies.length === 1 ? 'isolates' : 'isolate';
    const reason = `${noun} ${names(policies)} ${verb} the pods for ${direction.toLowerCase()}`;
    return pass(reason, ...policies.map(policy => evidenceOf(policy, workload, index)));
  }
  const administrators = isolatingAdministrators(workload, direction, index);
  if (administrators.length > 0) {
    const reason = `${names(administrators)} of the cluster's administrators isolates the pods for ${direction.toLowerCase()}`;
    return pass(
      reason,
      ...administrators.map(policy => ({
        ...index.evidence(policy, 'spec', `${policy.kind} keeps strangers out`),
        inheritedFrom: index.ref(policy),
      })),
    );
  }
  const others = otherPolicies(workload.namespace, index);
  if (others.length > 0) {
    const kinds = [...new Set(others.map(({ kind }) => kind))].join(', ');
    return unknown(
      'notReadable',
      `no NetworkPolicy isolates the pods for ${direction.toLowerCase()}, but ${kinds} may: their rules are not read`,
      ...others.map(policy => index.evidence(policy, 'spec', 'not read')),
    );
  }
  const result = fail(noneReason(workload, direction, index), {
    object: workload.ref,
    path: `${workload.podMetadataPath}.labels`,
    observed: JSON.stringify(workload.podLabels),
    expected: `selected by a NetworkPolicy with policyTypes ${direction}`,
  });
  if (direction === 'Egress') return withFix(result, egressTypes(workload, index));
  return withFix(result, administratorsComeFirst(index) ? undefined : ingressPolicy(workload, index));
}

function noneReason(workload: Workload, direction: Direction, index: ObjectView<Kinds>): string {
  const selecting = policiesSelecting(workload, index);
  return selecting.length === 0
    ? `no NetworkPolicy of namespace ${workload.namespace} selects the pods`
    : `${names(selecting)} selects the pods, but not for ${direction.toLowerCase()}`;
}

/** A policy for all pods of the namespace is a control that the workload inherits. */
function evidenceOf(policy: NetworkPolicy, workload: Workload, index: ObjectView<Kinds>) {
  const selector = policy.spec?.podSelector ?? {};
  const isForAll = Object.keys(selector.matchLabels ?? {}).length + (selector.matchExpressions?.length ?? 0) === 0;
  const row = index.evidence(policy, 'spec.podSelector', `${JSON.stringify(selector)} selects ${workload.name}`);
  return isForAll ? { ...row, inheritedFrom: index.ref(policy) } : row;
}
