// Judges a component by every check in every place it runs: the raw verdicts.
import type { Check, Repository } from '../checks';
import { matchesEntity } from '../checks';
import type { ReadyCheck } from '../checks/readyCheck';
import { evaluateReady, readyCheck } from '../checks/readyCheck';
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
  const workloads = inOrder(component.workloads);
  const ready = readyChecks(checks);
  const [only, another] = workloads;
  if (only && !another) return judgeAlone(only, component, snapshot, ready);
  // Workload by workload, since checks share what they find out about one.
  const results = workloads.map(workload => judgeWorkload(workload, component, snapshot, ready));
  const records: VerdictRecord[] = [];
  for (let at = 0; at < ready.length; at++) {
    const check = ready[at];
    if (check.isOfRepository) judgeRepository(check, component, workloads, records);
    else
      for (let place = 0; place < results.length; place++) {
        const found = results[place][at];
        if (found) records.push(found);
      }
  }
  return records;
}

function inOrder(workloads: readonly Workload[]): readonly Workload[] {
  if (workloads.length < 2) return workloads;
  const named = workloads.map(workload => ({ workload, name: formatRef(workload.ref) }));
  return named.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ workload }) => workload);
}

/** Most components have one workload: the records of its checks are the records in their order. */
function judgeAlone(
  workload: Workload,
  component: Component,
  snapshot: Snapshot,
  checks: readonly ReadyCheck[],
): VerdictRecord[] {
  const index = snapshot.clusters.get(workload.ref.cluster);
  const records: VerdictRecord[] = [];
  for (let at = 0; at < checks.length; at++) {
    const check = checks[at];
    if (check.isOfRepository) judgeRepository(check, component, [workload], records);
    else {
      const record = judge(check, workload, component, index);
      if (record) records.push(record);
    }
  }
  return records;
}

const known = new WeakMap<readonly Check[], readonly ReadyCheck[]>();

/** Checks made ready. The same for every component, so it is worked out once. */
function readyChecks(checks: readonly Check[]): readonly ReadyCheck[] {
  let ready = known.get(checks);
  if (!ready) known.set(checks, (ready = checks.map(readyCheck)));
  return ready;
}

/** What an installation answers for a check that it does not ask of the component. */
const leftOut = ({ appliesTo }: ReadyCheck, { entity }: Component) =>
  appliesTo && !matchesEntity(appliesTo, entity)
    ? notApplicable('the configuration asks it of other components only')
    : undefined;

/** One record for each check of workloads, at the check's position. */
function judgeWorkload(
  workload: Workload,
  component: Component,
  { clusters }: Snapshot,
  checks: readonly ReadyCheck[],
): (VerdictRecord | undefined)[] {
  const index = clusters.get(workload.ref.cluster);
  return checks.map(check => (check.isOfRepository ? undefined : judge(check, workload, component, index)));
}

/** Nothing where the workload's cluster is not known. */
function judge(
  check: ReadyCheck,
  workload: Workload,
  component: Component,
  index: ObjectView<KindId> | undefined,
): VerdictRecord | undefined {
  const { ref } = workload;
  const result = leftOut(check, component) ?? (index && evaluateReady(check, workload, index));
  return result && recordOf(check, result, ref.cluster, ref);
}

function judgeRepository(
  check: ReadyCheck,
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
  const result = leftOut(check, component) ?? evaluateReady(check, subject, repository);
  into.push(recordOf(check, result, repositoryEnvironment));
}

// Written for every check of every workload: spreading, or adding a field to what is there, costs more than most checks.
function recordOf(check: ReadyCheck, result: CheckResult, environment: string, workload?: ObjectRef): VerdictRecord {
  const { id, topic, severity, advice } = check;
  const { verdict, reason, evidence } = result;
  const record: VerdictRecord = workload
    ? { check: id, topic, severity, advice, verdict, reason, evidence, environment, workload }
    : { check: id, topic, severity, advice, verdict, reason, evidence, environment };
  if (result.verdict === 'unknown') record.code = result.code;
  else if ((result.verdict === 'fail' || result.verdict === 'warn') && result.fix) record.fix = result.fix;
  return record;
}
