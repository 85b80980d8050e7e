// Judges a component by every check in every place it runs: the raw verdicts.
import type { Check, Repository } from '../checks';
import { evaluateCheck, matchesEntity } from '../checks';
import type { CheckResult, VerdictRecord } from '../model';
import { formatRef, notApplicable } from '../model';
import type { ObjectIndex } from '../objects';
import { repositoryEnvironment } from '../repository';
import type { Workload } from '../workloads';

/**
 * A component with all that belongs to it.
 *
 * @public
 */
export interface Component {
  /** Entity ref. */
  ref: string;
  /** Its workloads in all clusters. */
  workloads: readonly Workload[];
  /** Its repository; absent where the component has none of its own. */
  repository?: ObjectIndex;
  /** Path of its Dockerfile, where it names one. */
  dockerfile?: string;
  /** Its entity as the catalog has it, for checks that are meant for some components only. */
  entity?: object;
}

/**
 * All clusters at one instant. Time enters the engine here and nowhere else.
 *
 * @public
 */
export interface Snapshot {
  /** Newest observation, ISO 8601. */
  observedAt: string;
  /** By name. */
  clusters: ReadonlyMap<string, ObjectIndex>;
}

/**
 * The verdicts of all checks on all workloads and on the repository, sorted by check, environment and workload in the
 * order of `checks`.
 *
 * @public
 */
export function judgeComponent(component: Component, snapshot: Snapshot, checks: readonly Check[]): VerdictRecord[] {
  const workloads = [...component.workloads].sort((a, b) => (formatRef(a.ref) < formatRef(b.ref) ? -1 : 1));
  return checks.flatMap(check => {
    if (check.appliesTo && !matchesEntity(check.appliesTo, component.entity))
      return leftOut(check, component, workloads);
    return check.subject === 'workload'
      ? judgeWorkloads(check, workloads, snapshot)
      : judgeRepository(check, component, workloads);
  });
}

/** The verdicts of a check that an installation does not ask of the component. */
function leftOut(check: Check, { repository }: Component, workloads: readonly Workload[]): VerdictRecord[] {
  const result = notApplicable('the configuration asks it of other components only');
  if (check.subject === 'repository') return repository ? [recordOf(check, result, repositoryEnvironment)] : [];
  return workloads.map(workload => ({ ...recordOf(check, result, workload.ref.cluster), workload: workload.ref }));
}

function judgeWorkloads(check: Check, workloads: readonly Workload[], snapshot: Snapshot): VerdictRecord[] {
  return workloads.flatMap(workload => {
    const index = snapshot.clusters.get(workload.ref.cluster);
    if (!index) return [];
    const result = evaluateCheck(check, workload, index);
    return [{ ...recordOf(check, result, workload.ref.cluster), workload: workload.ref }];
  });
}

function judgeRepository(check: Check, component: Component, workloads: readonly Workload[]): VerdictRecord[] {
  const { repository, dockerfile } = component;
  if (!repository) return [];
  const subject: Repository = {
    ref: { cluster: repositoryEnvironment, apiVersion: 'repository/v1', kind: 'Repository', name: component.ref },
    workloads,
    ...(dockerfile ? { dockerfile } : {}),
  };
  return [recordOf(check, evaluateCheck(check, subject, repository), repositoryEnvironment)];
}

function recordOf(check: Check, result: CheckResult, environment: string): VerdictRecord {
  return {
    check: check.id,
    topic: check.topic,
    severity: check.severity,
    advice: check.advice ?? false,
    verdict: result.verdict,
    reason: result.reason,
    ...('code' in result ? { code: result.code } : {}),
    evidence: result.evidence,
    ...('fix' in result && result.fix ? { fix: result.fix } : {}),
    environment,
  };
}
