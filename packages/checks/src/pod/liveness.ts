// What is wrong with the liveness probe of a container: what would restart it though a restart mends nothing.
import type { Evidence, FixOperation, Workload, WorkloadContainer } from '@maturity-roadmap/engine';
import { missingPort, patienceOf, questionOf, thresholdFor } from './probes';

/** A delay that is meant for a slow start holds for every restart, and still guesses. */
const longestDelay = 60;
/** Paths that by their name look at more than the process itself. */
const dependencyPath = /(^|[/_-])(ready|readiness|deps|dependencies|db|database|downstream)($|[/_-])/i;

export interface LivenessDefect {
  /** Restarts what should only get no traffic; the rest is worth a warning. */
  harmful: boolean;
  what: string;
  evidence: Evidence;
  operations?: readonly FixOperation[];
}

/** Probes that ask a port that is not there: liveness then never restarts, and startup never ends. */
function portDefects({ ref }: Workload, { name, container, path }: WorkloadContainer): LivenessDefect[] {
  return (['liveness', 'startup'] as const).flatMap(kind => {
    const probe = container[`${kind}Probe`];
    const port = probe && missingPort(probe, container);
    if (!port) return [];
    const what = `the ${kind} probe of ${name} asks port ${port}, which it does not have`;
    const field = probe.httpGet ? 'httpGet' : 'tcpSocket';
    const expected = 'the name of one of its ports, or a number';
    return [
      {
        harmful: true,
        what,
        evidence: { object: ref, path: `${path}.${kind}Probe.${field}.port`, observed: port, expected },
      },
    ];
  });
}

/** The defects of one container's liveness probe; an absent probe is one of them. */
export function livenessDefects(workload: Workload, subject: WorkloadContainer): LivenessDefect[] {
  const unanswered = portDefects(workload, subject);
  return unanswered.length > 0 ? unanswered : defectsOfProbe(workload, subject);
}

function defectsOfProbe({ ref }: Workload, { name, container, path, pointer }: WorkloadContainer): LivenessDefect[] {
  const { livenessProbe: live, readinessProbe: ready, startupProbe } = container;
  const at = `${path}.livenessProbe`;
  const row = (field: string, observed: string, expected: string) => ({
    object: ref,
    path: at + field,
    observed,
    expected,
  });
  if (!live) {
    const evidence = row('', 'absent', 'a probe of the process itself');
    return [{ harmful: false, what: `${name} has no liveness probe`, evidence }];
  }
  const question = questionOf(live, container);
  if (ready && question !== undefined && question === questionOf(ready, container)) {
    if (patienceOf(live) > patienceOf(ready)) return [];
    const seconds = `${patienceOf(live)} s`;
    const expected = `longer than the ${patienceOf(ready)} s of the readiness probe`;
    return [
      {
        harmful: true,
        what: `${name} is restarted as soon as it is not ready: both probes ask ${question}`,
        evidence: row('.failureThreshold', seconds, expected),
        operations: [
          {
            op: live.failureThreshold === undefined ? 'add' : 'replace',
            path: `${pointer}/livenessProbe/failureThreshold`,
            value: thresholdFor(live, 2 * patienceOf(ready)) + 1,
          },
        ],
      },
    ];
  }
  const delay = live.initialDelaySeconds ?? 0;
  if (delay > longestDelay && !startupProbe) {
    const evidence = row('.initialDelaySeconds', String(delay), 'a startupProbe for the slow start');
    // The same question with the same patience, asked only until it is first answered.
    const { initialDelaySeconds: _, ...probe } = live;
    const startup = { ...probe, failureThreshold: thresholdFor(live, delay) + (live.failureThreshold ?? 3) };
    const operations: FixOperation[] = [
      { op: 'add', path: `${pointer}/startupProbe`, value: startup },
      { op: 'remove', path: `${pointer}/livenessProbe/initialDelaySeconds` },
    ];
    return [
      { harmful: false, what: `${name} is left unwatched for ${delay} s after each start`, evidence, operations },
    ];
  }
  const asked = live.httpGet?.path ?? '';
  if (!dependencyPath.test(asked)) return [];
  const evidence = row('.httpGet.path', asked, 'an endpoint that looks at the process alone');
  return [{ harmful: false, what: `${name} may be restarted for what it depends on: ${asked}`, evidence }];
}
