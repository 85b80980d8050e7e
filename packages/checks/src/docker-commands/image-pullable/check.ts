// Nodes can pull the images: no container waits for one that is missing, misspelt or refused.
import { fail, notApplicable, pass, podsOf, unknown } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { imageProblems } from '../imageProblems';

export const imagePullable = defineCheck({
  id: 'image-pullable',
  topic: 'docker-commands',
  severity: 'high',
  since: '1.0',
  title: 'Every image can be pulled',
  why: 'A container whose image can not be pulled never starts. Pods that run already hide it until they move to another node, and then the workload shrinks or stands still.',
  remediation:
    "Look at `kubectl describe pod` for the registry's answer. Correct the name or tag, push the image again, or give the pods an `imagePullSecrets` entry that may read it.",
  // What a slow registry or a node that has just started may take.
  thresholds: { minutes: { default: 5, min: 0, max: 60, meaning: 'minutes after which a failed pull counts' } },
  appliesWhen: 'the workload has pods',
  references: [
    'https://kubernetes.io/docs/concepts/containers/images/#imagepullbackoff',
    'https://kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry/',
  ],
  reads: ['v1/Pod', 'apps/v1/ReplicaSet', 'batch/v1/Job'],
  evaluate(workload, index, { minutes: graceMinutes }) {
    const pods = podsOf(workload, index);
    if (pods.length === 0) return notApplicable('it has no pods');
    const problems = pods.flatMap(pod => imageProblems(pod, index.observedAt));
    const proven = problems.filter(problem => problem.isFinal || problem.minutes >= graceMinutes);
    const evidenceOf = (several: typeof problems) =>
      several.map(({ pod, path, reason, image }) =>
        index.evidence(pod, path, `${reason}: ${image}`, 'a running container'),
      );
    const [first, ...more] = evidenceOf(proven);
    if (first) {
      const images = [...new Set(proven.map(problem => problem.image))].sort().join(', ');
      const count = new Set(proven.map(problem => problem.pod.metadata.name)).size;
      return fail(
        `${count} of ${pods.length} pods ${count === 1 ? 'waits' : 'wait'} for an image that can't be pulled: ${images}`,
        first,
        ...more,
      );
    }
    if (problems.length > 0) {
      const reason = `an image could not be pulled at first; it counts after ${graceMinutes} minutes`;
      return unknown('notSettled', reason, ...evidenceOf(problems));
    }
    return pass(`no container of ${pods.length} ${pods.length === 1 ? 'pod' : 'pods'} waits for its image`);
  },
});
