// What compiles or bundles does so in a stage of its own, and the image takes only the result.
import { fail, notApplicable, pass } from '@maturity-roadmap/engine';
import { defineRepositoryCheck } from '../../defineCheck';
import { copied, finalChain, judgeDockerfile, lineOf, sourceNamed } from '../../repository';
import { buildCommand } from '../toolchains';

export const multistageUsed = defineRepositoryCheck({
  id: 'multistage-used',
  topic: 'multi-stage-builds',
  severity: 'medium',
  since: '1.0',
  title: 'The application is built in a stage of its own',
  why: 'An image that is built in one stage ships its compiler, its sources and its caches. That is more to pull, more to patch, and more for an attacker to work with.',
  remediation:
    'Name the building stage (`FROM … AS build`), begin a new stage from a small base, and take the result over with `COPY --from=build`.',
  appliesWhen: 'the Dockerfile compiles or bundles something',
  references: ['https://docs.docker.com/build/building/multi-stage/'],
  reads: ['repository/v1/Dockerfile'],
  evaluate: (repository, index) =>
    judgeDockerfile(repository, index, dockerfile => {
      const chain = finalChain(dockerfile);
      const builds = dockerfile.stages.flatMap(stage =>
        stage.instructions.flatMap(instruction => {
          const command = buildCommand(instruction);
          return command ? { stage, instruction, command } : [];
        }),
      );
      if (builds.length === 0) return notApplicable('it compiles and bundles nothing');
      const [first, ...more] = builds
        .filter(build => chain.includes(build.stage))
        .map(({ instruction, command }) =>
          index.evidence(dockerfile.file, lineOf(instruction), command, 'in an earlier stage of its own'),
        );
      if (first) return fail(`the shipped stage itself builds: ${first.observed}`, first, ...more);
      const takes = chain.some(stage =>
        stage.instructions.some(instruction => {
          const from = copied(instruction)?.from;
          return from !== undefined && sourceNamed(from, stage, dockerfile).kind === 'stage';
        }),
      );
      if (takes)
        return pass(
          `built in ${dockerfile.stages.length - chain.length} separate stages`.replace(
            ' 1 separate stages',
            ' a separate stage',
          ),
        );
      const last = chain[0].from;
      const evidence = index.evidence(
        dockerfile.file,
        lineOf(last),
        'no COPY --from of a stage',
        'COPY --from of the building stage',
      );
      return fail('the shipped stage takes nothing from the stage that builds', evidence);
    }),
});
