// The admission policies that a workload meets, of every engine we know, with whether they refuse or only report.
import type { Evidence, KubernetesObject, ObjectView, Workload } from '@maturity-roadmap/engine';
import { memoizeLast } from '@maturity-roadmap/engine';
import { kyvernoPolicies, kyvernoPolicyKinds } from './kyverno';
import { constraintKinds, constraints } from './gatekeeper';
import { admissionPolicies, admissionPolicyKinds } from './admissionPolicies';

/** Kinds that policies stand in, and the namespace that they select by. */
export const policyKinds = [
  ...kyvernoPolicyKinds,
  ...constraintKinds,
  ...admissionPolicyKinds,
  'v1/Namespace',
] as const;

export type PolicyKind = (typeof policyKinds)[number];

/** A policy that a workload meets when it is admitted. */
export interface AppliedPolicy {
  engine: 'Kyverno' | 'Gatekeeper' | 'ValidatingAdmissionPolicy';
  object: KubernetesObject;
  /** Refuses what breaks it; otherwise it only reports or warns. */
  enforced: boolean;
  /** The field that says so. */
  path: string;
  observed: string;
}

/** What a policy may select by. */
export interface Target {
  workload: Workload;
  /** Labels of its namespace; empty where the namespace was not read. */
  namespaceLabels: Readonly<Record<string, string>>;
}

/** The workload with the labels of its namespace. */
export function targetOf(workload: Workload, index: ObjectView<'v1/Namespace'>): Target {
  const namespace = index.find('v1/Namespace', workload.namespace);
  // The API server puts this label on every namespace.
  const own = { 'kubernetes.io/metadata.name': workload.namespace };
  return { workload, namespaceLabels: { ...own, ...namespace?.metadata.labels } };
}

/** Every policy whose rules match the workload or its pods. */
export const policiesOn = memoizeLast((workload: Workload, index: ObjectView<PolicyKind>): readonly AppliedPolicy[] => {
  const target = targetOf(workload, index);
  return [...kyvernoPolicies(target, index), ...constraints(target, index), ...admissionPolicies(target, index)];
});

/** Whether any engine is there at all. */
export function hasEngine(index: ObjectView<PolicyKind>): boolean {
  return policyKinds.some(kind => kind !== 'v1/Namespace' && index.all(kind).length > 0);
}

/** The field that decides, as evidence. */
export function evidenceOf(policy: AppliedPolicy, index: ObjectView<PolicyKind>, expected?: string): Evidence {
  return index.evidence(policy.object, policy.path, policy.observed, expected);
}
