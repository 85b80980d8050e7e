// The shipped stage holds what runs and nothing that builds: no compiler, no headers, no development packages.
import { failIfAny, pass, unknown } from '@maturity-roadmap/engine';
import { defineRepositoryCheck } from '../../defineCheck';
import { finalBase, finalChain, judgeDockerfile, lineOf } from '../../repository';
import { devInstall } from '../devDependencies';
import { isToolchainImage, toolchainPackages } from '../toolchains';

export const multistageFinalLean = defineRepositoryCheck({
  id: 'multistage-final-lean',
  topic: 'multi-stage-builds',
  severity: 'medium',
  since: '1.0',
  title: 'The shipped image holds no build tools',
  why: 'Compilers, headers and development packages make up most of a fat image and most of its vulnerabilities. None of them is ever run in production, except by someone who broke in.',
  remediation:
    'Base the final stage on a runtime image (distroless, alpine, `-slim`, `-jre`), install production dependencies only (`npm ci --omit=dev`), and leave compilers in the building stage.',
  appliesWhen: 'the repository has a Dockerfile',
  references: [
    'https://docs.docker.com/build/building/best-practices/#choose-the-right-base-image',
    'https://github.com/GoogleContainerTools/distroless',
  ],
  reads: ['repository/v1/Dockerfile'],
  evaluate: (repository, index) =>
    judgeDockerfile(repository, index, dockerfile => {
      const chain = finalChain(dockerfile);
      const base = finalBase(dockerfile);
      const from = chain[chain.length - 1].from;
      const evidence = chain.flatMap(stage =>
        stage.instructions
          .filter(instruction => instruction.keyword === 'RUN')
          .flatMap(instruction => {
            const tools = toolchainPackages(instruction).join(', ');
            return tools ? index.evidence(dockerfile.file, lineOf(instruction), tools, 'only in a building stage') : [];
          }),
      );
      if (base?.kind === 'image' && isToolchainImage(base.name)) {
        evidence.unshift(index.evidence(dockerfile.file, lineOf(from), base.name, 'a runtime image'));
      }
      const install = devInstall(chain);
      if (install) {
        evidence.push(
          index.evidence(dockerfile.file, lineOf(install), 'development packages', 'production packages only'),
        );
      }
      const seen = evidence.map(one => one.observed).join(', ');
      return failIfAny(evidence, `the shipped image holds build tools: ${seen}`, () => {
        if (base?.kind === 'unresolved') {
          const names = base.variables.join(', ');
          return unknown(
            'unresolvable',
            `the base image comes from ${names}, which has no default`,
            index.evidence(dockerfile.file, lineOf(from), `$${names}`),
          );
        }
        return pass(`built on ${base?.kind === 'image' ? base.name : 'scratch'} without build tools`);
      });
    }),
});
