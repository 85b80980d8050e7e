// All ready pods of one revision run the same image, which proves that its tag did not move between their starts.
import { fail, notApplicable, pass, podsOf, unknown } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { imagesByContainer } from '../runningImages';

export const imageDigestConsistent = defineCheck({
  id: 'image-digest-consistent',
  topic: 'docker-commands',
  severity: 'medium',
  since: '1.0',
  title: 'All pods of a revision run the same image digest',
  why: 'Pods of one revision carry the same image name. If their digests differ, the tag was pushed again in between, and the same requests meet different code depending on the pod they reach.',
  remediation:
    'Give every build a tag of its own and never push a tag twice (registries can forbid it), or name the digest in the pod template. Then roll out once to bring the pods into line.',
  appliesWhen: 'the workload has at least two ready pods of one revision',
  references: ['https://kubernetes.io/docs/concepts/containers/images/#image-names'],
  reads: ['v1/Pod', 'apps/v1/ReplicaSet', 'batch/v1/Job', 'v1/Node'],
  evaluate(workload, index) {
    if (workload.runsToCompletion) return notApplicable('it runs to completion');
    const groups = imagesByContainer(workload, podsOf(workload, index)).filter(group => group.running.length > 1);
    if (groups.length === 0) return notApplicable('no revision has two ready pods');
    const differing = groups.filter(({ running: [one, ...others] }) =>
      others.some(({ digest }) => digest !== one.digest),
    );
    const images = groups.length === 1 ? 'their image' : `their ${groups.length} images`;
    if (differing.length === 0) return pass(`all ready pods agree on the digest of ${images}`);
    const [{ container, running }] = differing;
    const [first, ...more] = differing.flatMap(group =>
      group.running.map(({ pod, digest }) =>
        index.evidence(
          pod,
          `status.containerStatuses[${group.container}].imageID`,
          digest ?? 'not reported',
          'one digest for all pods',
        ),
      ),
    );
    if (running.some(one => !one.digest)) {
      return unknown('notSettled', `not every pod reports the image that container ${container} runs`, first, ...more);
    }
    // An image for several architectures has a digest for each, and runtimes differ in which one they report.
    const platforms = new Set(
      running.map(({ pod }) => {
        const info = index.find('v1/Node', pod.spec?.nodeName ?? '')?.status?.nodeInfo;
        return info ? `${info.architecture}, ${info.containerRuntimeVersion?.split(':')[0]}` : 'an unknown node';
      }),
    );
    if (platforms.size > 1 || platforms.has('an unknown node')) {
      return unknown(
        'unresolvable',
        `digests differ, but so may the nodes: ${[...platforms].sort().join('; ')}`,
        first,
        ...more,
      );
    }
    const count = new Set(running.map(one => one.digest)).size;
    return fail(`pods of one revision run ${count} different images in container ${container}`, first, ...more);
  },
});
