// What does not stop a pod: each stage that it is known to have passed.
import type { Cause, Stage } from './Cause';
import type { PodState, WorkloadDiagnosis } from './WorkloadDiagnosis';

type RuledOut = WorkloadDiagnosis['ruledOut'][number];

/** Stages that a container has behind it once it ran. */
const beforeRun: readonly Stage[] = ['scheduling', 'volumes', 'sandbox', 'image', 'config'];

const memory = 'out-of-memory';

/**
 * What can be excluded for a pod, from how far it came.
 *
 * @param causes - found for it; their stages are not excluded
 */
export function ruledOutFor(pod: PodState, causes: readonly Cause[]): RuledOut[] {
  const blamed = new Set(causes.map(({ stage }) => stage));
  const inTrouble = pod.containers.filter(({ role, ready }) => role !== 'init' && !ready);
  const hasRun = inTrouble.length > 0 && inTrouble.every(({ state, lastEnd }) => state === 'running' || lastEnd);
  const found: RuledOut[] = [];
  const add = (stage: Stage, what: string, because: string) => {
    if (!blamed.has(stage)) found.push({ stage, what, because });
  };
  if (pod.node) add('scheduling', 'No node takes it', `it was placed on node ${pod.node}`);
  if (hasRun && !beforeRun.some(stage => blamed.has(stage))) {
    add('volumes', 'A volume is missing', 'its volumes were mounted');
    add('image', 'The image can’t be pulled', 'the image is on the node');
    add('config', 'A ConfigMap or Secret is missing', 'its containers were made with all they refer to');
  }
  const ends = inTrouble.flatMap(({ lastEnd }) => lastEnd ?? []);
  const isOutOfMemory = causes.some(({ id }) => id === memory) || ends.some(({ reason }) => reason === 'OOMKilled');
  if (ends.length > 0 && !isOutOfMemory) {
    const codes = [...new Set(ends.map(({ exitCode }) => exitCode))].join(', ');
    found.push({
      stage: 'run',
      what: 'It runs out of memory',
      because: `it ended with exit code ${codes}, not OOMKilled`,
    });
  }
  return found;
}
