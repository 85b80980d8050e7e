/**
 * The checks: one folder each, by topic of the roadmap.
 *
 * @packageDocumentation
 */
export type { OwnChecks } from './cel/parseOwnChecks';
export { parseOwnChecks } from './cel/parseOwnChecks';
export { fieldsOf } from './fieldsOf';
export { fieldsRead } from './generated/fieldsRead';
export { allChecks } from './generated/registry';
export type { NetworkPolicySet, Reachability, SideOfConnection } from './network-policies/allowed';
export { allowed } from './network-policies/allowed';
export type { NetworkPeer, NetworkPod, NetworkPort } from './network-policies/rules';
export type { PodMetadata, PodSecurityLevel, Violation } from './pod-security-standards/controls/Control';
export type { PodSecurityVersion } from './pod-security-standards/evaluatePodSecurity';
export { evaluatePodSecurity, parsePodSecurityVersion } from './pod-security-standards/evaluatePodSecurity';
export { withPodSecurityVersion } from './pod-security-standards/withPodSecurityVersion';
export { standardVersion } from './standardVersion';
