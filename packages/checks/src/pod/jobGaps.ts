// What keeps Jobs from ending, cleaning up after themselves and keeping out of each other's way.
import type { Evidence, ObjectOf, Workload } from '@maturity-roadmap/engine';

type JobSpec = ObjectOf<'batch/v1/Job'>['spec'];
type CronJobSpec = ObjectOf<'batch/v1/CronJob'>['spec'];

function jobOf({ kind, object }: Workload): JobSpec {
  const spec = object.spec as { jobTemplate?: { spec?: JobSpec }; jobTargetRef?: JobSpec } | undefined;
  if (kind === 'CronJob') return spec?.jobTemplate?.spec;
  return kind === 'ScaledJob' ? spec?.jobTargetRef : (spec as JobSpec);
}

/** What a Job, CronJob or ScaledJob leaves open. */
export function jobGaps(workload: Workload): { what: string; evidence: Evidence }[] {
  const found: { what: string; evidence: Evidence }[] = [];
  const add = (what: string, path: string, observed: unknown, expected: string) =>
    found.push({ what, evidence: { object: workload.ref, path, observed: String(observed ?? 'absent'), expected } });
  const isCron = workload.kind === 'CronJob';
  const isScaled = workload.kind === 'ScaledJob';
  const cron = workload.object.spec as CronJobSpec;
  const job = jobOf(workload);
  const base = workload.podSpecPath.slice(0, -'.template.spec'.length);
  if (job?.activeDeadlineSeconds === undefined && workload.podSpec.activeDeadlineSeconds === undefined)
    add('nothing ends it when it hangs', `${base}.activeDeadlineSeconds`, undefined, 'seconds it may take');
  // A CronJob and KEDA keep a limited history; what someone starts by hand stays.
  if (!isCron && !isScaled && job?.ttlSecondsAfterFinished === undefined)
    add('it stays after it is done', `${base}.ttlSecondsAfterFinished`, undefined, 'seconds to keep it');
  if (isCron && (cron?.concurrencyPolicy ?? 'Allow') === 'Allow')
    add('a slow run overlaps with the next', 'spec.concurrencyPolicy', cron?.concurrencyPolicy, 'Forbid or Replace');
  if (isCron && cron?.startingDeadlineSeconds === undefined)
    add('after 100 missed starts it never runs again', 'spec.startingDeadlineSeconds', undefined, 'seconds');
  return found;
}
