// Kinds of policy engines, their reports, image scanners, and autoscalers that are not Kubernetes' own.
import type { PodTemplateSpec } from 'kubernetes-types/core/v1';
import type { LabelSelector } from 'kubernetes-types/meta/v1';
import type { Condition, CustomObject, KubernetesObject } from '../objects';

/** ClusterPolicy and Policy of Kyverno. See https://kyverno.io/docs/policy-types/cluster-policy/ @public */
export type KyvernoPolicy = CustomObject<
  {
    /** Whether it is asked at admission; otherwise it only reports on what runs. */
    admission?: boolean;
    validationFailureAction?: string;
    validationFailureActionOverrides?: { action?: string; namespaces?: string[] }[];
    rules?: {
      name: string;
      match?: KyvernoMatch;
      exclude?: KyvernoMatch;
      validate?: Record<string, unknown> & {
        failureAction?: string;
        failureActionOverrides?: { action?: string; namespaces?: string[] }[];
      };
    }[];
  },
  { ready?: boolean; conditions?: Condition[] }
>;

/** @public */
export interface KyvernoMatch {
  any?: KyvernoResourceMatch[];
  all?: KyvernoResourceMatch[];
  resources?: KyvernoResourceFilter;
}

/** Resources, and who asks for them. @public */
export interface KyvernoResourceMatch {
  resources?: KyvernoResourceFilter;
  subjects?: unknown[];
  roles?: string[];
  clusterRoles?: string[];
}

/** @public */
export interface KyvernoResourceFilter {
  kinds?: string[];
  namespaces?: string[];
  name?: string;
  names?: string[];
  annotations?: Record<string, string>;
  namespaceSelector?: LabelSelector;
  selector?: LabelSelector;
  operations?: string[];
}

/** See https://kyverno.io/docs/policy-types/validating-policy/ @public */
export type KyvernoValidatingPolicy = CustomObject<
  {
    validationActions?: string[];
    /** When it is asked: `mode` is `Kubernetes` unless it judges other things than objects. */
    evaluation?: { mode?: string; admission?: { enabled?: boolean } };
    matchConstraints?: {
      resourceRules?: { apiGroups?: string[]; resources?: string[]; operations?: string[] }[];
      namespaceSelector?: LabelSelector;
      objectSelector?: LabelSelector;
    };
  },
  { conditions?: Condition[]; conditionStatus?: { ready?: boolean } }
>;

/** A constraint of OPA Gatekeeper; its kind is made by a ConstraintTemplate. @public */
export type GatekeeperConstraint = CustomObject<
  {
    enforcementAction?: string;
    /** What `scoped` means: actions by the place where they are taken. */
    scopedEnforcementActions?: { action?: string; enforcementPoints?: { name?: string }[] }[];
    match?: {
      kinds?: { apiGroups?: string[]; kinds?: string[] }[];
      namespaces?: string[];
      excludedNamespaces?: string[];
      namespaceSelector?: LabelSelector;
      labelSelector?: LabelSelector;
      scope?: string;
      name?: string;
    };
  },
  {
    auditTimestamp?: string;
    totalViolations?: number;
    violations?: { kind: string; name: string; namespace?: string; message?: string; enforcementAction?: string }[];
  }
>;

/** See https://github.com/kubernetes-sigs/wg-policy-prototypes/tree/master/policy-report @public */
export interface PolicyReport extends KubernetesObject {
  scope?: { kind?: string; name?: string; namespace?: string; uid?: string };
  results?: {
    policy: string;
    rule?: string;
    source?: string;
    result?: 'pass' | 'fail' | 'warn' | 'error' | 'skip';
    severity?: string;
    message?: string;
    resources?: { kind?: string; name?: string; namespace?: string; uid?: string }[];
  }[];
}

