// System packages are installed from fresh lists, only those needed, and leave nothing behind.
import { fail, notApplicable, pass, warn, withFix } from '@maturity-roadmap/engine';
import { defineRepositoryCheck } from '../../defineCheck';
import { finalChain, judgeDockerfile, lineOf } from '../../repository';
import { hygieneFix } from '../hygieneFix';
import { hygieneFaults, installsPackages } from '../packageHygiene';

export const cachePackageHygiene = defineRepositoryCheck({
  id: 'cache-package-hygiene',
  topic: 'layer-caching',
  severity: 'low',
  advice: true,
  since: '1.0',
  revisions: [
    {
      since: '1.1',
      what: 'zypper, tdnf and dnf5 are known, and a cache mount counts only for the folder that it covers.',
    },
  ],
  title: 'System packages are installed in one step that cleans up',
  why: 'A cached `apt-get update` hands an old list to a later install, which then misses security fixes or fails. Lists and downloads that stay in the layer are shipped with every pull.',
  remediation:
    'Write `RUN apt-get update && apt-get install -y --no-install-recommends … && rm -rf /var/lib/apt/lists/*`, or keep the lists in a cache mount.',
  appliesWhen: 'the Dockerfile installs system packages with apt, apk, dnf, yum or zypper',
  references: ['https://docs.docker.com/build/building/best-practices/#apt-get'],
  reads: ['repository/v1/Dockerfile'],
  evaluate: (repository, index) =>
    judgeDockerfile(repository, index, dockerfile => {
      const shipped = new Set(finalChain(dockerfile));
      const runs = dockerfile.stages.flatMap(stage =>
        stage.instructions.filter(one => one.keyword === 'RUN').map(instruction => ({ stage, instruction })),
      );
      if (!runs.some(({ instruction }) => installsPackages(instruction)))
        return notApplicable('it installs no system packages');
      const faults = runs.flatMap(({ stage, instruction }) =>
        hygieneFaults(instruction, shipped.has(stage)).map(fault => ({ ...fault, instruction })),
      );
      const [first, ...more] = faults
        .sort((a, b) => Number(a.kind === 'fat') - Number(b.kind === 'fat'))
        .map(({ instruction, observed, expected }) =>
          index.evidence(dockerfile.file, lineOf(instruction), observed, expected),
        );
      if (!first) return pass('system packages are installed in one step that cleans up');
      const reason = [...new Set(faults.map(fault => fault.observed))].join('; ');
      const isStale = faults.some(fault => fault.kind === 'stale');
      const result = isStale ? fail(reason, first, ...more) : warn(reason, first, ...more);
      return withFix(result, hygieneFix(dockerfile, faults, index));
    }),
});
