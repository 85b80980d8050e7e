// The way into every check of a Dockerfile: finds and parses it, and answers for files that can't be judged.
import type { CheckResult, ObjectView, Repository } from '@maturity-roadmap/engine';
import { notApplicable, unknown } from '@maturity-roadmap/engine';
import type { Dockerfile } from './Dockerfile';
import { lineOf } from './Dockerfile';
import { findDockerfile } from './findDockerfile';
import { parseDockerfile } from './parseDockerfile';

/**
 * Judges the component's Dockerfile. Not applicable without one (that it is missing is said by `dockerfile-present`
 * alone), unknown if several could be meant or a builder would refuse it.
 */
export function judgeDockerfile(
  repository: Repository,
  index: ObjectView<'repository/v1/Dockerfile'>,
  judge: (dockerfile: Dockerfile) => CheckResult,
): CheckResult {
  const found = findDockerfile(repository, index);
  if (found.kind === 'none') return notApplicable('the repository has no Dockerfile');
  if (found.kind === 'named-missing') return notApplicable(`the repository has no ${found.path}`);
  if (found.kind === 'several') {
    const names = found.files.map(file => file.metadata.name).join(', ');
    return unknown(
      'unresolvable',
      `several Dockerfiles could be the component's: ${names}; name one in its annotation`,
    );
  }
  const dockerfile = parseDockerfile(found.file);
  const [problem] = dockerfile.problems;
  if (!problem) return judge(dockerfile);
  return unknown(
    'invalidObject',
    `${found.file.metadata.name} can't be built: line ${problem.line}: ${problem.message}`,
    index.evidence(found.file, lineOf(problem), problem.message),
  );
}
