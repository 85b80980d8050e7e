// The documents in which own checks are written.
import type { Severity } from '@maturity-roadmap/engine';

/** An expression with a name. @public */
export interface NamedExpression {
  name: string;
  expression: string;
}

/**
 * One thing that must hold.
 *
 * @public
 */
export interface Validation {
  /** Must give true. */
  expression: string;
  /** Said where it gives false. */
  message?: string;
  /** Gives the message; `message` counts where it can't. */
  messageExpression?: string;
  /** Field that the evidence names, from the object's root. */
  path?: string;
}

/**
 * What an own check says of itself and asks. The names of expressions are those of Kubernetes'
 * ValidatingAdmissionPolicy. See https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/
 *
 * @public
 */
export interface OwnCheck {
  id: string;
  topic: string;
  severity: Severity;
  advice: boolean;
  title: string;
  why: string;
  remediation: string;
  appliesWhen: string;
  references: readonly string[];
  since: string;
  /** Where one gives false, the check is not applicable. */
  matchConditions: readonly NamedExpression[];
  variables: readonly NamedExpression[];
  validations: readonly Validation[];
  /** Value of the variable `params`. */
  params: unknown;
  /** What a policy is about; own checks are about the workload's object. */
  constraints?: MatchConstraints;
}

/** The part of a policy that says what it is about. */
export interface MatchConstraints {
  namespaceSelector?: object;
  objectSelector?: object;
  resourceRules?: readonly ResourceRule[];
  excludeResourceRules?: readonly ResourceRule[];
}

/** Groups, versions and plural names; `*` stands for any. */
export interface ResourceRule {
  apiGroups?: readonly string[];
  apiVersions?: readonly string[];
  resources?: readonly string[];
}
