// Containers that end although they should run: by themselves, for lack of memory, or before they started.
import type { Case, Cause } from './Cause';
import type { PlacedStatus } from './statuses';
import { endedByProbe, endOf, statusesOf, waitingOf } from './statuses';

/** What exit codes mean. Above 128 it is 128 and the number of the signal. */
const exitCodes: Record<number, string> = {
  0: 'it ended by itself without an error, though it should run on: its command does not stay in the foreground',
  1: 'the program gave up with an error of its own',
  2: 'the program gave up, often over its arguments',
  126: 'the command is there but may not be executed',
  127: 'the command is not in the image',
  130: 'it was interrupted',
  132: 'it used an instruction that the processor of the node does not have',
  134: 'it aborted itself',
  137: 'it was killed: by the kernel for memory, by a liveness probe, or at the end of its grace period',
  139: 'it read memory that is not its own',
  143: 'it was asked to end',
};

/**
 * What an exit code says about the end of a container.
 *
 * @public
 */
export function meaningOfExit(code: number): string {
  return (
    exitCodes[code] ??
    (code > 128 && code < 160 ? `it was ended by signal ${code - 128}` : 'the program gave up with an error of its own')
  );
}

const startErrors = new Set(['StartError', 'ContainerCannotRun', 'RunContainerError', 'CreateContainerError']);

/** What kept a container from starting, by what the runtime said. */
function meaningOfRefusal(name: string, message: string): Pick<Cause, 'id' | 'stage' | 'title' | 'explanation'> {
  if (/no such file or directory|executable file not found/i.test(message))
    return {
      id: 'command-not-found',
      stage: 'run',
      title: `${name}: its command is not in the image`,
      explanation: 'Compare `command` and `args` with the image; in a slim image there may be no shell.',
    };
  if (/runAsNonRoot/i.test(message))
    return {
      id: 'root-refused',
      stage: 'config',
      title: `${name} would run as root, which runAsNonRoot forbids`,
      explanation: message,
    };
  return { id: 'container-not-startable', stage: 'run', title: `${name} could not be started`, explanation: message };
}

function startFailure(one: Case, placed: PlacedStatus): Cause | undefined {
  const waiting = waitingOf(placed);
  const end = endOf(placed);
  const reason = [waiting?.reason, end?.reason].find(candidate => candidate && startErrors.has(candidate));
  if (!reason) return undefined;
  const message = (startErrors.has(waiting?.reason ?? '') ? waiting?.message : end?.message) ?? '';
  return {
    ...meaningOfRefusal(placed.status.name, message),
    confidence: 'certain',
    evidence: [one.index.evidence(one.pod, `${placed.path}.state`, `${reason}: ${message}`)],
    command: one.kubectl('describe'),
    references: ['https://kubernetes.io/docs/tasks/debug/debug-application/debug-pods/'],
  };
}

function outOfMemory(one: Case, placed: PlacedStatus): Cause | undefined {
  const end = endOf(placed);
  if (end?.reason !== 'OOMKilled') return undefined;
  const { name } = placed.status;
  const containers = [...(one.pod.spec?.containers ?? []), ...(one.pod.spec?.initContainers ?? [])];
  const limit = containers.find(container => container.name === name)?.resources?.limits?.memory;
  return {
    id: 'out-of-memory',
    stage: 'run',
    title: limit
      ? `${name} needed more memory than its limit of ${limit}`
      : `${name} was killed for memory though it has no limit: the node was out of it`,
    explanation:
      'Raise the limit if the program rightly needs more, else look for what it keeps. Runtimes such as the JVM must be told the limit.',
    confidence: 'certain',
    evidence: [
      one.index.evidence(one.pod, `${placed.path}.lastState.terminated`, `OOMKilled, exit code ${end.exitCode}`),
    ],
    command: one.kubectl('top'),
    references: ['https://kubernetes.io/docs/tasks/configure-pod-container/assign-memory-resource/'],
  };
}

function crash(one: Case, placed: PlacedStatus): Cause | undefined {
  const end = endOf(placed);
  const isLooping = waitingOf(placed)?.reason === 'CrashLoopBackOff';
  const isDown =
    isLooping || (placed.status.state?.terminated !== undefined && one.pod.spec?.restartPolicy !== 'Never');
  if (!end || (!isDown && end.exitCode === 0) || (!isLooping && placed.role === 'init' && end.exitCode === 0))
    return undefined;
  if (!isDown && placed.status.ready) return undefined;
  const { name, restartCount } = placed.status;
  const isProbed = end.exitCode === 137 || end.exitCode === 143;
  const killing = isProbed ? endedByProbe(one, name) : undefined;
  // Ended by its probe: the probe's own cause says it.
  if (killing) return undefined;
  const words = (end.message ?? '').trim().split('\n').slice(-3).join(' ');
  return {
    id: isLooping ? 'crash-loop' : 'crashed',
    stage: placed.role === 'init' ? 'init' : 'run',
    title: `${name} ends with exit code ${end.exitCode}${isLooping ? ` again and again (${restartCount} restarts)` : ''}: ${meaningOfExit(end.exitCode)}`,
    explanation: words ? `Its last words: ${words}` : 'It left no termination message: read its last log.',
    confidence: words || end.exitCode > 1 ? 'certain' : 'likely',
    evidence: [
      one.index.evidence(
        one.pod,
        `${placed.path}.lastState.terminated`,
        `exit code ${end.exitCode}, ${end.reason ?? 'no reason'}`,
      ),
    ],
    command: one.kubectl('logs', '-c', name, '--previous'),
    references: ['https://kubernetes.io/docs/tasks/debug/debug-application/determine-reason-pod-failure/'],
  };
}

/** One cause for each container that ends or can't be started. */
export function crashCauses(one: Case): Cause[] {
  return statusesOf(one.pod).flatMap(
    placed => startFailure(one, placed) ?? outOfMemory(one, placed) ?? crash(one, placed) ?? [],
  );
}
