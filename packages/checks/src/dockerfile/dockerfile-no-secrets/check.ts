// No credential is written into the Dockerfile or copied into the image, where everyone who can pull it can read it.
import { fail, pass, warn } from '@maturity-roadmap/engine';
import { defineRepositoryCheck } from '../../defineCheck';
import { judgeDockerfile, lineOf, mountsOf } from '../../repository';
import { buildSecrets } from '../buildSecrets';

export const dockerfileNoSecrets = defineRepositoryCheck({
  id: 'dockerfile-no-secrets',
  topic: 'dockerfile',
  severity: 'critical',
  since: '1.0',
  title: 'The Dockerfile holds and copies no credentials',
  why: 'Every layer and the history of an image can be read by whoever may pull it, also what a later layer deletes. Values of ARG and ENV are part of that history, and the Dockerfile itself lies in Git.',
  remediation:
    'Take the credential out and replace it, since it must be taken for known. At build time mount it with `RUN --mount=type=secret,id=…` or `type=ssh`; at run time give it to the pod from a Secret or a secret store.',
  appliesWhen: 'the repository has a Dockerfile',
  references: [
    'https://docs.docker.com/build/building/secrets/',
    'https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/',
  ],
  reads: ['repository/v1/Dockerfile'],
  evaluate: (repository, index) =>
    judgeDockerfile(repository, index, dockerfile => {
      const found = buildSecrets(dockerfile);
      const evidenceOf = (secrets: typeof found) =>
        secrets.map(({ instruction, what }) =>
          index.evidence(dockerfile.file, lineOf(instruction), what, 'a secret mount, or a value given at run time'),
        );
      const leaking = found.filter(secret => secret.leaks);
      const [leak, ...otherLeaks] = evidenceOf(leaking);
      if (leak) {
        const names = leaking.map(secret => secret.what).join(', ');
        return fail(
          `the image holds ${leaking.length === 1 ? 'a credential' : `${leaking.length} credentials`}: ${names}`,
          leak,
          ...otherLeaks,
        );
      }
      const [passing, ...otherPassing] = evidenceOf(found);
      if (passing) {
        const names = found.map(secret => secret.what).join(', ');
        return warn(
          `credentials pass through the build and stay in its history or cache: ${names}`,
          passing,
          ...otherPassing,
        );
      }
      const instructions = dockerfile.stages.flatMap(stage => stage.instructions);
      const mounted = instructions.flatMap(mountsOf).filter(mount => mount.type === 'secret' || mount.type === 'ssh');
      return pass(
        mounted.length > 0 ? 'credentials are mounted for the build only' : 'it holds and copies no credentials',
      );
    }),
});
