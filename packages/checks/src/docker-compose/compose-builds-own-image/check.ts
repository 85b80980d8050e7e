// The compose file runs the component as it is built here, and keeps its stores to this machine.
import { failIfAny, notApplicable, pass, warn, withFix } from '@maturity-roadmap/engine';
import { defineRepositoryCheck } from '../../defineCheck';
import { isStore, judgeCompose, openPorts } from '../../repository';
import { brokenBuild } from '../brokenBuild';
import { portsFix } from '../portsFix';

export const composeBuildsOwnImage = defineRepositoryCheck({
  id: 'compose-builds-own-image',
  topic: 'docker-compose',
  severity: 'low',
  advice: true,
  since: '1.0',
  title: 'The compose file builds the component from its own Dockerfile',
  why: 'If compose runs an image from a registry, what is tried on the laptop is not what is being changed. A store whose port is published on all addresses is open to everyone in the same network.',
  remediation:
    "Give the component's service a `build` with an existing context, Dockerfile and target, and publish ports of stores as `127.0.0.1:5432:5432`.",
  appliesWhen: 'the repository has a Dockerfile and a compose file',
  references: [
    'https://docs.docker.com/reference/compose-file/build/',
    'https://docs.docker.com/reference/compose-file/services/#ports',
  ],
  reads: ['repository/v1/ComposeFile', 'repository/v1/Dockerfile'],
  evaluate: (_repository, index) =>
    judgeCompose(index, project => {
      const { file, services } = project;
      const dockerfiles = index.all('repository/v1/Dockerfile');
      if (dockerfiles.length === 0) return notApplicable('the repository has no Dockerfile');
      const builds = [...services].filter(([, service]) => service.build);
      if (builds.length === 0) {
        const expected = 'a service built from the Dockerfile';
        const evidence = index.evidence(file, 'services', 'no service with build', expected);
        return project.incomplete
          ? notApplicable('its services are in files that were not read')
          : warn('no service is built from this repository', evidence);
      }
      const broken = builds.flatMap(([name, service]) => {
        const what = brokenBuild(service.build, project.folder, dockerfiles);
        return what ? index.evidence(file, `services.${name}.build`, what, 'an existing Dockerfile and stage') : [];
      });
      return failIfAny(
        broken,
        evidence => `a build can't work: ${evidence[0].observed}`,
        () => {
          const open = [...services].flatMap(([name, service]) =>
            isStore(service) ? openPorts(service).map(port => ({ name, port })) : [],
          );
          const [first, ...more] = open.map(({ name, port }) =>
            index.evidence(file, `services.${name}.ports`, port, `127.0.0.1:${port.split(':').slice(-2).join(':')}`),
          );
          const names = [...new Set(open.map(one => one.name))].join(', ');
          if (first) {
            const result = warn(`published on every address: ${names}`, first, ...more);
            return withFix(result, portsFix(open, file, index));
          }
          return pass(`built here: ${builds.map(([name]) => name).join(', ')}`);
        },
      );
    }),
});
