// The image starts its process in exec form, so that the signal to stop reaches the process and not a shell.
import { fail, notApplicable, pass, warn, withFix } from '@maturity-roadmap/engine';
import { defineRepositoryCheck } from '../../defineCheck';
import { judgeDockerfile, lineOf } from '../../repository';
import { execFormFix } from '../execFormFix';
import type { CommandForm } from '../startCommand';
import { formOf, setsShell, startInstructions } from '../startCommand';

const observed: Record<CommandForm, string> = {
  exec: 'exec form',
  shell: 'shell form',
  'malformed-json': 'not valid JSON, so it runs in a shell',
  wrapped: 'exec form of a shell',
};

export const dockerfileExecForm = defineRepositoryCheck({
  id: 'dockerfile-exec-form',
  topic: 'dockerfile',
  severity: 'medium',
  since: '1.0',
  title: 'ENTRYPOINT and CMD are in exec form',
  why: 'In shell form a shell is process 1, and it does not pass SIGTERM on. The process learns nothing of the end of its pod, drops what it does, and is killed when the grace period is over.',
  remediation:
    'Write `ENTRYPOINT` and `CMD` as JSON arrays with double quotes: `ENTRYPOINT ["/app", "--port=8080"]`. Where a shell is needed, let its last command start with `exec`.',
  appliesWhen: 'the Dockerfile sets ENTRYPOINT or CMD',
  references: [
    'https://docs.docker.com/reference/dockerfile/#shell-and-exec-form',
    'https://docs.docker.com/reference/build-checks/json-args-recommended/',
  ],
  reads: ['repository/v1/Dockerfile'],
  evaluate: (repository, index) =>
    judgeDockerfile(repository, index, dockerfile => {
      const starts = startInstructions(dockerfile);
      if (starts.length === 0) return notApplicable('the start command is inherited from the base image');
      const [offender] = starts.filter(one => formOf(one) !== 'exec');
      const names = starts.map(one => one.keyword).join(' and ');
      if (!offender) return pass(`${names} ${starts.length === 1 ? 'hands' : 'hand'} process 1 to the application`);
      const form = formOf(offender);
      if (form === 'shell' && setsShell(dockerfile))
        return pass(`${offender.keyword} uses the shell that SHELL chooses`);
      const evidence = index.evidence(
        dockerfile.file,
        lineOf(offender),
        `${offender.keyword}: ${observed[form]}`,
        'a JSON array',
      );
      // What the other one of the two is given, or gives, changes with the form.
      const fix = starts.length === 1 ? execFormFix(dockerfile, offender, index) : undefined;
      if (form === 'wrapped')
        return withFix(warn(`${offender.keyword} starts a shell that stays process 1`, evidence), fix);
      const reason = `${offender.keyword} is in shell form: ${observed[form]}`.replace(/: shell form$/, '');
      return withFix(fail(reason, evidence), fix);
    }),
});
