// Jobs end, clean up after themselves and do not pile up.
import { fixFields, notApplicable, pass, warn, withFix } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { jobGaps } from '../jobGaps';

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
    const found = jobGaps(workload);
    const [first, ...more] = found.map(({ evidence }) => evidence);
    if (first) {
      // How long is too long only its authors know; that runs must not overlap follows.
      const isOverlap = found.length === 1 && first.path === 'spec.concurrencyPolicy';
      const fields = { '/spec/concurrencyPolicy': 'Forbid' };
      const result = warn(found.map(({ what }) => what).join('; '), first, ...more);
      return withFix(result, isOverlap ? fixFields(workload.ref, workload.object, fields) : undefined);
    }
    return pass('it ends and cleans up after itself');
  },
});
