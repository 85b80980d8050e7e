// A liveness probe restarts only what a restart mends: not a container that is busy, starting, or waiting for others.
import { changeTemplate, fail, notApplicable, pass, warn, withFix } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { livenessDefects } from '../liveness';

export const podLivenessSafe = defineCheck({
  id: 'pod-liveness-safe',
  topic: 'pod',
  severity: 'medium',
  since: '1.0',
  title: 'Liveness probes restart only what hangs',
  why: 'A liveness probe that fails under load restarts the containers that are busiest, and so turns a slow minute into an outage. Without one, a process that hangs stays until someone sees it.',
  remediation:
    'Ask the process alone, not its dependencies. Where both probes ask the same, let liveness wait longer: raise `failureThreshold`. Give slow starters a `startupProbe` instead of a long `initialDelaySeconds`.',
  appliesWhen: 'The workload runs on rather than to completion.',
  references: [
    'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/',
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/',
  ],
  reads: [],
  evaluate(workload) {
    if (workload.runsToCompletion) return notApplicable('it runs to completion');
    const containers = workload.containers.filter(({ role }) => role === 'main');
    const defects = containers.flatMap(container => livenessDefects(workload, container));
    const harmful = defects.filter(defect => defect.harmful);
    const [worst, ...others] = harmful.map(({ evidence }) => evidence);
    const reason = (some: typeof defects) => some.map(({ what }) => what).join('; ');
    const [first, ...more] = defects.map(({ evidence }) => evidence);
    if (first) {
      const result = worst ? fail(reason(harmful), worst, ...others) : warn(reason(defects), first, ...more);
      const operations = defects.flatMap(one => one.operations ?? []);
      // Mending some leaves a pass only where nothing else is amiss.
      return withFix(result, defects.every(one => one.operations) ? changeTemplate(workload, operations) : undefined);
    }
    return pass('liveness probes ask the process alone, or wait longer than readiness');
  },
});
