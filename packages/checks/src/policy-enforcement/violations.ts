// What policy engines have reported about a workload, joined by uid first and by name else.
import type { Evidence, KubernetesObject, ObjectOf, ObjectView, Workload } from '@maturity-roadmap/engine';
import { podsOf, replicaSetsOf } from '@maturity-roadmap/engine';
import { constraintMatches } from './gatekeeper';

export const reportKinds = ['wgpolicyk8s.io/v1alpha2/PolicyReport', 'openreports.io/v1alpha1/Report'] as const;
const ownKinds = ['v1/Pod', 'apps/v1/ReplicaSet', 'batch/v1/Job', 'constraints.gatekeeper.sh/v1beta1/*'] as const;

export const violationKinds = [...reportKinds, ...ownKinds] as const;

type Report = ObjectOf<(typeof reportKinds)[number]>;
type Result = NonNullable<Report['results']>[number];
type Named = { kind?: string; name?: string; namespace?: string; uid?: string };

/** Scanners write the same kind of report, but vulnerabilities and runtime alerts are not policy violations. */
const otherSources = /trivy|falco|kube-bench|inspektor/i;

/** A violation of a policy. */
export interface Violation {
  policy: string;
  evidence: Evidence;
}

/** What was reported of a workload. */
export interface Reported {
  violations: Violation[];
  /** Whether any report names it. */
  isNamed: boolean;
  /** A constraint that lists fewer violations than it counts, and does not list this workload. */
  capped?: KubernetesObject;
}

const isViolation = ({ result }: Result) => result === 'fail' || result === 'error';

/** Whether a constraint is about the workload at all; by its namespace's labels it may be. */
function mayMean(constraint: ObjectOf<'constraints.gatekeeper.sh/v1beta1/*'>, workload: Workload): boolean {
  const { namespaceSelector: _, ...match } = constraint.spec?.match ?? {};
  return constraintMatches({ ...constraint, spec: { ...constraint.spec, match } }, { workload, namespaceLabels: {} });
}

/**
 * Gathers reports on the workload, its ReplicaSets and its pods; the same policy counts once, since engines that
 * judge pods also judge their controllers.
 */
export function violationsOf(workload: Workload, index: ObjectView<(typeof violationKinds)[number]>): Reported {
  const own: KubernetesObject[] = [workload.object, ...replicaSetsOf(workload, index), ...podsOf(workload, index)];
  const isOwn = (named: Named | undefined) =>
    named !== undefined &&
    own.some(({ kind, metadata }) =>
      named.uid && metadata.uid
        ? named.uid === metadata.uid
        : named.kind === kind &&
          named.name === metadata.name &&
          (named.namespace ?? workload.namespace) === workload.namespace,
    );
  const reported: Reported = { violations: [], isNamed: false };
  const add = (policy: string, evidence: Evidence) => {
    if (!reported.violations.some(violation => violation.policy === policy))
      reported.violations.push({ policy, evidence });
  };
  for (const report of reportKinds.flatMap((kind): readonly Report[] => index.inNamespace(kind, workload.namespace))) {
    const results = (report.results ?? []).filter(
      result => !otherSources.test(result.source ?? '') && (isOwn(report.scope) || result.resources?.some(isOwn)),
    );
    if (results.length > 0) reported.isNamed = true;
    for (const result of results.filter(isViolation)) {
      const path = `results[${result.policy}${result.rule ? `/${result.rule}` : ''}]`;
      add(result.policy, index.evidence(report, path, result.message ?? result.result!, 'pass'));
    }
  }
  for (const constraint of index.all('constraints.gatekeeper.sh/v1beta1/*')) {
    const { violations = [], totalViolations = 0 } = constraint.status ?? {};
    const found = violations.find(isOwn);
    const name = `${constraint.kind}/${constraint.metadata.name}`;
    if (found) add(name, index.evidence(constraint, 'status.violations', found.message ?? 'violated', 'no violation'));
    else if (totalViolations > violations.length && mayMean(constraint, workload)) reported.capped = constraint;
    if (found) reported.isNamed = true;
  }
  return reported;
}
