// Stages are referred to by names that exist, are unique, and lie before the place of use.
import { failIfAny, notApplicable, pass, warn } from '@maturity-roadmap/engine';
import { defineRepositoryCheck } from '../../defineCheck';
import { judgeDockerfile, lineOf } from '../../repository';
import { faultyReferences, unusedStages } from '../stageReferences';

export const multistageRefsValid = defineRepositoryCheck({
  id: 'multistage-refs-valid',
  topic: 'multi-stage-builds',
  severity: 'low',
  advice: true,
  since: '1.0',
  revisions: [
    {
      since: '1.1',
      what: 'A copy from the own stage fails in a file of one stage too; a name that a platform decides means each stage it may.',
    },
  ],
  title: 'Stages are named once and used after they are defined',
  why: 'A builder takes the name of a stage that is not defined yet for an image and pulls something by that name from a public registry. Stages that nothing uses confuse readers.',
  remediation:
    'Define a stage before it is copied from, give each stage a name of its own, and delete stages that no build uses.',
  appliesWhen: 'the Dockerfile has several stages, or refers to one that is not there',
  references: [
    'https://docs.docker.com/reference/dockerfile/#copy---from',
    'https://docs.docker.com/reference/build-checks/duplicate-stage-name/',
  ],
  reads: ['repository/v1/Dockerfile'],
  evaluate: (repository, index) =>
    judgeDockerfile(repository, index, dockerfile => {
      const faults = faultyReferences(dockerfile);
      if (dockerfile.stages.length < 2 && faults.length === 0) return notApplicable('it has one stage');
      const evidence = faults.map(({ instruction, observed, expected }) =>
        index.evidence(dockerfile.file, lineOf(instruction), observed, expected),
      );
      return failIfAny(
        evidence,
        faults.map(fault => `line ${fault.instruction.line}: ${fault.observed}`).join('; '),
        () => {
          const unused = unusedStages(dockerfile);
          const [first, ...more] = unused.map(stage =>
            index.evidence(
              dockerfile.file,
              lineOf(stage.from),
              'not used by the last stage',
              'a use, or a target of its own',
            ),
          );
          const names = unused.map(stage => stage.name ?? `number ${stage.index}`).join(', ');
          return first
            ? warn(`the last stage does not use: ${names}`, first, ...more)
            : pass(`all ${dockerfile.stages.length} stages are used and named once`);
        },
      );
    }),
});