/** See https://aquasecurity.github.io/trivy-operator/latest/docs/crds/vulnerability-report/ @public */
export interface VulnerabilityReport extends KubernetesObject {
  report?: {
    updateTimestamp?: string;
    artifact?: { repository?: string; tag?: string; digest?: string };
    registry?: { server?: string };
    summary?: Partial<Record<'criticalCount' | 'highCount' | 'mediumCount' | 'lowCount', number>>;
    vulnerabilities?: {
      vulnerabilityID: string;
      severity: string;
      resource?: string;
      installedVersion?: string;
      fixedVersion?: string;
      title?: string;
    }[];
  };
}

/** See https://keda.sh/docs/latest/reference/scaledobject-spec/ @public */
export type ScaledObject = CustomObject<
  {
    scaleTargetRef: { apiVersion?: string; kind?: string; name: string };
    minReplicaCount?: number;
    /** Kept while no trigger is active; below the minimum. */
    idleReplicaCount?: number;
    maxReplicaCount?: number;
    triggers?: { type: string; authenticationRef?: { name: string; kind?: string } }[];
  },
  { conditions?: Condition[]; hpaName?: string }
>;

/** See https://keda.sh/docs/latest/reference/scaledjob-spec/ @public */
export type ScaledJob = CustomObject<
  {
    jobTargetRef?: { template?: PodTemplateSpec };
    triggers?: { type: string; authenticationRef?: { name: string; kind?: string } }[];
  },
  { conditions?: Condition[] }
>;

/** See https://github.com/kubernetes/autoscaler/tree/master/vertical-pod-autoscaler @public */
export type VerticalPodAutoscaler = CustomObject<{
  targetRef?: { apiVersion?: string; kind: string; name: string };
  updatePolicy?: { updateMode?: string };
  resourcePolicy?: {
    containerPolicies?: { containerName?: string; mode?: string; controlledResources?: string[] }[];
  };
}>;

/** See https://karpenter.sh/docs/concepts/nodepools/ @public */
export type NodePool = CustomObject<
  {
    template?: {
      metadata?: { labels?: Record<string, string> };
      spec?: {
        requirements?: { key: string; operator: string; values?: string[] }[];
        taints?: { key: string; value?: string; effect: string }[];
        terminationGracePeriod?: string;
        nodeClassRef?: { group?: string; kind?: string; name?: string };
      };
    };
    disruption?: {
      budgets?: { nodes?: string; schedule?: string; reasons?: string[] }[];
      consolidationPolicy?: string;
    };
    limits?: Record<string, string | number>;
  },
  { conditions?: Condition[]; resources?: Record<string, string> }
>;

/** @public */
export interface PolicyKinds {
  'kyverno.io/v1/ClusterPolicy': KyvernoPolicy;
  'kyverno.io/v1/Policy': KyvernoPolicy;
  'kyverno.io/v2/PolicyException': CustomObject;
  'policies.kyverno.io/v1/ValidatingPolicy': KyvernoValidatingPolicy;
  'templates.gatekeeper.sh/v1/ConstraintTemplate': CustomObject;
  /** Every kind of the group, whatever its name. */
  'constraints.gatekeeper.sh/v1beta1/*': GatekeeperConstraint;
  'wgpolicyk8s.io/v1alpha2/PolicyReport': PolicyReport;
  'wgpolicyk8s.io/v1alpha2/ClusterPolicyReport': PolicyReport;
  'openreports.io/v1alpha1/Report': PolicyReport;
  'openreports.io/v1alpha1/ClusterReport': PolicyReport;
  'aquasecurity.github.io/v1alpha1/VulnerabilityReport': VulnerabilityReport;
  'keda.sh/v1alpha1/ScaledObject': ScaledObject;
  'keda.sh/v1alpha1/ScaledJob': ScaledJob;
  'autoscaling.k8s.io/v1/VerticalPodAutoscaler': VerticalPodAutoscaler;
  'karpenter.sh/v1/NodePool': NodePool;
  /** Custom resources of kinds that no other entry names. */
  '*/*/CustomResource': CustomObject<
    Record<string, unknown>,
    { conditions?: Condition[]; observedGeneration?: number }
  >;
}
