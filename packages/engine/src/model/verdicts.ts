// What a check can answer: five verdicts, each with its reason and, where it accuses, its evidence.
import type { Fix } from './fix';
import { isEmptyChange } from './fix';
import type { ObjectRef } from './objects';

/**
 * The five answers of a check, worst first.
 *
 * - `fail`: proven not to hold; always with evidence.
 * - `unknown`: could not be judged; never counted as a fail or a pass, lowers coverage.
 * - `warn`: holds, with a defect worth mending; counts half.
 * - `pass`: proven to hold.
 * - `notApplicable`: the question does not arise; leaves every share.
 *
 * @public
 */
export const verdicts = ['fail', 'unknown', 'warn', 'pass', 'notApplicable'] as const;

/** @public */
export type Verdict = (typeof verdicts)[number];

/**
 * Why something could not be judged. Each code tells who can mend it.
 *
 * - `forbidden`: the API server refuses to list the kind; the platform team grants a rule.
 * - `unreachable`: the cluster or repository does not answer.
 * - `stale`: what was read is too old to judge by.
 * - `notSettled`: the object is changing just now (rollout, status behind its spec); wait.
 * - `notReadable`: the fact exists but is never read (Secret data) or lies where we may not look.
 * - `unresolvable`: the input names something that can't be resolved (a build argument without default).
 * - `invalidObject`: the object's own fields contradict its schema.
 * - `checkFailed`: the check itself threw; a defect of the check.
 *
 * @public
 */
export type UnknownCode =
  | 'forbidden'
  | 'unreachable'
  | 'stale'
  | 'notSettled'
  | 'notReadable'
  | 'unresolvable'
  | 'invalidObject'
  | 'checkFailed';

/**
 * One observed fact: which object, which field, what stands there and what should.
 *
 * @public
 */
export interface Evidence {
  object: ObjectRef;
  /** Field path from the object's root; list items by name: `spec.template.spec.containers[app].image`. */
  path: string;
  /** What was read, as short text. Never a secret value. */
  observed: string;
  /** What would satisfy the check; absent for supporting facts. */
  expected?: string;
  /** The namespace-, mesh- or cluster-wide object that gives the control, when it is not the workload's own. */
  inheritedFrom?: ObjectRef;
}

/** @public */
export interface Pass {
  verdict: 'pass';
  reason: string;
  evidence: readonly Evidence[];
}

/** @public */
export interface Warn {
  verdict: 'warn';
  reason: string;
  evidence: readonly [Evidence, ...Evidence[]];
  fix?: Fix;
}

/** @public */
export interface Fail {
  verdict: 'fail';
  reason: string;
  evidence: readonly [Evidence, ...Evidence[]];
  fix?: Fix;
}

/** @public */
export interface NotApplicable {
  verdict: 'notApplicable';
  reason: string;
  evidence: readonly Evidence[];
}

/** @public */
export interface Unknown {
  verdict: 'unknown';
  code: UnknownCode;
  reason: string;
  evidence: readonly Evidence[];
}

/**
 * The answer of one check for one subject.
 *
 * @public
 */
export type CheckResult = Pass | Warn | Fail | NotApplicable | Unknown;

/**
 * The check holds. Say what was seen, not just that it is fine.
 *
 * @public
 */
export function pass(reason: string, ...evidence: Evidence[]): Pass {
  return { verdict: 'pass', reason, evidence };
}

/**
 * The check holds, with a defect. The first evidence names the defect.
 *
 * @public
 */
export function warn(reason: string, first: Evidence, ...more: Evidence[]): Warn {
  return { verdict: 'warn', reason, evidence: [first, ...more] };
}

/**
 * The check does not hold. A fail without evidence does not compile.
 *
 * @public
 */
export function fail(reason: string, first: Evidence, ...more: Evidence[]): Fail {
  return { verdict: 'fail', reason, evidence: [first, ...more] };
}

/**
 * The question does not arise for this subject; the reason is shown to the user.
 *
 * @public
 */
export function notApplicable(reason: string, ...evidence: Evidence[]): NotApplicable {
  return { verdict: 'notApplicable', reason, evidence };
}

/**
 * It can't be told. The code says who can mend it, the reason what is missing.
 *
 * @public
 */
export function unknown(code: UnknownCode, reason: string, ...evidence: Evidence[]): Unknown {
  return { verdict: 'unknown', code, reason, evidence };
}

/**
 * Fails if there is any evidence against, otherwise answers what `otherwise` says: the usual end of a check that
 * gathers offenders.
 *
 * @public
 */
export function failIfAny(
  evidence: readonly Evidence[],
  reason: string | ((evidence: readonly Evidence[]) => string),
  otherwise: () => CheckResult,
): CheckResult {
  const [first, ...more] = evidence;
  if (!first) return otherwise();
  return fail(typeof reason === 'string' ? reason : reason(evidence), first, ...more);
}

/**
 * A result with the change that mends it. Results that accuse no one, and changes that do not follow from the object
 * (undefined), leave it as it is.
 *
 * @public
 */
export function withFix(result: CheckResult, fix: Fix | undefined): CheckResult {
  const accuses = result.verdict === 'fail' || result.verdict === 'warn';
  return accuses && fix && !isEmptyChange(fix) ? { ...result, fix } : result;
}
