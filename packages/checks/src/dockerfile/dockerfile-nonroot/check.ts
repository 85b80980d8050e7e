// The image runs as a user other than root, so that a broken process owns nothing beyond itself.
import type { CheckResult, Evidence, Fix, Repository } from '@maturity-roadmap/engine';
import { fail, pass, unknown, warn, withFix } from '@maturity-roadmap/engine';
import { defineRepositoryCheck } from '../../defineCheck';
import { judgeDockerfile, lineOf } from '../../repository';
import { imageUser, isRootUser } from '../imageUser';
import { podsForbidRoot } from '../podUser';
import { userFix } from '../userFix';

type Finding = [reason: string, evidence: Evidence, fix: Fix | undefined];

function runsAsRoot(repository: Repository, [reason, evidence, fix]: Finding): CheckResult {
  return podsForbidRoot(repository)
    ? withFix(warn(`${reason}; its pods are told to run as another user`, evidence), fix)
    : withFix(fail(reason, evidence), fix);
}

export const dockerfileNonroot = defineRepositoryCheck({
  id: 'dockerfile-nonroot',
  topic: 'dockerfile',
  severity: 'high',
  since: '1.0',
  title: 'The image does not run as root',
  why: 'Root in a container is root of the node as soon as something lets it out: a mounted path, a kernel flaw, a privileged setting. A user of its own limits what a break-in reaches.',
  remediation:
    'Add `USER` with a numeric user ID, for example `USER 10001:10001`, to the final stage, and give that user only the files it must write. A number lets Kubernetes verify `runAsNonRoot`.',
  appliesWhen: 'the repository has a Dockerfile',
  references: [
    'https://docs.docker.com/build/building/best-practices/#user',
    'https://docs.docker.com/reference/dockerfile/#user',
  ],
  reads: ['repository/v1/Dockerfile'],
  evaluate: (repository, index) =>
    judgeDockerfile(repository, index, dockerfile => {
      const user = imageUser(dockerfile);
      const from = dockerfile.stages[dockerfile.stages.length - 1].from;
      const at = (line: { line: number }, observed: string) =>
        index.evidence(dockerfile.file, lineOf(line), observed, 'USER with another user than root');
      if (user.kind === 'unknown') {
        return unknown(
          'unresolvable',
          `no USER is set, and that of the base image ${user.image} is not known`,
          at(from, 'no USER'),
        );
      }
      if (user.kind === 'unresolved') {
        const reason = `USER comes from ${user.variables.join(', ')}, which has no default`;
        return unknown('unresolvable', reason, at(user.instruction, `USER ${user.instruction.text}`));
      }
      if (user.kind === 'set') {
        if (!isRootUser(user.user)) return pass(`the image runs as ${user.user}`);
        const row = at(user.instruction, `USER ${user.user}`);
        return runsAsRoot(repository, [`the image runs as ${user.user}`, row, userFix(dockerfile, index)]);
      }
      if (user.user === 'other') return pass(`the base image ${user.image} sets a user other than root`);
      const reason = `no USER is set, and ${user.image} runs as root`;
      return runsAsRoot(repository, [reason, at(from, 'no USER'), userFix(dockerfile, index)]);
    }),
});
