// Every container names its image by a tag other than latest or by digest, so that all pods run the same.
import { failIfAny, notApplicable, pass } from '@maturity-roadmap/engine';
import { defineCheck } from '../../defineCheck';
import { isFloating, ownImages } from '../imageTag';
import { isAllowed, registryPattern } from '../registries';

export const imageRefExplicit = defineCheck({
  id: 'image-ref-explicit',
  topic: 'docker-commands',
  severity: 'high',
  since: '1.0',
  title: 'Container images have a tag other than latest, or a digest',
  why: 'What latest means changes with every push. Two pods of one workload may run different code, a rollback brings nothing back, and nobody can tell which version is live.',
  remediation:
    'Tag each image with its version or commit when you build it, and name that tag, or better the digest, in the pod template.',
  appliesWhen: 'the pod template names an image that the service mesh does not fill in',
  references: [
    'https://kubernetes.io/docs/concepts/containers/images/#image-names',
    'https://kubernetes.io/docs/concepts/configuration/overview/#container-images',
  ],
  lists: {
    registries: {
      default: [],
      pattern: registryPattern,
      meaning: 'registries that images may come from, as `host[:port][/path]` or `*.domain`',
    },
  },
  reads: [],
  evaluate(workload, _index, _thresholds, { registries }) {
    const images = ownImages(workload);
    if (images.length === 0) return notApplicable('the service mesh fills in the image');
    const floating = images.filter(({ image }) => !image || isFloating(image));
    const row = ({ one, image }: (typeof images)[number], expected: string) => ({
      object: workload.ref,
      path: `${one.path}.image`,
      observed: one.container.image ? one.container.image + (image ? '' : ' (not an image name)') : 'no image',
      expected,
    });
    const names = floating.map(({ one }) => one.name).join(', ');
    const lack = `${floating.length} of ${images.length} images ${floating.length === 1 ? 'has' : 'have'}`;
    const rows = floating.map(one => row(one, 'a version tag or a digest'));
    return failIfAny(rows, `${lack} no explicit tag or digest: ${names}`, () => {
      const foreign = images.filter(({ image }) => image && !isAllowed(image, registries));
      const from = foreign.map(({ one }) => one.name).join(', ');
      const outside = foreign.map(one => row(one, `an image of ${registries.join(', ')}`));
      return failIfAny(outside, `from a registry that is not allowed: ${from}`, () => {
        const digests = images.filter(({ image }) => image?.digest).length;
        return pass(`${images.length} of ${images.length} images are explicit, ${digests} by digest`);
      });
    });
  },
});
