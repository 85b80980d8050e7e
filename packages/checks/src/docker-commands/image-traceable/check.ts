// From an image one finds its source: by labels, or by a tag that is a version or a commit.
import { fail, pass } from '@maturity-roadmap/engine';
import { defineRepositoryCheck } from '../../defineCheck';
import { finalChain, judgeDockerfile, lineOf } from '../../repository';
import { ownImages } from '../imageTag';

const labels = ['org.opencontainers.image.source', 'org.opencontainers.image.revision'];

/** A version (`1.4`, `v2.0.1-rc.1`, `release-1.2.3`) or a commit (`3f2a91c`, `main-3f2a91c0d4`). */
const telling = /(^|[-_.])(v?\d+\.\d+(\.\d+)?([-+_.][\w.-]+)?|[0-9a-f]{7,40})$/;

export const imageTraceable = defineRepositoryCheck({
  id: 'image-traceable',
  topic: 'docker-commands',
  severity: 'low',
  advice: true,
  since: '1.0',
  title: 'The image tells the source it was built from',
  why: 'In an incident the first question is which commit is running. Labels of the image, or a tag made from a version or commit, answer it without the person who built it.',
  remediation:
    'Add `LABEL org.opencontainers.image.source=…` and `org.opencontainers.image.revision` to the final stage, the revision from a build argument, or tag images with the version or commit.',
  appliesWhen: 'the repository has a Dockerfile',
  references: ['https://github.com/opencontainers/image-spec/blob/main/annotations.md'],
  reads: ['repository/v1/Dockerfile'],
  evaluate: (repository, index) =>
    judgeDockerfile(repository, index, dockerfile => {
      const written = finalChain(dockerfile)
        .flatMap(stage => stage.instructions)
        .filter(instruction => instruction.keyword === 'LABEL')
        .flatMap(instruction => instruction.pairs.map(pair => pair.name));
      const found = labels.filter(label => written.includes(label));
      if (found.length > 0) return pass(`the image carries ${found.join(' and ')}`);
      const tags = repository.workloads.flatMap(workload =>
        ownImages(workload).flatMap(({ one, image }) => (one.role === 'main' && image?.tag ? image.tag : [])),
      );
      const telltale = tags.find(tag => telling.test(tag));
      if (telltale) return pass(`the tag ${telltale} tells the version or commit`);
      const final = dockerfile.stages[dockerfile.stages.length - 1].from;
      return fail(
        'neither a label nor a tag tells the source of the image',
        index.evidence(dockerfile.file, lineOf(final), 'no label of source or revision', labels.join(' or ')),
      );
    }),
});
