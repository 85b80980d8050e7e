// KEDA can read what it scales by: the ScaledObject or ScaledJob is ready and does not live on its fallback.
import type { ScaledJob, ScaledObject } from '@maturity-roadmap/engine';
import { fail, notApplicable, pass, scaledObjectsOf, unknown } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { isPaused } from '../keda';
import { missingAuthentications } from '../triggerAuthentication';

export const kedaHealthy = defineCheck({
  id: 'keda-healthy',
  topic: 'hpa-vpa',
  severity: 'medium',
  since: '1.0',
  title: 'KEDA’s ScaledObject or ScaledJob is ready and reads its triggers',
  why: 'When a trigger can’t be read, KEDA holds the replicas or falls back to a fixed number. A queue then grows while everything looks green.',
  remediation:
    'Read the conditions with `kubectl describe scaledobject`, mend the trigger’s address or credentials, and create the TriggerAuthentication that it names.',
  appliesWhen: 'A KEDA ScaledObject that is not paused scales the workload, or the workload is a ScaledJob.',
  references: [
    'https://keda.sh/docs/latest/reference/scaledobject-spec/',
    'https://keda.sh/docs/latest/reference/scaledjob-spec/',
    'https://keda.sh/docs/latest/concepts/authentication/',
  ],
  reads: ['keda.sh/v1alpha1/ScaledObject', '*/*/CustomResource'],
  evaluate(workload, index) {
    const all: readonly (ScaledObject | ScaledJob)[] =
      workload.kind === 'ScaledJob' ? [workload.object as ScaledJob] : scaledObjectsOf(workload, index);
    const scaled = all.filter(one => !isPaused(one));
    if (scaled.length === 0) return notApplicable('no active ScaledObject or ScaledJob scales it');
    const seen = [];
    for (const one of scaled) {
      const name = `${one.kind} ${one.metadata.name}`;
      const row = (type: string, expected: string) => {
        const {
          status = 'not set',
          reason = '',
          message = '',
        } = one.status?.conditions?.find(c => c.type === type) ?? {};
        const observed = `${status} ${reason} ${message}`.trim();
        return { status, reason, evidence: index.evidence(one, `status.conditions[${type}]`, observed, expected) };
      };
      const fallback = row('Fallback', 'False');
      if (fallback.status === 'True') return fail(`${name} lives on its fallback`, fallback.evidence);
      const ready = row('Ready', 'True');
      if (ready.status === 'False') return fail(`${name} is not ready: ${ready.reason}`, ready.evidence);
      const [missing] = missingAuthentications(one, index);
      if (missing) return fail(`${name} names ${missing.name}, which does not exist`, missing.evidence);
      if (ready.status === 'True') seen.push(ready.evidence);
      else if (one.metadata.uid) return unknown('notSettled', `${name} has not told yet whether it is ready`);
    }
    if (seen.length === 0) return notApplicable('no status: judged on a running cluster');
    return pass(`${scaled.map(({ kind, metadata }) => `${kind} ${metadata.name}`).join(' and ')} is ready`, ...seen);
  },
});
