// Dependencies are installed before the source is copied, so that a change of source does not fetch them again.
import { fail, notApplicable, pass, warn, withFix } from '@maturity-roadmap/engine';
import { defineRepositoryCheck } from '../../defineCheck';
import { judgeDockerfile, lineOf } from '../../repository';
import { earlierInstall } from '../earlierInstall';
import { placedInstalls } from '../sourceBeforeInstall';

export const cacheDepsBeforeSource = defineRepositoryCheck({
  id: 'cache-deps-before-source',
  topic: 'layer-caching',
  severity: 'medium',
  since: '1.0',
  title: 'Dependencies are installed before the source is copied',
  why: 'A layer is built again when anything before it changed. With the source copied first, each edit downloads all dependencies once more, which makes builds slow and lets them fail with the network.',
  remediation:
    'Copy only the manifests and lockfiles first (`COPY package.json package-lock.json ./`), install, and then `COPY . .`. Bind mounts of the manifests do as well.',
  appliesWhen: 'the Dockerfile installs dependencies of the application',
  references: ['https://docs.docker.com/build/cache/optimize/#order-your-layers'],
  reads: ['repository/v1/Dockerfile', 'repository/v1/BuildFile'],
  evaluate: (repository, index) =>
    judgeDockerfile(repository, index, dockerfile => {
      const installs = placedInstalls(dockerfile);
      if (installs.length === 0) return notApplicable('it installs no dependencies');
      const late = installs.flatMap(install => (install.behind ? { ...install, behind: install.behind } : []));
      const [first, ...more] = late.map(({ instruction, command, behind }) =>
        index.evidence(
          dockerfile.file,
          lineOf(instruction),
          command,
          `before line ${behind.line}, which copies everything`,
        ),
      );
      if (!first) return pass(`${installs[0].command} runs before the source is copied`);
      const [{ command, behind }] = late;
      const reason = `${command} runs after line ${behind.line} has copied the whole source`;
      // A cache mount saves the downloads, though the step runs again.
      const result = late.every(install => install.hasCacheMount)
        ? warn(`${reason}; only its cache mount helps`, first, ...more)
        : fail(reason, first, ...more);
      if (late.length > 1 || index.state('repository/v1/BuildFile').state !== 'synced') return result;
      return withFix(result, earlierInstall(dockerfile, late[0], index.all('repository/v1/BuildFile'), index));
    }),
});
