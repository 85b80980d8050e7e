// A pod that serves finishes what it does before it ends: it waits until no one sends it requests any more.
import { fail, fixTemplate, notApplicable, pass, servicesOf, warn, withFix } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { defaultGraceSeconds, preStopOf, sleepSeconds } from '../shutdown';

export const podGracefulShutdown = defineCheck({
  id: 'pod-graceful-shutdown',
  topic: 'pod',
  severity: 'medium',
  since: '1.0',
  revisions: [{ since: '1.1', what: 'A hook that sleeps 0 seconds waits for nothing.' }],
  title: 'Pods behind a Service shut down gracefully',
  why: 'A pod gets SIGTERM at the same moment as it is taken out of the Service, and nodes learn of that a little later. Whoever stops at once drops the requests of those seconds, at each rollout.',
  remediation:
    'Add `lifecycle.preStop.sleep` of a few seconds to the container that serves, and leave the process enough of `terminationGracePeriodSeconds` to finish.',
  appliesWhen: 'A Service selects the pods and the workload does not run to completion.',
  references: [
    'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination',
    'https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/',
  ],
  reads: ['v1/Service'],
  evaluate(workload, index) {
    if (workload.runsToCompletion) return notApplicable('it runs to completion and serves nobody');
    if (servicesOf(workload, index).length === 0) return notApplicable('no Service selects its pods');
    const { podSpec, podSpecPath, podSpecPointer, ref } = workload;
    const grace = podSpec.terminationGracePeriodSeconds ?? defaultGraceSeconds;
    const path = `${podSpecPath}.terminationGracePeriodSeconds`;
    const main = workload.containers.filter(({ role }) => role === 'main');
    const longest = Math.max(0, ...main.map(({ container }) => sleepSeconds(preStopOf(container) ?? {})));
    if (grace <= longest) {
      const why = grace === 0 ? 'pods are killed at once' : `pods are killed before they wake after ${longest} s`;
      const row = { object: ref, path, observed: String(grace), expected: `more than ${longest}` };
      const result = fail(`${why}: the grace period is ${grace} s`, row);
      // Without a hook the longer period alone would still leave a warning.
      const fix = fixTemplate(workload, {
        [`${podSpecPointer}/terminationGracePeriodSeconds`]: longest + defaultGraceSeconds,
      });
      return withFix(result, longest === 0 ? undefined : fix);
    }
    const hooked = main.filter(({ container }) => preStopOf(container));
    if (hooked.length > 0) return pass(`${hooked.map(({ name }) => name).join(', ')} waits before it stops`);
    const rows = main.map(one => ({ object: ref, path: `${one.path}.lifecycle.preStop`, observed: 'absent' }));
    const [first, ...more] = rows.map(row => ({ ...row, expected: 'a hook, or a process that drains on SIGTERM' }));
    if (!first) return notApplicable('it has no container that serves');
    const result = warn('no container waits before it stops, unless the process itself does', first, ...more);
    // With several, which of them serves is not said.
    const [only, another] = main;
    if (!only || another || only.container.lifecycle?.preStop) return result;
    const hook = { [`${only.pointer}/lifecycle/preStop`]: { sleep: { seconds: 5 } } };
    return withFix(result, fixTemplate(workload, hook));
  },
});
