// The pull policy suits the image name: never Never, and no old copy of a tag that moves.
import type { Evidence } from '@maturity-roadmap/engine';
import { fail, fixTemplate, notApplicable, pass, withFix } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { isFloating, ownImages } from '../imageTag';

export const imagePullPolicySane = defineCheck({
  id: 'image-pull-policy-sane',
  topic: 'docker-commands',
  severity: 'low',
  advice: true,
  since: '1.0',
  title: 'The image pull policy suits the image name',
  why: 'With Never a pod only starts where someone put the image beforehand. With IfNotPresent a tag that moves gives each node whatever it happened to pull first. A fixed tag or digest needs neither Always nor care.',
  remediation:
    'Leave `imagePullPolicy` out: the default is right for fixed tags and for moving ones. Better still, fix the tag.',
  appliesWhen: 'the pod template names an image that the service mesh does not fill in',
  references: ['https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy'],
  reads: [],
  evaluate(workload) {
    const images = ownImages(workload);
    if (images.length === 0) return notApplicable('the service mesh fills in the image');
    const offenders = images.flatMap(({ one, image }) => {
      const policy = one.container.imagePullPolicy;
      const floats = image !== undefined && isFloating(image);
      if (policy !== 'Never' && !(floats && policy === 'IfNotPresent')) return [];
      return { one, policy, right: floats ? 'Always' : 'IfNotPresent' };
    });
    const [first, ...more] = offenders.map(({ one, policy, right }): Evidence => ({
      object: workload.ref,
      path: `${one.path}.imagePullPolicy`,
      observed: `${policy} with ${one.container.image ?? 'no image'}`,
      expected: right,
    }));
    if (!first) return pass(`the pull policy suits ${images.length} of ${images.length} images`);
    const listed = offenders.map(({ one, policy }) => `${one.name} (${policy})`).join(', ');
    const result = fail(
      `the pull policy does not suit ${offenders.length} of ${images.length} images: ${listed}`,
      first,
      ...more,
    );
    const fields = offenders.map(({ one, right }) => [`${one.pointer}/imagePullPolicy`, right] as const);
    return withFix(result, fixTemplate(workload, Object.fromEntries(fields)));
  },
});
