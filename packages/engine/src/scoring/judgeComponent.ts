// Judges a component by every check in every place it runs: the raw verdicts.
import type { Check, Repository } from '../checks';
import { evaluateCheck, matchesEntity } from '../checks';
import type { CheckResult, KindId, ObjectRef, VerdictRecord } from '../model';
import { formatRef, notApplicable } from '../model';
import type { ObjectView } from '../objects';
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
  repository?: ObjectView<KindId>;
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
  clusters: ReadonlyMap<string, ObjectView<KindId>>;
}

/**
 * The verdicts of all checks on all workloads and on the repository, sorted by check, environment and workload in the
 * order of `checks`.
 *
 * @public
 */
export function judgeComponent(component: Component, snapshot: Snapshot, checks: readonly Check[]): VerdictRecord[] {
  const { entity } = component;
  const workloads = [...component.workloads].sort((a, b) => (formatRef(a.ref) < formatRef(b.ref) ? -1 : 1));
  const records: VerdictRecord[] = [];
  for (const check of checks) {
    if (check.appliesTo && !matchesEntity(check.appliesTo, entity)) leftOut(check, component, workloads, records);
    else if (check.subject === 'repository') judgeRepository(check, component, workloads, records);
    else judgeWorkloads(check, workloads, snapshot, records);
  }
  return records;
}

/** The verdicts of a check that an installation does not ask of the component. */
function leftOut(check: Check, { repository }: Component, workloads: readonly Workload[], into: VerdictRecord[]): void {
  const result = notApplicable('the configuration asks it of other components only');
  if (check.subject === 'workload')
    for (const { ref } of workloads) into.push(recordOf(check, result, ref.cluster, ref));
  else if (repository) into.push(recordOf(check, result, repositoryEnvironment));
}

function judgeWorkloads(
  check: Check,
  workloads: readonly Workload[],
  { clusters }: Snapshot,
  into: VerdictRecord[],
): void {
  for (const workload of workloads) {
    const { cluster } = workload.ref;
    const index = clusters.get(cluster);
    if (index) into.push(recordOf(check, evaluateCheck(check, workload, index), cluster, workload.ref));
  }
}

function judgeRepository(
  check: Check,
  component: Component,
  workloads: readonly Workload[],
  into: VerdictRecord[],
): void {
  const { repository, dockerfile } = component;
  if (!repository) return;
  const subject: Repository = {
    ref: { cluster: repositoryEnvironment, apiVersion: 'repository/v1', kind: 'Repository', name: component.ref },
    workloads,
    ...(dockerfile ? { dockerfile } : {}),
  };
  into.push(recordOf(check, evaluateCheck(check, subject, repository), repositoryEnvironment));
}

// Written for every check of every workload: fields are set one by one, since spreading costs more than most checks.
function recordOf(check: Check, result: CheckResult, environment: string, workload?: ObjectRef): VerdictRecord {
  const record: VerdictRecord = {
    check: check.id,
    topic: check.topic,
    severity: check.severity,
    advice: check.advice ?? false,
    verdict: result.verdict,
    reason: result.reason,
    evidence: result.evidence,
    environment,
  };
  if (workload) record.workload = workload;
  if (result.verdict === 'unknown') record.code = result.code;
  else if ((result.verdict === 'fail' || result.verdict === 'warn') && result.fix) record.fix = result.fix;
  return record;
}
