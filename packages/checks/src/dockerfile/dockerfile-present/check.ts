// A component ships the recipe of its image, so that anyone can build it again.
import { fail, notApplicable, pass, warn } from '@maturity-roadmap/engine';
import { defineRepositoryCheck } from '../../defineCheck';
import { findDockerfile, lineOf, parseDockerfile } from '../../repository';
import { otherBuilder } from '../otherBuilders';

export const dockerfilePresent = defineRepositoryCheck({
  id: 'dockerfile-present',
  topic: 'dockerfile',
  severity: 'medium',
  since: '1.0',
  title: 'The repository has a Dockerfile',
  why: 'An image without a recipe beside its source can only be built by whoever built it last. A Dockerfile makes the image reviewable, repeatable and easy to patch.',
  remediation:
    'Add a `Dockerfile` at the root of the component. If it lies elsewhere, name its path in the annotation `maturity/dockerfile`.',
  appliesWhen:
    'the component runs as a workload and no other builder (buildpacks, ko, Jib, Bazel, Nix) makes its image',
  references: ['https://docs.docker.com/reference/dockerfile/'],
  reads: ['repository/v1/Dockerfile', 'repository/v1/BuildFile'],
  evaluate(repository, index) {
    const found = findDockerfile(repository, index);
    if (found.kind === 'several') {
      return pass(`${found.files.length} Dockerfiles: ${found.files.map(file => file.metadata.name).join(', ')}`);
    }
    if (found.kind === 'found') {
      const { metadata } = found.file;
      const [problem] = parseDockerfile(found.file).problems;
      if (!problem) return pass(`the image is built by ${metadata.name}`);
      const where = index.evidence(
        found.file,
        lineOf(problem),
        problem.message,
        'an instruction that a builder accepts',
      );
      return warn(`${metadata.name} can't be built: line ${problem.line}: ${problem.message}`, where);
    }
    if (found.kind === 'named-missing') {
      const evidence = { object: repository.ref, path: found.path, observed: 'no such file', expected: 'a Dockerfile' };
      return fail(`the annotation names ${found.path}, which the repository does not have`, evidence);
    }
    const other = otherBuilder(index.all('repository/v1/BuildFile'));
    if (other) return notApplicable(`the image is built by ${other.builder}, see ${other.file.metadata.name}`);
    if (repository.workloads.length === 0) return notApplicable('no workload of the component runs an image');
    return fail('the repository has no Dockerfile', {
      object: repository.ref,
      path: 'Dockerfile',
      observed: 'no such file',
      expected: 'a Dockerfile or Containerfile',
    });
  },
});
