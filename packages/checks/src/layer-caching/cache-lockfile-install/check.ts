// Dependencies are installed in the versions that a lockfile names, so that a rebuilt layer holds the same.
import { fail, notApplicable, pass, unknown, withFix } from '@maturity-roadmap/engine';
import { defineRepositoryCheck } from '../../defineCheck';
import { judgeDockerfile, lineOf } from '../../repository';
import { lockedInstallFix } from '../lockedInstallFix';
import { lockFault } from '../lockedInstalls';
import { placedInstalls } from '../sourceBeforeInstall';

export const cacheLockfileInstall = defineRepositoryCheck({
  id: 'cache-lockfile-install',
  topic: 'layer-caching',
  severity: 'medium',
  since: '1.0',
  title: 'Dependencies are installed from a lockfile',
  why: 'Whether a layer comes from the cache is chance: another machine builds it anew. Without locked versions it then holds other packages than the one that was tested.',
  remediation:
    'Commit the lockfile and install by it: `npm ci`, `yarn install --immutable`, `pnpm install --frozen-lockfile`, `uv sync --locked`, `pip install --require-hashes -r …`, `cargo build --locked`.',
  appliesWhen: 'the Dockerfile installs dependencies of the application',
  references: [
    'https://docs.npmjs.com/cli/commands/npm-ci',
    'https://pip.pypa.io/en/stable/topics/repeatable-installs/',
    'https://docs.docker.com/build/cache/optimize/',
  ],
  reads: ['repository/v1/Dockerfile', 'repository/v1/BuildFile'],
  evaluate: (repository, index) =>
    judgeDockerfile(repository, index, dockerfile => {
      const installs = placedInstalls(dockerfile);
      if (installs.length === 0) return notApplicable('it installs no dependencies');
      const files = index.all('repository/v1/BuildFile');
      const faults = installs.flatMap(install => {
        const fault = lockFault(install, files);
        return fault ? { ...install, fault } : [];
      });
      const rows = faults.flatMap(({ fault, instruction, command }) =>
        fault.kind === 'unlocked' ? index.evidence(dockerfile.file, lineOf(instruction), command, fault.expected) : [],
      );
      const [first, ...more] = rows;
      if (first) {
        const result = fail(`not bound to a lockfile: ${rows.map(row => row.observed).join('; ')}`, first, ...more);
        return withFix(result, lockedInstallFix(dockerfile, faults, files, index));
      }
      const [open] = faults;
      if (open?.fault.kind === 'open') {
        const evidence = index.evidence(dockerfile.file, lineOf(open.instruction), open.command);
        return unknown('notReadable', `${open.command}: ${open.fault.reason}`, evidence);
      }
      return pass(`${installs.map(install => install.command).join('; ')}: bound to exact versions`);
    }),
});
