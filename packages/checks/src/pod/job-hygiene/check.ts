// Jobs end, clean up after themselves and do not pile up.
import type { Evidence, ObjectOf, Workload } from '@maturity-roadmap/engine';
import { notApplicable, pass, warn } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';

type JobSpec = ObjectOf<'batch/v1/Job'>['spec'];
type CronJobSpec = ObjectOf<'batch/v1/CronJob'>['spec'];

function jobOf({ kind, object }: Workload): JobSpec {
  const spec = object.spec as { jobTemplate?: { spec?: JobSpec }; jobTargetRef?: JobSpec } | undefined;
  if (kind === 'CronJob') return spec?.jobTemplate?.spec;
  return kind === 'ScaledJob' ? spec?.jobTargetRef : (spec as JobSpec);
}

function gaps(workload: Workload): { what: string; evidence: Evidence }[] {
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

export const jobHygiene = defineCheck({
  id: 'job-hygiene',
  topic: 'pod',
  severity: 'low',
  advice: true,
  since: '1.0',
  title: 'Jobs end, clean up and do not overlap',
  why: 'A Job that hangs holds its resources for ever, and one that is done stays until somebody deletes it. Runs of a CronJob that overlap work on the same data at the same time.',
  remediation:
    'Set `activeDeadlineSeconds` and `ttlSecondsAfterFinished` on Jobs; on CronJobs `concurrencyPolicy: Forbid` and `startingDeadlineSeconds`.',
  appliesWhen: 'The workload is a Job or CronJob.',
  references: [
    'https://kubernetes.io/docs/concepts/workloads/controllers/job/#job-termination-and-cleanup',
    'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/',
  ],
  reads: [],
  evaluate(workload) {
    if (!workload.runsToCompletion) return notApplicable(`a ${workload.kind} runs on`);
    const found = gaps(workload);
    const [first, ...more] = found.map(({ evidence }) => evidence);
    if (first) return warn(found.map(({ what }) => what).join('; '), first, ...more);
    return pass('it ends and cleans up after itself');
  },
});
