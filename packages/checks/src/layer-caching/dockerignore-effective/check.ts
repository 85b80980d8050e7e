// The build context leaves out history, credentials and what the host installed.
import type { CheckResult } from '@maturity-roadmap/engine';
import { fail, notApplicable, pass, unknown, withFix } from '@maturity-roadmap/engine';
import { defineRepositoryCheck } from '../../defineCheck';
import { contextCopies, dockerIgnoreOf, isWholeContext, judgeDockerfile, lineOf } from '../../repository';
import { unwantedPaths } from '../contextLeaks';
import { ignoreFix } from '../ignoreFix';

export const dockerignoreEffective = defineRepositoryCheck({
  id: 'dockerignore-effective',
  topic: 'layer-caching',
  severity: 'medium',
  since: '1.0',
  title: 'A .dockerignore keeps .git, .env and installed packages out of the image',
  why: 'COPY of the whole folder takes all there is: the history with everything ever committed, local credentials, packages built for another system. Each of them also makes the cache miss at every change.',
  remediation:
    'Add a `.dockerignore` beside the Dockerfile with at least `.git`, `.env*` and the folders that package managers fill, such as `**/node_modules`.',
  appliesWhen: 'the Dockerfile copies the whole build context',
  references: ['https://docs.docker.com/build/concepts/context/#dockerignore-files'],
  reads: ['repository/v1/Dockerfile', 'repository/v1/DockerIgnore', 'repository/v1/BuildFile'],
  evaluate: (repository, index) =>
    judgeDockerfile(repository, index, dockerfile => {
      const copies = contextCopies(dockerfile.stages.flatMap(stage => stage.instructions));
      const broad = copies.find(copy => copy.sources.some(isWholeContext));
      if (!broad) return notApplicable('it copies named files only');
      const { instruction } = broad;
      const ignore = dockerIgnoreOf(dockerfile.file, index);
      const copy = index.evidence(dockerfile.file, lineOf(instruction), `${instruction.keyword} of the whole context`);
      const mended = (result: CheckResult, found: { path: string }[]) => {
        const paths = found.map(({ path }) => path);
        return withFix(result, ignoreFix(dockerfile, ignore, paths, index));
      };
      if (!ignore) {
        const result = fail('the whole folder is copied and there is no .dockerignore', {
          ...copy,
          expected: 'a .dockerignore',
        });
        const isRead = index.state('repository/v1/BuildFile').state === 'synced';
        return isRead ? mended(result, unwantedPaths(index.all('repository/v1/BuildFile'))) : result;
      }
      const { name } = ignore.file.metadata;
      if (ignore.error !== undefined) {
        return unknown(
          'invalidObject',
          `${name} can't be read: ${ignore.error}`,
          index.evidence(ignore.file, 'text', ignore.error),
        );
      }
      const leaks = unwantedPaths(index.all('repository/v1/BuildFile')).filter(one => !ignore.ignores(one.probe));
      const paths = leaks.map(leak => leak.path).join(', ');
      if (leaks.length === 0) return pass(`${name} keeps out what does not belong into the image`);
      const evidence = index.evidence(ignore.file, 'text', `does not match ${paths}`, `patterns for ${paths}`);
      return mended(fail(`${name} lets through: ${paths}`, evidence, copy), leaks);
    }),
});
