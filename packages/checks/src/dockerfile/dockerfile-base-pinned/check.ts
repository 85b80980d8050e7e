// Every image that a Dockerfile builds on has a tag or digest, so that today's build and tomorrow's start from the same.
import { fail, notApplicable, parseImageReference, pass, unknown } from '@maturity-roadmap/engine';
import { defineRepositoryCheck } from '../../defineCheck';
import { judgeDockerfile, lineOf } from '../../repository';
import { imageUses } from '../baseImages';

export const dockerfileBasePinned = defineRepositoryCheck({
  id: 'dockerfile-base-pinned',
  topic: 'dockerfile',
  severity: 'high',
  since: '1.0',
  title: 'Base images have a tag other than latest, or a digest',
  why: 'Without a tag a build takes whatever the registry calls latest on that day. The same source then gives another image, and a broken or vulnerable base arrives unannounced.',
  remediation:
    'Write a version tag behind each external image in `FROM`, `COPY --from` and `RUN --mount`, and better still its digest: `image:1.2.3@sha256:…`. Give build arguments that choose an image a default.',
  appliesWhen: 'the Dockerfile uses an external image other than scratch',
  references: ['https://docs.docker.com/build/building/best-practices/#pin-base-image-versions'],
  reads: ['repository/v1/Dockerfile'],
  evaluate: (repository, index) =>
    judgeDockerfile(repository, index, dockerfile => {
      const external = imageUses(dockerfile).filter(
        use => use.source.kind === 'image' || use.source.kind === 'unresolved',
      );
      if (external.length === 0) return notApplicable('it uses no external image');
      let digests = 0;
      const floating = external.flatMap(({ instruction, source }) => {
        if (source.kind !== 'image') return [];
        const image = parseImageReference(source.name);
        if (image?.digest) digests += 1;
        if (image?.digest || (image?.tag && image.tag !== 'latest')) return [];
        return index.evidence(dockerfile.file, lineOf(instruction), source.name, 'a version tag or a digest');
      });
      const [first, ...more] = floating;
      if (first) {
        const names = [...new Set(floating.map(one => one.observed))].join(', ');
        return fail(
          `${floating.length} of ${external.length} images ${floating.length === 1 ? 'is' : 'are'} not pinned: ${names}`,
          first,
          ...more,
        );
      }
      const open = external.find(use => use.source.kind === 'unresolved');
      if (open?.source.kind === 'unresolved') {
        const variables = open.source.variables.join(', ');
        const evidence = index.evidence(dockerfile.file, lineOf(open.instruction), `$${variables} has no default`);
        return unknown(
          'unresolvable',
          `line ${open.instruction.line} takes its image from ${variables}, which has no default`,
          evidence,
        );
      }
      return pass(
        `${external.length} ${external.length === 1 ? 'image is' : 'images are'} pinned, ${digests} by digest`,
      );
    }),
});
