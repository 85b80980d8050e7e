/**
 * The checks: one folder each, by topic of the roadmap.
 *
 * @packageDocumentation
 */
export { allChecks } from './generated/registry';
export type { PodMetadata, PodSecurityLevel, Violation } from './pod-security-standards/controls/Control';
export type { PodSecurityVersion } from './pod-security-standards/evaluatePodSecurity';
export { evaluatePodSecurity, parsePodSecurityVersion } from './pod-security-standards/evaluatePodSecurity';
export { withPodSecurityVersion } from './pod-security-standards/withPodSecurityVersion';
